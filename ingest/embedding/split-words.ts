const WORD = /[\p{L}\p{N}\p{M}]+(?:'\p{L}+)*/gu;

/**
 * The words of a text as the word table writes them: NFKC, lower case, straight apostrophes, no possessive `'s`.
 * Numbers are words; punctuation and symbols are not.
 */
export function splitWords(text: string): string[] {
  const normal = text.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  return (normal.match(WORD) ?? []).map((word) => word.replace(/'s$/, ''));
}
