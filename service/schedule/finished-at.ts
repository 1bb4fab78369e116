import type { ScheduledSource } from '../../ingest/run/plan-jobs.ts';
import { listFinishedRuns } from '../../sql/list-finished-runs.ts';
import type { Queryable } from '../../sql/queryable.ts';

/** @returns what tells when a source was last ingested to an end; null: never. */
export async function readFinishedAt(
  db: Queryable,
  sources: readonly ScheduledSource[],
): Promise<(source: ScheduledSource) => Date | null> {
  const runs = await listFinishedRuns(db, sources);
  const byKey = new Map(runs.map((run) => [sourceKey(run), run.finishedAt]));
  return (source) => byKey.get(sourceKey(source)) ?? null;
}

/** Names a source among those of all stores. */
export function sourceKey({ storeId, sourceId }: Pick<ScheduledSource, 'storeId' | 'sourceId'>): string {
  return JSON.stringify([storeId, sourceId]);
}
