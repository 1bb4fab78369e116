import type { Queryable } from './queryable.ts';
import type { RunStatus } from './runs.ts';

/** A document that a run added, changed or removed. */
export interface RunChange {
  documentId: string;
  /** Null where the document was added or changed, and has gone since. */
  url: string | null;
  change: 'added' | 'changed' | 'removed';
  /** Whether it is a product now. */
  isProduct: boolean;
}

/** A run with those that it went on with because they had been killed. */
interface FoundRun {
  runIds: string[];
  sourceId: string;
  status: RunStatus;
  startedAt: Date;
  finishedAt: Date | null;
  /** Whether its changes are there; those of a run that is long ago are deleted. */
  kept: boolean;
}

/** @returns the run, or null when the store has none of that id. */
export async function findRun(db: Queryable, storeId: string, runId: string): Promise<FoundRun | null> {
  const result = await db.query<FoundRun>(
    `with recursive chain as (
       select run_id, report, 1 as place from runs where store_id = $1::text and run_id = $2::text
       union
       select r.run_id, r.report, c.place + 1 from chain c join runs r
         on r.store_id = $1::text and r.run_id = c.report->'resumes'->>'runId' and c.place < 100
     )
     select (select array_agg(run_id order by place) from chain) as "runIds", source_id as "sourceId", status,
       started_at as "startedAt", finished_at as "finishedAt", changes_deleted_at is null as kept
     from runs where store_id = $1::text and run_id = $2::text`,
    [storeId, runId],
  );
  return result.rows[0] ?? null;
}

/** @returns id of the run of the store that ended last; null when none has. */
export async function findLastEndedRun(db: Queryable, storeId: string): Promise<string | null> {
  const result = await db.query<{ runId: string }>(
    `select run_id as "runId" from runs where store_id = $1::text and finished_at is not null
     order by finished_at desc, run_id desc limit 1`,
    [storeId],
  );
  return result.rows[0]?.runId ?? null;
}

/** @returns each document that any of these runs of a store touched, with what the runs did to it all in all; by URL. */
export async function listRunChanges(db: Queryable, storeId: string, runIds: string[]): Promise<RunChange[]> {
  const result = await db.query<RunChange>(
    `select c.document_id as "documentId", coalesce(d.url, max(c.url)) as url,
       case when bool_or(c.change = 'removed') and d.document_id is null then 'removed'
         when bool_or(c.change = 'added') then 'added' else 'changed' end as change,
       coalesce(d.kind = 'product', false) as "isProduct"
     from run_changes c
     left join documents d on d.store_id = c.store_id and d.document_id = c.document_id
     where c.store_id = $1::text and c.run_id = any($2::text[])
     group by c.document_id, d.document_id, d.url, d.kind
     order by 2 nulls last, 1`,
    [storeId, runIds],
  );
  return result.rows;
}

/** Changes that are kept of a source beside those of its last run: some 15 MB with their index. */
const KEPT_CHANGES = 100_000;

/**
 * Deletes what a source's older runs changed, from the newest run with which all would be more than a hundred thousand. The
 * last run's changes stay, however many they are.
 */
export async function deleteOldRunChanges(
  db: Queryable,
  storeId: string,
  sourceId: string,
  most = KEPT_CHANGES,
): Promise<void> {
  await db.query(
    `with counted as (
       select r.run_id, row_number() over newest as place,
         sum((select count(*) from run_changes c where c.store_id = r.store_id and c.run_id = r.run_id)) over newest as total
       from runs r where r.store_id = $1::text and r.source_id = $2::text and r.changes_deleted_at is null
       window newest as (order by r.started_at desc, r.run_id desc)
     ), old as (
       update runs r set changes_deleted_at = now() from counted o
       where r.store_id = $1::text and r.run_id = o.run_id and o.place > 1 and o.total > $3::bigint
       returning r.run_id
     )
     delete from run_changes c using old where c.store_id = $1::text and c.run_id = old.run_id`,
    [storeId, sourceId, most],
  );
}
