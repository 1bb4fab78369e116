import type { QuestionTerm } from './question-terms.ts';
import type { RankedUnit } from './rank-units.ts';

/** What tells whether the evidence holds an answer; each 0…1, of the best unit. */
export interface AnswerabilityFeatures {
  /** Share of the question, by idf, that the unit, its headings or its passage speak of. */
  covered: number;
  /** Share of the question, by idf, that none of them speaks of at all. */
  missing: number;
  /** How well the question's rarest word is covered. */
  rarest: number;
  /** Share of the unit's own words that are the question's. */
  focus: number;
  /** Cosine of question and passage. */
  cosine: number;
  /** The unit's score, of the greatest that weights allow. */
  score: number;
}

/**
 * Logistic regression over the features, fitted with equal weight for each set on XQuAD (English and Spanish; without
 * an answer: the same questions with their paragraph taken away), ClapNQ and the suites' stores.
 */
const BIAS = -2.75;
const WEIGHTS: Record<keyof AnswerabilityFeatures, number> = {
  covered: 2,
  missing: -2.4,
  rarest: 0.4,
  focus: 1.6,
  cosine: 1.8,
  score: 2,
};

/** A term covered less than this counts as missing. */
const MISSING = 0.3;
/** The score by which scores are brought to 0…1. */
const FULL_SCORE = 20;

/**
 * Below this the extractive answerer abstains. Lower answers more and wrongly, higher refuses more: the figures for both
 * are printed by `npm run bench -- answers`.
 */
export const ANSWER_THRESHOLD = 0.35;

/** The likelihood, 0…1, that the best unit answers the question; 0 when nothing was found. Pure. */
export function answerConfidence(ranked: RankedUnit[], terms: QuestionTerm[]): number {
  const features = answerabilityFeatures(ranked, terms);
  if (features === null) return 0;
  const z = Object.entries(WEIGHTS).reduce(
    (sum, [name, weight]) => sum + weight * features[name as keyof AnswerabilityFeatures],
    BIAS,
  );
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
  const missing = masses.reduce(
    (sum, mass, index) => sum + ((best.credits[index] ?? 0) < MISSING ? mass : 0),
    0,
  );
  return {
    covered: best.features.covered,
    missing: missing / total,
    rarest: best.credits[masses.indexOf(Math.max(...masses))] ?? 0,
    focus: best.features.focus,
    cosine: best.features.cosine,
    score: best.score / FULL_SCORE,
  };
}
