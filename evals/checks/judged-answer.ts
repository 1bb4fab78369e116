import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { Check, ReportedCitation } from '../score/case-result.ts';
import type { Expectation } from '../suite.ts';

/** An answer as checks look at it. */
export interface JudgedAnswer {
  response: AnswerResponse;
  /** What it says to the shopper, without its marks. */
  spoken: string;
  /** What each of its product cards says. */
  cards: readonly string[];
  citations: readonly Pick<ReportedCitation, 'id' | 'url' | 'quote' | 'fault'>[];
  /** What its text reads as, where that is sure. */
  detectedLanguage: string | null;
}

/** Holds one field of `expect` against an answer; null where the case does not have it. Pure. */
export type AnswerCheck = (expect: Expectation, judged: JudgedAnswer) => Check | null;
