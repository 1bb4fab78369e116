import type { QuestionTerm } from './question-terms.ts';
import type { RankedUnit } from './rank-units.ts';

/** What tells whether the evidence holds an answer; each 0…1. */
export interface AnswerabilityFeatures {
  /** Share of the question, by idf, that the best unit, its headings or its passage speak of. */
  covered: number;
  /** … that the best unit itself speaks of. */
  own: number;
  /** How well the worst-covered of the question's telling words is covered. */
  weakest: number;
  /** Cosine of question and best passage. */
  cosine: number;
  /** Whether the best unit holds what kind of thing is asked for. */
  expected: number;
  adjacent: number;
}

/**
 * Logistic regression over the features, fitted on questions with and without an answer (`npm run bench -- answers`).
 */
const BIAS = -4.2;
const WEIGHTS: Record<keyof AnswerabilityFeatures, number> = {
  covered: 4,
  own: 1.5,
  weakest: 2.5,
  cosine: 1,
  expected: 0.8,
  adjacent: 0.5,
};

/** Below this the extractive answerer abstains. */
export const ANSWER_THRESHOLD = 0.5;

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
  if (best === undefined || terms.length === 0) return null;
  const { covered, own, expected, adjacent } = best.features;
  return {
    covered,
    own,
    weakest: weakestTerm(best, terms),
    cosine: Math.max(0, best.evidence.cosine),
    expected,
    adjacent,
  };
}

/** Terms rarer than the question's mean are the telling ones: what the question is about. */
function weakestTerm(best: RankedUnit, terms: QuestionTerm[]): number {
  const total = terms.reduce((sum, term) => sum + term.idf * term.weight, 0);
  const mean = total / terms.length;
  return Math.min(
    1,
    ...terms.map((term, index) => (term.idf * term.weight >= mean ? (best.credits[index] ?? 0) : 1)),
  );
}
