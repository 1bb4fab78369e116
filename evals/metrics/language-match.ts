import { notApplicable, type Score, scored } from './score.ts';

/**
 * Language match: 1 when the answer says it is in the expected language and its text does not belie that, else 0.
 * Only the language itself is compared (`es` and `es-MX` match). `detected` is what a language detector is sure of;
 * null where it is not, as for a few words or a bare product name, and then the stated locale decides alone. Not
 * applicable where no language is expected.
 */
export function languageMatch(expected: string | null, stated: string, detected: string | null): Score {
  if (expected === null) return notApplicable('no language is expected');
  const language = primary(expected);
  return scored(
    primary(stated) === language && (detected === null || primary(detected) === language) ? 1 : 0,
  );
}

function primary(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}
