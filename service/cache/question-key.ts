import { createHash } from 'node:crypto';
import type { StoreRow } from '../../sql/stores.ts';
import type { ResolvedAnswerRequest } from '../answer-question.ts';

/** What of a store an answer hangs on: its index, and the model that it is searched with. */
export type StoreState = Pick<StoreRow, 'revision' | 'embeddingModel' | 'name'>;

/**
 * Names everything that the answer to a first question hangs on, as a hash: so that no question stands in memory as a key. Two questions
 * are the same when they differ in white space alone. Pure.
 * @returns null when there are earlier turns, and when the request says something that is not known here, which might matter.
 */
export function questionKey(
  {
    store,
    question,
    locale,
    market,
    filters,
    limit,
    conversationId: _,
    history,
    ...unknown
  }: ResolvedAnswerRequest,
  { revision, embeddingModel, name }: StoreState,
  now: Date,
): string | null {
  if (history !== undefined && history.length > 0) return null;
  if (Object.values(unknown).some((value) => value !== undefined)) return null;
  const parts = [
    store,
    question.trim().replace(/\s+/g, ' '),
    locale ?? null,
    market?.toUpperCase() ?? null,
    Object.entries(filters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
    limit ?? null,
    revision,
    embeddingModel,
    name,
    // A sale may end, a season begin.
    now.toISOString().slice(0, 10),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
