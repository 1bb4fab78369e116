import type { RetrievedPassage } from '../../service/answer-question.ts';
import type { AnswerResponse, AnswerStatus } from '../../service/schemas/answer-response.ts';
import type { Judgement } from '../judges/judgement.ts';
import type { FactPlace } from '../metrics/facts-found.ts';
import type { MetricName } from '../metrics/metric-names.ts';
import { RETRIEVAL_METRICS } from '../metrics/retrieval-scores.ts';
import type { Score } from '../metrics/score.ts';
import type { UnsupportedSentence } from '../metrics/support.ts';

/** One expectation held against an answer. */
export interface Check {
  /** What was checked: a field of `expect`, or `gate <metric>`, or `answer`, `cited`, `proven`, which every case is held to. */
  name: string;
  passed: boolean;
  expected: string;
  got: string;
}

/** Metrics that a single case has a score of; `metrics/metric-names.ts` says what they are. */
export const CASE_SCORES = [
  'answered',
  'cited',
  'factsFound',
  'forbiddenAvoided',
  ...RETRIEVAL_METRICS,
  'citationRecall',
  'citationPrecision',
  'citationValidity',
  'quoteValidity',
  'support',
  'numberExactness',
  'productRecall',
  'productOrder',
  'clarifyMatch',
  'handoffMatch',
  'statusAccuracy',
  'languageMatch',
] as const satisfies MetricName[];

export type CaseScoreName = (typeof CASE_SCORES)[number];

/** Scores of one case; a case that got no answer scores 0 wherever something was expected of it. */
export type CaseScores = Record<CaseScoreName, Score>;

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

/** What one of several askings of a case came to. */
export interface RepeatedVerdict {
  passed: boolean;
  error: string | null;
  status: AnswerStatus | null;
  answer: string | null;
  milliseconds: number | null;
}

/** A judged case, as report.json holds it. */
export interface CaseResult {
  id: string;
  tags: string[];
  /** A hash of what the suite states of it, its questions and expectation; undefined where it was not recorded. */
  definition?: string;
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
  /** Expected facts, then those of the accepted answer that is nearest. */
  facts: { fact: string; foundIn: FactPlace }[];
  /** Sentences that their quotes do not carry. */
  unsupported: UnsupportedSentence[];
  /** Numbers, as written, that are in none of the quotes that they stand on. */
  inexactNumbers: string[];
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
  /** Every asking, where a case was asked more than once; the record is then the first that failed, else the first. */
  repeats?: RepeatedVerdict[];
  /** What judges have said of the answer, where they were asked. */
  judgements?: Judgement[];
}
