import type { RetrievedPassage } from '../service/answer-question.ts';
import type { AnswerResponse, AnswerStatus } from '../service/schemas.ts';
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
  /** The document's text around the quote, up to 200 UTF-16 code units each side; null where there is no text. */
  context: { before: string; after: string } | null;
  /** Why the quote is not proven; null when it is. */
  fault: string | null;
}

/** An earlier turn of a case's conversation, which was not scored. */
export interface EarlierTurn {
  question: string;
  status: AnswerStatus;
  answer: string;
}

/** A judged case, as report.json holds it. */
export interface CaseResult {
  id: string;
  tags: string[];
  /** Every turn; the last one was scored. */
  questions: string[];
  /** What was answered to all but the last of them. */
  turns: EarlierTurn[];
  /** The question as it was understood, made to stand alone; null where the service does not say. */
  standalone: string | null;
  passed: boolean;
  /** Why there is no answer; null when there is one. */
  error: string | null;
  status: AnswerStatus | null;
  answer: string | null;
  locale: string | null;
  /** What the answer's text reads as, where that is sure. */
  detectedLanguage: string | null;
  /** The answer's sentences with the ids of their citations. */
  parts: AnswerResponse['parts'];
  citations: ReportedCitation[];
  /** Passages that were looked at, best first; null where the target does not show them. */
  retrieved: RetrievedPassage[] | null;
  clarify: AnswerResponse['clarify'];
  handoff: AnswerResponse['handoff'];
  /** How sure the service says it is, 0…1; null without an answer. */
  confidence: number | null;
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
  /** Tokens that the scored turn's models have billed, and their price; null without an answer. */
  usage: AnswerResponse['usage'] | null;
}
