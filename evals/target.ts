import type { RetrievedPassage } from '../service/answer-question.ts';
import type { AnswerRequest, AnswerResponse } from '../service/schemas.ts';

/** A service under test, in this process or behind a URL. */
export interface Target {
  /** How reports call it: `in-process` or its URL. */
  name: string;
  /** The store that its questions go to; null leaves the choice to the service. */
  store: string | null;
  /** Facts for the report's header, such as `{ embeddingModel: 'local-1' }`. */
  info: Record<string, string>;
  /**
   * `retrieved` are the passages that were looked at, best first; null where the target does not show them.
   * @throws when no answer can be had; the case then counts as failed.
   */
  answer(
    request: AnswerRequest,
    signal: AbortSignal,
  ): Promise<{ response: AnswerResponse; retrieved: RetrievedPassage[] | null }>;
  /** The stored text that quotes are offsets into; null where the store has no such document. */
  findDocument(store: string, documentId: string, signal: AbortSignal): Promise<{ text: string } | null>;
  close(): Promise<void>;
}

/**
 * What a suite is asked of: a store that exists (null: the service's default), or sources to ingest into a
 * throw-away database. `sources` are URLs or absolute paths.
 */
export type TargetRequest = { store: string | null } | { suite: string; sources: string[] };

/** @throws when the store does not exist, a source cannot be ingested, or the service cannot be reached. */
export type OpenTarget = (request: TargetRequest) => Promise<Target>;
