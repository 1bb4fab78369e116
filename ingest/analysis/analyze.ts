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
/** A model number's letters are no ending: an A7S is no A7. `30days` is a number and its word. */
const CODE = /^(?=.*\d)(?!\d+\p{L}{3,}$)[\p{L}\p{N}]+$/u;

/** What a word of a text gives, wherever it stands; offsets are within the word. */
export type WordPart = Readonly<Token>;

/** Pages and questions repeat their words, and reading one costs a hundred times a look-up. */
const MAX_KNOWN = 50_000;
const LONGEST_KNOWN = 32;
const knownWords = new Map<string, Map<string, readonly WordPart[]>>();

/**
 * Cuts a text into tokens: stems by Snowball, function words marked, numbers brought to one form. A compound such as
 * `GORE-TEX` or `TR-200` gives its whole (`goretex`, as model numbers need) and its parts.
 * @param locale of the text; only its language counts.
 */
export function analyze(text: string, locale: string): Token[] {
  const language = languageOf(locale);
  const tokens: Token[] = [];
  for (const { 0: whole, index } of text.matchAll(WORD)) {
    for (const { lexeme, word, start, end, stop } of partsOf(whole, language))
      tokens.push({ lexeme, word, start: index + start, end: index + end, stop });
  }
  return tokens;
}

/** As `analyze`, without where they stand; of a word that stands in many texts mostly the same objects. */
export function wordParts(text: string, locale: string): WordPart[] {
  const language = languageOf(locale);
  return (text.match(WORD) ?? []).flatMap((whole) => partsOf(whole, language));
}

/** @returns the lexemes that are searched for, in order, repeated where the text repeats them. */
export function lexemes(text: string, locale: string): string[] {
  const language = languageOf(locale);
  const found: string[] = [];
  for (const whole of text.match(WORD) ?? [])
    for (const { lexeme, stop } of partsOf(whole, language)) if (!stop) found.push(lexeme);
  return found;
}

function partsOf(whole: string, language: string): readonly WordPart[] {
  let words = knownWords.get(language);
  const known = words?.get(whole);
  if (known !== undefined) return known;
  if (whole.length > LONGEST_KNOWN) return readWord(whole, language);
  if (words === undefined || words.size >= MAX_KNOWN) {
    words = new Map();
    knownWords.set(language, words);
  }
  // A copy, as a slice would keep the whole text that it is cut from.
  const own = Buffer.from(whole).toString();
  const parts = readWord(own, language);
  words.set(own, parts);
  return parts;
}

function readWord(whole: string, language: string): WordPart[] {
  const wordSpan = { word: whole.toLowerCase(), start: 0, end: whole.length };
  if (NUMBER.test(whole)) return [{ lexeme: numberLexeme(whole), ...wordSpan, word: whole, stop: false }];
  const stops = stopWords(language);
  const parts = [...whole.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const contraction = /['’]/.test(whole);
  const tokens: WordPart[] = [];
  if (parts.length > 1 && !contraction) {
    const joined = fold(whole).replace(/[^\p{L}\p{N}]/gu, '');
    tokens.push({ lexeme: joined, ...wordSpan, stop: false });
  }
  for (const { 0: part, index } of parts) {
    const folded = fold(part);
    tokens.push({
      lexeme: CODE.test(folded) ? folded : stem(folded, language),
      word: part.toLowerCase(),
      start: index,
      end: index + part.length,
      // What follows an apostrophe is no size: `don't`, `it's`.
      stop: stops.has(folded) || (contraction && folded.length === 1),
    });
  }
  return tokens;
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
