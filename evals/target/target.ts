import type { RetrievedPassage } from '../../service/answer-question.ts';
import type { AnswerRequest } from '../../service/schemas/answer-request.ts';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { Cassette } from '../cassettes/cassette.ts';

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
   * @throws when no answer can be had; the case then counts as failed. `TargetLostError` ends the run.
   */
  answer(
    request: AnswerRequest,
    signal: AbortSignal,
  ): Promise<{ response: AnswerResponse; retrieved: RetrievedPassage[] | null }>;
  /** The stored text that quotes are offsets into; null where the store has no such document. */
  findDocument(store: string, documentId: string, signal: AbortSignal): Promise<{ text: string } | null>;
  /**
   * Ingests its sources anew. @returns URLs of the documents that this has added, changed and removed; absent where the
   * store is not this target's own.
   */
  refresh?: (signal: AbortSignal) => Promise<{ added: string[]; changed: string[]; removed: string[] }>;
  close(): Promise<void>;
}

/**
 * What a suite is asked of: a store that exists (null: the service's default), or sources to ingest into a
 * throw-away database. `sources` are URLs or absolute paths.
 */
export type TargetRequest = { store: string | null } | { suite: string; sources: string[] };

/**
 * @param signal ends an opening that takes long.
 * @param cassette stands between the service's models and the network; a service behind a URL has its own models.
 * @throws when the store does not exist, a source cannot be ingested, or the service cannot be reached.
 */
export type OpenTarget = (
  request: TargetRequest,
  signal?: AbortSignal,
  cassette?: Pick<Cassette, 'fetch' | 'mode'> | null,
) => Promise<Target>;

/** The service under test has gone away while it was asked: the cases left would all fail, and say nothing. */
export class TargetLostError extends Error {
  override name = 'TargetLostError';
}

/** @returns that error where it is among the causes of another. */
export function findLostTarget(error: unknown): TargetLostError | null {
  const seen = new Set<unknown>();
  for (let current = error; current instanceof Error && !seen.has(current); current = current.cause) {
    if (current instanceof TargetLostError) return current;
    seen.add(current);
  }
  return null;
}
