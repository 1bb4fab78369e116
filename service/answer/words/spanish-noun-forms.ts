import { fold, stem } from '../../../ingest/analysis/stem.ts';

/**
 * A Spanish noun or adjective and its plural, by the rules of spelling, folded: `color`, `colores`; `vez`, `veces`. What
 * ends in `s` is left as it is. Pure.
 */
export function spanishNounForms(noun: string): string[] {
  const word = fold(noun);
  if (/[aeiou]$/.test(word)) return [word, `${word}s`];
  if (/z$/.test(word)) return [word, word.replace(/z$/, 'ces')];
  return /[dlnrjy]$/.test(word) ? [word, `${word}es`] : [word];
}

/** … and of an adjective in `o` the feminine forms: `roto`, `rota`, `rotas`. Pure. */
export function spanishAdjectiveForms(adjective: string): string[] {
  const word = fold(adjective);
  return [word, ...(word.endsWith('o') ? [word.replace(/o$/, 'a')] : [])].flatMap(spanishNounForms);
}

/** Of a noun that ends in a consonant Snowball takes `-er` and `-ar` for a verb's: "collar" and "collares" have two stems. Pure. */
export function stemsOfBothNumbers(noun: string): ReadonlySet<string> {
  const word = fold(noun);
  const other = /[dlnrj]es$/.test(word) ? word.slice(0, -2) : /[dlnrj]$/.test(word) ? `${word}es` : word;
  return new Set([stem(word, 'es'), stem(other, 'es')]);
}
