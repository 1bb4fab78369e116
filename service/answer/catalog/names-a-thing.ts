import type { Token } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { kindAt } from './kind-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether a word names things, and not what is like them: Allergy is a category, but nobody is "for allergic". */
export function isThing(lexeme: string, word: string, { kinds, nounWords, nounForms }: Vocabulary): boolean {
  if (kindAt([lexeme], 0) !== null) return true;
  const forms = nounForms.get(lexeme) ?? new Set();
  const isForm = [...forms].some((form) => form.replace(/e?s$/, '') === word.replace(/e?s$/, ''));
  return isForm && kinds.has(lexeme) && !/ing$/.test(nounWords.get(lexeme) ?? lexeme);
}

/** Whether a word says what a thing is called: the heat of a "heat pack", the water of a "botella de agua". */
export function isOfName(
  text: string,
  { start, end }: Token,
  next: Token | undefined,
  locale: string,
): boolean {
  if (languageOf(locale) === 'es') return /\p{L}\sde\s$/u.test(text.slice(0, start));
  return next !== undefined && !next.stop && /^[\s-]$/.test(text.slice(end, next.start));
}
