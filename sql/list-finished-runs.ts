import type { Queryable } from './queryable.ts';

/** When the last run of a source came to an end of its own. */
export interface FinishedRun {
  storeId: string;
  sourceId: string;
  /** Null when none ever did. */
  finishedAt: Date | null;
}

/**
 * @returns a row for each source, in no order. A run that was killed or told to stop has not come to its end; one that
 *   failed, or that the brake stopped, has.
 */
export async function listFinishedRuns(
  db: Queryable,
  sources: readonly { storeId: string; sourceId: string }[],
): Promise<FinishedRun[]> {
  const result = await db.query<FinishedRun>(
    `select k.store_id as "storeId", k.source_id as "sourceId", (
       select max(r.finished_at) from runs r
       where r.store_id = k.store_id and r.source_id = k.source_id and r.report is not null
         and not coalesce(r.report->'problems', '[]') @> '[{"stage": "stop"}]'
     ) as "finishedAt"
     from unnest($1::text[], $2::text[]) as k(store_id, source_id)`,
    [sources.map(({ storeId }) => storeId), sources.map(({ sourceId }) => sourceId)],
  );
  return result.rows;
}
