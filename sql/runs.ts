import type { Queryable } from './queryable.ts';

export type RunStatus = 'running' | 'done' | 'failed' | 'stopped';

export interface RunKey {
  storeId: string;
  runId: string;
}

/** Notes that a run of a source has begun. */
export async function startRun(db: Queryable, run: RunKey & { sourceId: string }): Promise<void> {
  await db.query(
    `insert into runs (store_id, run_id, source_id, status) values ($1::text, $2::text, $3::text, 'running')`,
    [run.storeId, run.runId, run.sourceId],
  );
}

/** Notes how a run ended, with its report. */
export async function finishRun(
  db: Queryable,
  run: RunKey & { status: Exclude<RunStatus, 'running'>; report: unknown },
): Promise<void> {
  await db.query(
    `update runs set status = $3::text, finished_at = now(), report = $4::jsonb
     where store_id = $1::text and run_id = $2::text`,
    [run.storeId, run.runId, run.status, JSON.stringify(run.report)],
  );
}

/** @returns when a run of any source of the store was last completed, or null. */
export async function findLastDoneRun(
  db: Queryable,
  storeId: string,
): Promise<{ runId: string; finishedAt: Date } | null> {
  const result = await db.query<{ runId: string; finishedAt: Date }>(
    `select run_id as "runId", finished_at as "finishedAt" from runs
     where store_id = $1::text and status = 'done' order by finished_at desc limit 1`,
    [storeId],
  );
  return result.rows[0] ?? null;
}
