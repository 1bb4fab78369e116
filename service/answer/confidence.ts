import { isClosedClass } from './closed-class.ts';
import type { QuestionTerm } from './question-terms.ts';
import type { RankedUnit } from './rank-units.ts';

/** What tells whether the evidence holds an answer; each 0…1, of the best unit. */
export interface AnswerabilityFeatures {
  /** The unit's score, as a share of about the greatest there can be. */
  score: number;
  /** Share of the question, by idf, that neither the unit nor its headings nor its passage speak of. */
  missing: number;
  /** Cosine of question and passage; null where the embedding model does not speak the language. */
  cosine: number | null;
}

/**
 * Logistic regressions over the features, fitted with equal weight for each set: with vectors on XQuAD-en, ClapNQ and the
 * English suites' stores, without on XQuAD-es and the Spanish one. (XQuAD without an answer is the same question with its
 * paragraph taken away.)
 */
const WITH_VECTORS = { bias: -0.9, score: 3, missing: -4.4, cosine: 2.1 };
const BY_WORDS = { bias: 0.1, score: 4.3, missing: -5, cosine: 0 };

/** A term covered less than this counts as missing: a doubtful synonym is none. */
export const MISSING = 0.45;
/** "How much is delivery to Mexico" is not answered where Mexico is not spoken of, whatever else is. */
const CLOSED_CLASS = 2;
/** The score by which scores are brought to 0…1. */
const FULL_SCORE = 20;

/**
 * Below this the extractive answerer abstains. Lower answers more and wrongly, higher refuses more: the figures for both
 * are printed by `npm run bench -- answers`.
 */
export const ANSWER_THRESHOLD = 0.3;

/** The likelihood, 0…1, that the best unit answers the question; 0 when nothing was found. Pure. */
export function answerConfidence(ranked: RankedUnit[], terms: QuestionTerm[]): number {
  const features = answerabilityFeatures(ranked, terms);
  if (features === null) return 0;
  const weights = features.cosine === null ? BY_WORDS : WITH_VECTORS;
  const z =
    weights.bias +
    weights.score * features.score +
    weights.missing * features.missing +
    weights.cosine * (features.cosine ?? 0);
  return 1 / (1 + Math.exp(-z));
}

/** @returns null when there is nothing to answer from, or nothing was asked. */
export function answerabilityFeatures(
  ranked: RankedUnit[],
  terms: QuestionTerm[],
): AnswerabilityFeatures | null {
  const best = ranked[0];
  const masses = terms.map((term) => term.weight * term.idf);
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  if (best === undefined || total === 0) return null;
  let missing = 0;
  let extra = 0;
  terms.forEach((term, index) => {
    if ((best.credits[index] ?? 0) >= MISSING) return;
    const mass = masses[index] ?? 0;
    missing += mass;
    if (isClosedClass(term.word)) extra += mass * (CLOSED_CLASS - 1);
  });
  const { cosine } = best.evidence;
  return {
    score: best.score / FULL_SCORE,
    missing: (missing + extra) / (total + extra),
    cosine: cosine === 0 ? null : Math.max(0, cosine),
  };
}
