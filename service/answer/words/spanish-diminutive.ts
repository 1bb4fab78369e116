import { fold } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import { conceptAt } from './thesaurus.ts';

/** The last consonant as it is spelled before an `i`, and before the vowel of the plain word. */
const SPELLING: [RegExp, string][] = [
  [/qu$/, 'c'],
  [/gu$/, 'g'],
  [/c$/, 'z'],
];

/**
 * The plain word of a Spanish diminutive or superlative: `chamarritas` is `chamarras`, `cafecito` `cafe`, `baratisimo` `barato`.
 * Pure.
 * @param word folded; not one that the language has as it is, such as `visita`.
 * @returns null where no known word is left.
 */
export function plainOfDiminutive(word: string): string | null {
  const [, base = '', c = '', gender = '', plural = ''] =
    /^(\p{L}{2,}?)(e?c)?it([oa])(s?)$/u.exec(word) ?? /^(\p{L}{3,})()isim([oa])(s?)$/u.exec(word) ?? [];
  if (base === '') return null;
  const whole = c === '' ? base : base + c;
  const [own, plain] = SPELLING.find(([ending]) => ending.test(whole)) ?? [/$/, ''];
  const roots = [whole.replace(own, plain)];
  const vowels = gender === 'o' ? ['o', 'e', 'a', ''] : ['a', 'e', 'o', ''];
  const candidates = [
    ...(c === '' ? [] : [base, `${base}e`, base.replace(/c$/, 'z')]),
    ...roots.flatMap((root) => vowels.map((vowel) => root + vowel)),
  ];
  const found = candidates.find(isKnown);
  if (found === undefined) return null;
  if (plural === '') return found;
  return /[aeiou]$/.test(found) ? `${found}s` : `${found}es`;
}

function isKnown(word: string): boolean {
  const found = loadWordVectors().spanishForms.form(word);
  return (
    found?.lemmas.some((lemma) => fold(lemma) === word) === true ||
    conceptAt([word], 0)?.positions.length === 1
  );
}
