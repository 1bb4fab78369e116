import type { AnswerStatus } from '../service/schemas.ts';
import type { FactPlace } from './metrics/facts-found.ts';
import type { Score } from './metrics/score.ts';

/** One expectation held against an answer. */
export interface Check {
  /** What was checked: a field of `expect`, or `answer`, `cited`, `quotes`, which every case is held to. */
  name: string;
  passed: boolean;
  expected: string;
  got: string;
}

/** Scores of one case; a case that got no answer scores 0 wherever something was expected of it. */
export interface CaseScores {
  answered: Score;
  cited: Score;
  factsFound: Score;
  forbiddenAvoided: Score;
  citationRecall: Score;
  citationPrecision: Score;
  productRecall: Score;
  statusAccuracy: Score;
  languageMatch: Score;
}

export interface ReportedCitation {
  id: number;
  url: string;
  title: string;
  quote: string;
  documentId: string;
  start: number;
  end: number;
  /** Why the quote is not proven; null when it is. */
  fault: string | null;
}

/** A judged case, as report.json holds it. */
export interface CaseResult {
  id: string;
  tags: string[];
  /** Every turn; the last one was scored. */
  questions: string[];
  passed: boolean;
  /** Why there is no answer; null when there is one. */
  error: string | null;
  status: AnswerStatus | null;
  answer: string | null;
  locale: string | null;
  /** What the answer's text reads as, where that is sure. */
  detectedLanguage: string | null;
  citations: ReportedCitation[];
  products: { sku: string; name: string; price: number | null; currency: string | null }[];
  facts: { fact: string; foundIn: FactPlace }[];
  checks: Check[];
  scores: CaseScores;
  /** Whether the case says that an abstention is right; null where it does not say. */
  abstention: { expected: boolean | null; made: boolean };
  /** From sending the last question to its whole answer, as the harness measured it; null without an answer. */
  milliseconds: number | null;
  /** What the service says about the same, in milliseconds per stage. */
  timings: Record<string, number>;
  model: string | null;
}
