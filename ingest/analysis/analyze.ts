import { languageOf } from './language-of.ts';
import { fold, stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

/** A word of a text as retrieval sees it. */
export interface Token {
  /** What is indexed and searched. */
  lexeme: string;
  /** The word as written, lower case. */
  word: string;
  /** UTF-16 offsets of the word in the text. */
  start: number;
  end: number;
  /** A function word: not indexed, not searched. */
  stop: boolean;
}

/** Words, and numbers with their separators: `1,000.50`, `GORE-TEX`, `don't`, `4/5`. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,'’\-/&][\p{L}\p{N}\p{M}]+)*/gu;
const NUMBER = /^\d[\d.,]*$/;

/**
 * Cuts a text into tokens: stems by Snowball, function words marked, numbers brought to one form. A compound such as
 * `GORE-TEX` or `TR-200` gives its whole (`goretex`, as model numbers need) and its parts.
 * @param locale of the text; only its language counts.
 */
export function analyze(text: string, locale: string): Token[] {
  const language = languageOf(locale);
  const stops = stopWords(language);
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const whole = match[0];
    if (NUMBER.test(whole)) {
      tokens.push({
        lexeme: numberLexeme(whole),
        word: whole,
        start,
        end: start + whole.length,
        stop: false,
      });
      continue;
    }
    const parts = [...whole.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
    const contraction = /['’]/.test(whole);
    if (parts.length > 1 && !contraction) {
      const joined = fold(whole).replace(/[^\p{L}\p{N}]/gu, '');
      tokens.push({
        lexeme: joined,
        word: whole.toLowerCase(),
        start,
        end: start + whole.length,
        stop: false,
      });
    }
    for (const part of parts) {
      const folded = fold(part[0]);
      tokens.push({
        lexeme: stem(folded, language),
        word: part[0].toLowerCase(),
        start: start + part.index,
        end: start + part.index + part[0].length,
        // What follows an apostrophe is no size: `don't`, `it's`.
        stop: stops.has(folded) || (contraction && folded.length === 1),
      });
    }
  }
  return tokens;
}

/** @returns the lexemes that are searched for, in order, repeated where the text repeats them. */
export function lexemes(text: string, locale: string): string[] {
  return analyze(text, locale)
    .filter((token) => !token.stop)
    .map((token) => token.lexeme);
}

/** `1,000` and `1.000` are `1000`, `129.00` and `129,00` are `129`, `2.5` and `2,5` are `2.5`. */
export function numberLexeme(written: string): string {
  const trimmed = written.replace(/[.,]+$/, '');
  const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?$/.exec(trimmed);
  const plain = grouped ? trimmed.replaceAll(grouped[1] ?? ',', '') : trimmed;
  const point = plain.replace(',', '.');
  const value = Number(point);
  return Number.isFinite(value) ? String(value) : point;
}
