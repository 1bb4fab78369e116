import { NO_USAGE } from '../answer/answerer.ts';
import { makeId } from '../answer/compose/ids.ts';
import type { AnswerEvent } from '../answer-question.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { KeptAnswer } from './answer-cache.ts';

/**
 * Gives an answer again as one of its own: other ids, nothing spent, its events as they were.
 * @param turn.started as of `performance.now()`
 */
export async function sayAgain(
  { events, response }: KeptAnswer,
  {
    conversationId,
    emit,
    started,
  }: { conversationId: string; emit: (event: AnswerEvent) => Promise<void>; started: number },
): Promise<AnswerResponse> {
  const { store, locale } = response;
  const ids = { id: makeId('ans'), conversationId, store, locale };
  await emit({ type: 'start', ...ids });
  for (const event of events) await emit(event);
  const total = Math.round((performance.now() - started) * 10) / 10;
  return {
    ...response,
    ...ids,
    cached: true,
    usage: { ...NO_USAGE },
    timings: { embed: 0, search: 0, generate: 0, verify: 0, total },
  };
}
