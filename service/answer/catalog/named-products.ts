import { analyze } from '../../../ingest/analysis/analyze.ts';
import { wordRarity } from '../word-rarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word names a product if few names have it: no more than these, or than this share of them. */
const MOST_NAMES = 3;
const MOST_SHARE = 0.05;
/** "Free" of "Peat-free Compost" is an everyday word that names nothing. */
const LEAST_RARITY = 0.7;
/** A name that matches less than this share of what the best one matches is not meant. */
const CLOSE_TO_BEST = 0.9;
/** More products than these are a kind of thing, not a name. */
const MOST_PRODUCTS = 4;

/** The products that a question calls by name. */
export interface NamedProducts {
  names: string[];
  documentIds: string[];
  /** Lexemes of the question that are parts of those names. */
  lexemes: ReadonlySet<string>;
}

/**
 * Finds the products that a question calls by name ("the Stormline", "Nightjar 20"): a rare word of a name says it, the
 * others decide between namesakes. Pure.
 * @returns null when it names none.
 */
export function findNamedProducts(
  question: string,
  locale: string,
  vocabulary: Vocabulary,
): NamedProducts | null {
  const asked = new Set(
    analyze(question, locale)
      .filter((token) => !token.stop)
      .map((token) => token.lexeme),
  );
  const most = Math.max(MOST_NAMES, vocabulary.names.length * MOST_SHARE);
  const rarity = (lexeme: string): number =>
    Math.log(1 + vocabulary.names.length / (vocabulary.nameCounts.get(lexeme) ?? vocabulary.names.length));
  const candidates = vocabulary.names.flatMap((entry) => {
    const matched = entry.lexemes.filter((lexeme) => asked.has(lexeme));
    const telling = matched.some(
      (lexeme) =>
        /^\p{L}{3,}/u.test(lexeme) &&
        !vocabulary.kinds.has(lexeme) &&
        (vocabulary.nameCounts.get(lexeme) ?? 0) <= most &&
        wordRarity(vocabulary.nounWords.get(lexeme) ?? lexeme, locale) >= LEAST_RARITY,
    );
    return telling
      ? [{ entry, matched, score: matched.reduce((sum, lexeme) => sum + rarity(lexeme), 0) }]
      : [];
  });
  const best = Math.max(0, ...candidates.map((candidate) => candidate.score));
  const meant = candidates.filter((candidate) => candidate.score >= CLOSE_TO_BEST * best);
  if (meant.length === 0 || meant.length > MOST_PRODUCTS) return null;
  return {
    names: meant.map(({ entry }) => entry.name),
    documentIds: meant.flatMap(({ entry }) => entry.documentIds),
    lexemes: new Set(meant.flatMap(({ matched }) => matched)),
  };
}
