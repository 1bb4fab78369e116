import { setTimeout as sleep } from 'node:timers/promises';
import type { ScheduledSource } from '../../ingest/run/plan-jobs.ts';
import { makeAgenda, nextRun } from './agenda.ts';
import { readFinishedAt } from './finished-at.ts';
import { makeTurns, type TurnDeps } from './take-turns.ts';

/** Looked at again after this at the latest: clocks are set, and runs elsewhere end or die. */
const LOOK_AGAIN_MS = 60_000;

/** The ingests by schedule, beside the questions. */
export interface Schedules {
  /** Ends the one under way, and waits for that. */
  stop(): Promise<void>;
}

export interface SchedulesOptions extends Pick<TurnDeps, 'pool' | 'ingest' | 'logger'> {
  sources: readonly ScheduledSource[];
  /** Stops them as `stop` does, but waits for nothing. */
  signal?: AbortSignal | undefined;
  now?: () => Date;
  lookAgainMs?: number;
}

/**
 * Ingests each source when its schedule comes, one after the other, and at once those whose time was missed. A source
 * that is being ingested already, by a person or by another service on the same database, is left alone until that has
 * ended. Nothing that goes wrong ends it: it is logged, and the source has its turn again at its next time.
 */
export function startSchedules({
  pool,
  sources,
  ingest,
  logger,
  signal,
  now = () => new Date(),
  lookAgainMs = LOOK_AGAIN_MS,
}: SchedulesOptions): Schedules {
  const stopping = new AbortController();
  const stopped = signal ? AbortSignal.any([stopping.signal, signal]) : stopping.signal;
  const turns = makeTurns({ pool, ingest, logger, now, signal: stopped });
  for (const source of sources) {
    const { storeId: store, sourceId, schedule, timezone } = source;
    const next = nextRun(source, now())?.toISOString() ?? 'never';
    logger.info({ store, source: sourceId, schedule, timezone: timezone ?? 'local', next }, 'Scheduled.');
  }

  async function keepUp(): Promise<void> {
    while (!stopped.aborted) {
      await sleep(await takeDueTurns(), undefined, { signal: stopped });
    }
  }

  /** @returns milliseconds until there may be something to do again. */
  async function takeDueTurns(): Promise<number> {
    try {
      const finishedAt = await readFinishedAt(pool, sources);
      const doneAt = (source: ScheduledSource) => later(finishedAt(source), turns.hadFor(source));
      const { due, nextAt } = makeAgenda(sources, doneAt, now());
      let ingested = false;
      for (const one of due) {
        if (!stopped.aborted && (await turns.take(one))) ingested = true;
      }
      // Others may have become due meanwhile.
      if (ingested) return 0;
      return nextAt === null ? lookAgainMs : Math.min(lookAgainMs, nextAt.getTime() - now().getTime());
    } catch (error) {
      if (!stopped.aborted)
        logger.warn({ err: error }, 'The schedules cannot be kept now. It is tried again.');
      return lookAgainMs;
    }
  }

  const done = keepUp().catch((error: unknown) => {
    if (!stopped.aborted) logger.warn({ err: error }, 'The schedules ended.');
  });
  return {
    stop: () => {
      stopping.abort(new Error('the service is stopped'));
      return done;
    },
  };
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
