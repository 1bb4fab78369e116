import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type pg from 'pg';
import type { Logger } from 'pino';
import { endDeadRuns } from '../../ingest/run/end-dead-runs.ts';
import type { ScheduledSource } from '../../ingest/run/plan-jobs.ts';
import { whileRenewed } from '../../ingest/run/while-renewed.ts';
import { listRunningRuns } from '../../sql/runs.ts';
import { releaseScheduleLease, takeScheduleLease } from '../../sql/schedule-leases.ts';
import { type DueSource, nextRun } from './agenda.ts';
import { describeOutcome } from './describe-outcome.ts';
import { readFinishedAt, sourceKey } from './finished-at.ts';
import type { IngestChild } from './ingest-child.ts';

/** A third of the time after which a silent holder of a lease is taken for dead. */
const RENEW_MS = 20_000;
/** A run of another machine that began before is no longer waited for: whether it was killed cannot be seen from here. */
const ELSEWHERE_MS = 60 * 60 * 1000;

export interface TurnDeps {
  pool: pg.Pool;
  ingest: IngestChild;
  logger: Pick<Logger, 'info' | 'warn'>;
  now: () => Date;
  /** Ends the ingest under way. */
  signal: AbortSignal;
}

/** Gives due sources their turns, each when nobody else is at it. */
export function makeTurns({ pool, ingest, logger, now, signal }: TurnDeps) {
  const holder = `${hostname()}:${process.pid}:${randomUUID()}`;
  /** What failed is not tried again until its schedule comes again. */
  const seenTo = new Map<string, Date>();
  const told = new Map<string, Date>();

  function leaveAlone({ source, dueAt }: DueSource, reason: string): false {
    const { storeId: store, sourceId } = source;
    const key = sourceKey(source);
    if (told.get(key)?.getTime() !== dueAt.getTime()) {
      const due = dueAt.toISOString();
      logger.info({ store, source: sourceId, due, reason }, 'A scheduled ingest is skipped.');
    }
    told.set(key, dueAt);
    return false;
  }

  async function ingestNow({ source, dueAt }: DueSource): Promise<void> {
    const { storeId: store, sourceId } = source;
    seenTo.set(sourceKey(source), dueAt);
    logger.info({ store, source: sourceId, due: dueAt.toISOString() }, 'A scheduled ingest begins.');
    const outcome = await ingest(source, signal);
    if (signal.aborted) {
      logger.info({ store, source: sourceId }, 'A scheduled ingest was ended with the service.');
      return;
    }
    const { level, fields, message } = describeOutcome(outcome);
    const next = nextRun(source, now())?.toISOString() ?? 'never';
    logger[level]({ store, source: sourceId, ...fields, next }, message);
  }

  /** @returns whether it was ingested. */
  async function take(due: DueSource): Promise<boolean> {
    const { source, dueAt } = due;
    const lease = { storeId: source.storeId, sourceId: source.sourceId, holder };
    if (!(await takeScheduleLease(pool, lease))) return leaveAlone(due, 'another service ingests it');
    // One that is lost is not given up on: two ingests at once do no harm, they only cost.
    const renewable = {
      renew: () => takeScheduleLease(pool, lease),
      release: () => releaseScheduleLease(pool, lease),
    };
    return whileRenewed(renewable, { everyMs: RENEW_MS }, async () => {
      await endDeadRuns(pool, source);
      if (await isUnderWay(pool, source, now())) return leaveAlone(due, 'an ingest of it is under way');
      // Asked last: whoever had the lease, or was at it by hand, may have ended a moment ago.
      const finishedAt = (await readFinishedAt(pool, [source]))(source);
      if (finishedAt !== null && finishedAt >= dueAt) return false;
      await ingestNow(due);
      return true;
    });
  }

  return {
    take,
    /** The last time of a source's schedule that it had its turn for; null: none. */
    hadFor: (source: ScheduledSource): Date | null => seenTo.get(sourceKey(source)) ?? null,
  };
}

async function isUnderWay(
  pool: pg.Pool,
  { storeId, sourceId }: ScheduledSource,
  now: Date,
): Promise<boolean> {
  const running = await listRunningRuns(pool, storeId, sourceId);
  const since = now.getTime() - ELSEWHERE_MS;
  return running.some(({ host, startedAt }) => host === hostname() || startedAt.getTime() > since);
}
