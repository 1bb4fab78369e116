import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { whileRenewed } from '../../ingest/run/while-renewed.ts';
import {
  beginConversation,
  releaseTurn,
  renewTurn,
  type TurnLease,
  takeTurn,
} from '../../sql/conversations.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { makeId } from '../answer/compose/ids.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { orAborted } from '../or-aborted.ts';
import { makeTurnQueue, type TurnQueue } from './turn-queue.ts';

/** A third of the time after which a silent turn is taken for dead. */
const RENEW_MS = 5_000;
/** How often another instance is looked at that answers in the same conversation. */
const FIRST_LOOK_MS = 50;
const LAST_LOOK_MS = 400;

/** An id that `makeId` can have made. Others are nobody's, and the database is not asked about them. */
export function isConversationId(id: string): boolean {
  return /^cnv_[\w-]{22}$/.test(id);
}

/**
 * Puts conversations around a pipeline: a question with the id of one that the store has goes on with it, in its turn; any
 * other question begins a new one, whose id the answer tells. An id that was made up, or belongs to another store, or to
 * a conversation that is gone, is not taken over: who could choose an id could choose one that others guess.
 *
 * Turns of a conversation come one after the other, within a process by a queue and between processes by a lease on its
 * row, which no transaction holds. A turn whose signal is aborted ends at once and lets the next one through.
 */
export function makeConversing({
  pool,
  answer,
  queue = makeTurnQueue(),
}: {
  pool: Queryable;
  answer: AnswerQuestion;
  queue?: TurnQueue;
}): AnswerQuestion {
  async function takeOver(lease: TurnLease, signal: AbortSignal): Promise<boolean> {
    for (let wait = FIRST_LOOK_MS; ; wait = Math.min(2 * wait, LAST_LOOK_MS)) {
      const taken = await takeTurn(pool, lease);
      if (taken !== 'busy') return taken === 'taken';
      await sleep(wait, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  return async (request, options) => {
    const { store: storeId, conversationId: given } = request;
    const { signal, keyId = null } = options;

    const run = async (lease: TurnLease, isNew: boolean) => {
      const { conversationId, holder } = lease;
      let kept = false;
      const renewable = {
        renew: () => renewTurn(pool, lease),
        release: async () => {
          if (!kept) await releaseTurn(pool, lease);
        },
      };
      return whileRenewed(renewable, { everyMs: RENEW_MS }, async () => {
        const turn = { holder, isNew };
        const response = await orAborted(
          answer({ ...request, conversationId }, { ...options, turn }),
          signal,
        );
        kept = true;
        return response;
      });
    };

    const inTurn = async <T>(conversationId: string, work: (lease: TurnLease) => Promise<T>): Promise<T> => {
      const leave = await queue.enter(`${storeId}/${conversationId}`, signal);
      try {
        return await work({ storeId, conversationId, holder: randomUUID() });
      } finally {
        leave();
      }
    };

    if (given !== undefined && isConversationId(given)) {
      const response = await inTurn(given, async (lease) =>
        (await takeOver(lease, signal)) ? run(lease, false) : null,
      );
      if (response !== null) return response;
    }
    return inTurn(makeId('cnv'), async (lease) => {
      await beginConversation(pool, lease, keyId);
      return run(lease, true);
    });
  };
}
