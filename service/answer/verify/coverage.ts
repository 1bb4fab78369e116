import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { WordSimilarity } from '../rank-units.ts';
import { areOneFamily, areSynonyms, hasSynonyms, isGeneric } from './generic-words.ts';

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
}

/** Words that begin alike but are less alike than this are different words: `general`, `generous`. */
const LEAST_FAMILY_SIMILARITY = 0.15;

/** @param similarity of two words; it never makes two words one, it only tells words that look alike apart */
export function readWords(grounds: GroundText[], similarity: WordSimilarity = () => 0): KnownWords {
  const tokens = grounds.flatMap((ground) =>
    tokensOf(ground).map((token) => ({ ...token, locale: ground.locale })),
  );
  const lexemes = new Set(tokens.map((token) => token.lexeme));
  const words = new Map(
    tokens
      .filter((token) => !token.stop || hasSynonyms(fold(token.word)))
      .map((token) => [fold(token.word), token.locale]),
  );
  const known = new Map<string, boolean>();
  // 0 is the similarity of a word that the table does not list.
  const isForm = (a: string, b: string, locale: string): boolean =>
    areOneFamily(a, b, locale) && (similarity(a, b) === 0 || similarity(a, b) >= LEAST_FAMILY_SIMILARITY);
  return {
    has({ lexeme, word }) {
      const folded = fold(word);
      if (lexemes.has(lexeme) || words.has(folded)) return true;
      let found = known.get(folded);
      if (found === undefined) {
        found = [...words].some(
          ([other, locale]) => areSynonyms(folded, other) || isForm(folded, other, locale),
        );
        known.set(folded, found);
      }
      return found;
    },
  };
}

/**
 * The words of a sentence that its grounds do not have, in any form. A vector's nearness excuses none: `red` and `blue`,
 * `students` and `teachers` are as near as words of one meaning. Pure.
 * @param claimed words that are checked as claims, folded
 */
export function findUncovered(
  sentence: GroundText,
  known: KnownWords,
  claimed: ReadonlySet<string>,
): string[] {
  const missing = tokensOf(sentence).filter((token) => {
    const folded = fold(token.word);
    // A compound's whole repeats its parts; numbers are claims.
    if (token.stop || /\d/.test(token.word) || /[^\p{L}\p{N}\p{M}]/u.test(token.word)) return false;
    return !isGeneric(folded) && !claimed.has(folded) && !known.has(token);
  });
  return [...new Set(missing.map((token) => token.word))];
}
