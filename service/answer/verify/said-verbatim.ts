import type { Ground } from '../answerer.ts';
import { sayRow } from '../rank/labelled-line.ts';

const ENDS_SENTENCE = /[.!?…]["'”’»)]*$/;

/**
 * Whether a sentence is the store's own: whole sentences or lines of a quote, word for word, a table row as `sayRow` says
 * it, or a line after the name of what it is about (`Stormline Jacket – Color: red`). Part of a sentence is not: it may
 * leave out what the rest depends on. Pure.
 */
export function isSaidVerbatim(sentence: string, grounds: Ground[]): boolean {
  const words = sentence.trim();
  if (words === '') return false;
  return grounds.some(({ text, context, product }) => {
    if (text.split('\n').some((line) => line.includes(';') && sayRow(line) === words)) return true;
    const names = [...context, ...(product === null ? [] : [product.name])].map((name) => `${name} – `);
    const named = names.find((name) => words.startsWith(name) && words.length > name.length);
    return standsWhole(words, text) || (named !== undefined && standsWhole(words.slice(named.length), text));
  });
}

/** Whether the words stand in the text between ends of sentences or lines. */
function standsWhole(words: string, text: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + words.length);
    const begins =
      /(?:^|\n)\s*$/.test(before) || (/\s$/.test(before) && ENDS_SENTENCE.test(before.trimEnd()));
    const ends = /^\s*(?:\n|$)/.test(after) || (ENDS_SENTENCE.test(words) && /^\s/.test(after));
    if (begins && ends) return true;
  }
  return false;
}
