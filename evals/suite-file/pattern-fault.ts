import { normaliseText } from '../metrics/normalise-text.ts';

/**
 * What a regular expression should have been, where it is none, matches everything, or has a character that the text it
 * is tried on never has (that text has been through `normaliseText`); null where it can be used. Pure.
 */
export function patternFault(source: string): string | null {
  try {
    if (new RegExp(source, 'iu').test('')) return 'a pattern that an empty text does not match';
  } catch (error) {
    const reason = (error as Error).message.replace(/^.*: /su, '');
    return `a regular expression of JavaScript with the flags iu (${reason.toLowerCase()})`;
  }
  const foreign = [...source].find((letter) => letter > '\u007F' && neverInText(letter));
  if (foreign === undefined) return null;
  const plain = normaliseText(foreign) || 'a space';
  return `${plain} in place of ${foreign}, for a pattern is tried on the answer in its plain form`;
}

function neverInText(letter: string): boolean {
  return normaliseText(letter) !== letter && normaliseText(letter.toLowerCase()) !== letter.toLowerCase();
}
