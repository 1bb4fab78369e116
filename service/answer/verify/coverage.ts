import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { isCarrying } from './carrying.ts';
import { areOneFamily, areSynonyms, hasSynonyms, needsNoQuote } from './generic-words.ts';
import { numberWord } from './number-words.ts';

/** A text that a sentence stands on, in its language. */
export interface GroundText {
  text: string;
  locale: string;
  /** Reads the words of a part of it otherwise than by its locale. */
  read?: (part: string) => Token[];
}

/** The words of a text, or of a part of it. */
export function tokensOf({ text, locale, read }: GroundText, part = text): Token[] {
  return read === undefined ? analyze(part, locale) : read(part);
}

/** What the grounds say, ready to be asked for words. */
export interface KnownWords {
  /** Whether the grounds have the word: itself, another form of it, or what shops say for it. */
  has(word: { lexeme: string; word: string }): boolean;
  /** The lexeme that a word has in the grounds, where it may be another form or another word for it; null for none. */
  find(word: { lexeme: string; word: string }): string | null;
  /** As `find`, of other forms alone. */
  findForm(word: { lexeme: string; word: string }): string | null;
}

/** Words that begin alike but are less alike than this are different words: `general`, `generous`. */
const LEAST_FAMILY_SIMILARITY = 0.15;

const LEAST_PART = 3;

/** "Airmail" is said where "air mail" is: its second part, where both parts are known. */
function joined<T>(word: string, known: ReadonlyMap<string, T>): [string, T] | null {
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const found = known.get(second);
    if (found !== undefined && known.has(first)) return [second, found];
  }
  return null;
}

/** @param similarity of two words; it never makes two words one, it only tells words that look alike apart */
export function readWords(grounds: GroundText[], similarity: WordSimilarity = () => 0): KnownWords {
  const tokens = grounds.flatMap((ground) =>
    tokensOf(ground).map((token) => ({ ...token, locale: ground.locale })),
  );
  const lexemes = new Set(tokens.map((token) => token.lexeme));
  const words = new Map(
    tokens
      .filter((token) => !token.stop || hasSynonyms(fold(token.word)))
      .map((token) => [fold(token.word), token]),
  );
  const known = new Map<string, string | null>();
  // 0 is the similarity of a word that the table does not list.
  const isForm = (a: string, b: string, locale: string): boolean =>
    areOneFamily(a, b, locale) && (similarity(a, b) === 0 || similarity(a, b) >= LEAST_FAMILY_SIMILARITY);
  const find = ({ lexeme, word }: { lexeme: string; word: string }): string | null => {
    if (lexemes.has(lexeme)) return lexeme;
    const folded = fold(word);
    const same = words.get(folded);
    if (same !== undefined) return same.lexeme;
    let found = known.get(folded);
    if (found === undefined) {
      const all = [...words];
      const form = all.find(([other, { locale }]) => isForm(folded, other, locale));
      found =
        (form ?? all.find(([other]) => areSynonyms(folded, other)) ?? joined(folded, words))?.[1].lexeme ??
        null;
      known.set(folded, found);
    }
    return found;
  };
  const findForm = ({ lexeme, word }: { lexeme: string; word: string }): string | null => {
    if (lexemes.has(lexeme)) return lexeme;
    const folded = fold(word);
    const form =
      words.get(folded) ?? [...words].find(([other, { locale }]) => isForm(folded, other, locale))?.[1];
    return form?.lexeme ?? null;
  };
  return { find, findForm, has: (word) => find(word) !== null };
}

/** "The first 2 years", "los primeros 30 días": which ones is how long. */
const ORDINAL = /^(?:first|next|following|primer[oa]?s?|proxim[oa]s|siguientes)$/;
const digits = (text: string): string =>
  text.replace(/^\s(\p{L}+)/u, (whole, word: string) => {
    const number = numberWord(fold(word));
    return number === null || number.needsUnit ? whole : ` ${number.value}`;
  });

/** The share of a sentence's content words that may be missing where they only carry what it claims. */
const MOST_CARRYING = 0.25;

/**
 * The words of a sentence that its grounds do not have, in any form, unless they are few and claim nothing themselves. A vector's nearness excuses none: `red` and `blue`,
 * `students` and `teachers` are as near as words of one meaning. Pure.
 * @param claimed words that are checked as claims, folded
 */
export function findUncovered(
  sentence: GroundText,
  known: KnownWords,
  claimed: ReadonlySet<string>,
): string[] {
  const tokens = tokensOf(sentence);
  const missing = tokens.filter((token) => {
    const folded = fold(token.word);
    // A compound's whole repeats its parts; numbers are claims.
    if (token.stop || /\d/.test(token.word) || /[^\p{L}\p{N}\p{M}]/u.test(token.word)) return false;
    if (ORDINAL.test(folded) && /^\s\d/.test(digits(sentence.text.slice(token.end)))) return false;
    return !needsNoQuote(folded, sentence.locale) && !claimed.has(folded) && !known.has(token);
  });
  const content = tokens.filter((token) => !token.stop).length;
  const isForgiven =
    missing.length <= MOST_CARRYING * content &&
    missing.every((token) => isCarrying(fold(token.word), sentence.locale));
  return isForgiven ? [] : [...new Set(missing.map((token) => token.word))];
}
