import type { Queryable } from './queryable.ts';

export type RunStatus = 'running' | 'done' | 'failed' | 'stopped';

export interface RunKey {
  storeId: string;
  runId: string;
}

/** The process that a run is in. */
export interface RunPlace {
  /** The machine's or container's name, for a process id says nothing elsewhere. */
  host: string;
  pid: number;
}

/** Notes that a run of a source has begun; once, however often it is told. */
export async function startRun(
  db: Queryable,
  run: RunKey & { sourceId: string; place: RunPlace; settingsHash?: string },
): Promise<void> {
  await db.query(
    `insert into runs (store_id, run_id, source_id, status, host, pid, settings_hash)
     values ($1::text, $2::text, $3::text, 'running', $4::text, $5::int, $6::text)
     on conflict (store_id, run_id) do nothing`,
    [run.storeId, run.runId, run.sourceId, run.place.host, run.place.pid, run.settingsHash ?? null],
  );
}

/** @returns the runs of a source that have not ended as far as the database knows, oldest first. */
export async function listRunningRuns(
  db: Queryable,
  storeId: string,
  sourceId: string,
): Promise<(RunPlace & { runId: string; startedAt: Date })[]> {
  const result = await db.query<RunPlace & { runId: string; startedAt: Date }>(
    `select run_id as "runId", host, pid, started_at as "startedAt" from runs
     where store_id = $1::text and source_id = $2::text and status = 'running' order by started_at, run_id`,
    [storeId, sourceId],
  );
  return result.rows;
}

/** Marks runs that were killed as failed. One that has ended meanwhile keeps how it ended. */
export async function failRuns(db: Queryable, storeId: string, runIds: string[]): Promise<void> {
  if (runIds.length === 0) return;
  await db.query(
    `update runs set status = 'failed', finished_at = now()
     where store_id = $1::text and run_id = any($2::text[]) and status = 'running'`,
    [storeId, runIds],
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

/** The last run of a source, as far as the database knows how it went. */
export interface LastRun {
  runId: string;
  status: RunStatus;
  startedAt: Date;
  finishedAt: Date | null;
  /** Of a run that said how it ended; null while it runs and when it was killed. */
  report: Record<string, unknown> | null;
}

/** @returns the run of a source that began last; null when there was none. */
export async function findLastRun(db: Queryable, storeId: string, sourceId: string): Promise<LastRun | null> {
  const result = await db.query<LastRun>(
    `select run_id as "runId", status, started_at as "startedAt", finished_at as "finishedAt", report from runs
     where store_id = $1::text and source_id = $2::text order by started_at desc, run_id desc limit 1`,
    [storeId, sourceId],
  );
  return result.rows[0] ?? null;
}

/** @returns the settings by which all of the source was last read and published; null when it never was, or they are not known. */
export async function findLastSettings(
  db: Queryable,
  storeId: string,
  sourceId: string,
): Promise<string | null> {
  const result = await db.query<{ hash: string | null }>(
    `select settings_hash as hash from runs
     where store_id = $1::text and source_id = $2::text and status in ('done', 'stopped')
     order by started_at desc, run_id desc limit 1`,
    [storeId, sourceId],
  );
  return result.rows[0]?.hash ?? null;
}

/** A source that is ingested every hour keeps the reports of some four days. */
const KEPT_RUNS = 100;

/** Deletes a source's oldest runs with their reports; the last hundred stay. */
export async function deleteOldRuns(db: Queryable, storeId: string, sourceId: string): Promise<void> {
  await db.query(
    `delete from runs where store_id = $1::text and source_id = $2::text and status <> 'running' and run_id not in (
       select run_id from runs where store_id = $1::text and source_id = $2::text
       order by started_at desc, run_id desc limit $3::int)`,
    [storeId, sourceId, KEPT_RUNS],
  );
}
