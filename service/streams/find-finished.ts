import { setTimeout as sleep } from 'node:timers/promises';
import { type AnswerName, findFinishedAnswer } from '../../sql/find-finished-answer.ts';
import type { Queryable } from '../../sql/queryable.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';

/** How often the database is looked at for an answer that another instance makes. */
const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 800;

/**
 * Finds an answer that was finished a short while ago by whatever instance, for who comes back to its stream; waits for one that may
 * still be made. A conversation tells whether it is; the id of an answer that is not there yet tells nothing, so it is waited for.
 * @param options.waitMs at most; what another instance makes without a reader is stopped there after as long
 * @returns null when there is none, or it is another key's.
 * @throws the signal's reason.
 */
export type FindFinished = (
  name: AnswerName & { store: string; keyId: string | null },
  options: { keptMs: number; waitMs: number; signal: AbortSignal },
) => Promise<AnswerResponse | null>;

/** @param isAlone whether no other instance can have the database: what is under way is then known already. */
export function makeFindFinished({ pool, isAlone }: { pool: Queryable; isAlone: boolean }): FindFinished {
  return async ({ store, ...name }, { keptMs, waitMs, signal }) => {
    const until = performance.now() + waitMs;
    for (let wait = FIRST_LOOK_MS; ; wait = Math.min(2 * wait, LAST_LOOK_MS)) {
      const { response, underWay } = await findFinishedAnswer(pool, { storeId: store, ...name, keptMs });
      const mayCome = !isAlone && ('answerId' in name ? response === null : underWay);
      const left = until - performance.now();
      // Written by `saveAnswer`, within the time that a stream is kept for.
      if (!mayCome || left <= 0) return mayCome ? null : (response as AnswerResponse | null);
      await sleep(Math.min(wait, left), undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  };
}
