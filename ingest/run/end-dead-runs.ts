import { hostname } from 'node:os';
import type { Queryable } from '../../sql/queryable.ts';
import { failRuns, listRunningRuns, type RunPlace } from '../../sql/runs.ts';

/** No run takes so long; whose process cannot be looked up, or has the number of another by now, ends so. */
const OLDEST_MS = 24 * 60 * 60 * 1000;

/** @returns where this process runs. */
export function thisPlace(): RunPlace {
  return { host: hostname(), pid: process.pid };
}

/**
 * Marks runs of a source as failed that never said how they ended: those of this machine whose process is gone, and
 * those of any that began more than a day ago. A run of another machine is not judged before that.
 */
export async function endDeadRuns(
  db: Queryable,
  { storeId, sourceId }: { storeId: string; sourceId: string },
  { place = thisPlace(), isAlive = isProcess, now = Date.now() } = {},
): Promise<void> {
  const running = await listRunningRuns(db, storeId, sourceId);
  const dead = running.filter(
    ({ host, pid, startedAt }) =>
      now - startedAt.getTime() > OLDEST_MS || (host === place.host && !isAlive(pid)),
  );
  await failRuns(
    db,
    storeId,
    dead.map(({ runId }) => runId),
  );
}

/** Signal 0 only asks. One that may not be asked (EPERM) is there. */
function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
