import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { deleteOldConversations } from '../../sql/delete-conversations.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { listStores } from '../../sql/stores.ts';

const EVERY_MS = 60 * 60_000;
/** Not at once: a service that starts has better things to do. */
const FIRST_MS = 60_000;
/** A statement of so many is over in some milliseconds, so that no question waits for it. */
const BATCH = 200;
const BETWEEN_BATCHES_MS = 100;

/** The deletion of old conversations, beside the questions. */
export interface RetentionJob {
  /** Ends it after the statement under way. */
  stop(): Promise<void>;
}

/**
 * Deletes what each store no longer keeps, once an hour, in small batches. Several instances on one database share the work
 * by skipping the rows that another one has in hand. What fails is logged and tried again an hour later.
 */
export function startRetention({
  pool,
  retentionMs,
  logger,
  everyMs = EVERY_MS,
  firstMs = FIRST_MS,
  batch = BATCH,
}: {
  pool: Queryable;
  retentionMs: (storeId: string) => number | null;
  logger: Pick<Logger, 'info' | 'warn'>;
  everyMs?: number;
  firstMs?: number;
  batch?: number;
}): RetentionJob {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (ms: number) => sleep(ms, undefined, { signal, ref: false });

  async function clear(storeId: string, keptMs: number): Promise<void> {
    let deleted = 0;
    for (;;) {
      const gone = await deleteOldConversations(pool, storeId, keptMs / 1000, batch);
      deleted += gone;
      if (gone < batch) break;
      await pause(BETWEEN_BATCHES_MS);
    }
    if (deleted > 0) logger.info({ store: storeId, deleted }, 'Old conversations were deleted.');
  }

  async function keepUp(): Promise<void> {
    for (let wait = firstMs; ; wait = everyMs) {
      await pause(wait);
      try {
        for (const { storeId } of await listStores(pool)) {
          const keptMs = retentionMs(storeId);
          if (keptMs !== null) await clear(storeId, keptMs);
        }
      } catch (error) {
        signal.throwIfAborted();
        logger.warn({ err: error }, 'Old conversations cannot be deleted now. It is tried again.');
      }
    }
  }

  const done = keepUp().catch((error: unknown) => {
    if (!signal.aborted) logger.warn({ err: error }, 'Old conversations are no longer deleted.');
  });
  return {
    stop: () => {
      stopping.abort(new Error('the service is stopped'));
      return done;
    },
  };
}
