import { normaliseText } from './normalise-text.ts';

/** Scripts that write words without spaces between them, where the letter before a match says nothing. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Whether a text states a fact, both compared as `normaliseText` makes them. A fact is found at the beginning of a
 * word (`worn` not in `unworn`, but `refund` in `refunded`) and never inside a longer number (`30` not in `130`, `300`,
 * `30.5` or `1,30`).
 */
export function containsFact(text: string, fact: string): boolean {
  const haystack = normaliseText(text);
  const needle = normaliseText(fact);
  if (needle === '') return false;
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    if (beginsWord(haystack, at) && endsNumber(haystack, at + needle.length)) return true;
  }
  return false;
}

function beginsWord(text: string, at: number): boolean {
  const before = lastCharacter(text.slice(0, at));
  const first = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (!LETTER_OR_DIGIT.test(first)) return true;
  if (/\d/.test(first)) return !/(?:[\p{L}\p{N}]|\d[.,])$/u.test(text.slice(0, at));
  return !LETTER_OR_DIGIT.test(before) || UNSPACED.test(first) || UNSPACED.test(before);
}

function endsNumber(text: string, end: number): boolean {
  if (!/\d/.test(text.charAt(end - 1))) return true;
  return !/^(?:\d|[.,]\d)/.test(text.slice(end));
}

function lastCharacter(text: string): string {
  return /.$/su.exec(text)?.[0] ?? '';
}
