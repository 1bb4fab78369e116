import type { RetrievedPassage } from '../../service/answer-question.ts';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { EarlierTurn } from '../score/case-result.ts';
import type { SuiteCase } from '../suite.ts';

/** What happened when a case was asked, before anything is judged. Only its last turn is kept. */
export type CaseRun = { case: SuiteCase } & (CaseAnswer | CaseFailure);

export interface CaseAnswer {
  response: AnswerResponse;
  /** Earlier turns of the conversation. */
  turns: EarlierTurn[];
  /** Passages that were looked at, best first; null where the target does not show them. */
  retrieved: RetrievedPassage[] | null;
  /** Text of every document that the answer cites, by id; null for one that the store does not have. */
  documents: ReadonlyMap<string, string | null>;
  /** The language of the answer's text, where a detector is sure of it. */
  detectedLanguage: string | null;
  /** From sending the last question to its whole answer, in milliseconds. */
  milliseconds: number;
  error?: never;
}

interface CaseFailure {
  /** Why there is no answer. */
  error: string;
  response?: never;
}
