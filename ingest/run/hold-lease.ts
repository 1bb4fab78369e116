import { setTimeout as sleep } from 'node:timers/promises';
import { type ModelLease, releaseModelLease, takeModelLease } from '../../sql/model-leases.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { whileRenewed } from './while-renewed.ts';

/** A third of the time after which a silent holder is taken for dead. */
const RENEW_MS = 10_000;

/**
 * Does `work` while this process alone holds the lease, and renews it meanwhile. While another process holds it, waits
 * and calls `onWait` before each try.
 * @param work is given a signal that aborts with `signal`, and when another process has taken the lease over.
 */
export async function holdLease<T>(
  db: Queryable,
  lease: ModelLease,
  {
    signal,
    retryMs,
    onWait,
    work,
  }: {
    signal: AbortSignal;
    /** Pause between two tries, in milliseconds. */
    retryMs: number;
    onWait: () => Promise<void>;
    work: (signal: AbortSignal) => Promise<T>;
  },
): Promise<T> {
  while (!(await takeModelLease(db, lease))) {
    await onWait();
    await sleep(retryMs, undefined, { signal });
  }
  const lost = new AbortController();
  const onLost = () => lost.abort(new Error('another process has taken over the change of embedding model'));
  return whileRenewed(
    { renew: () => takeModelLease(db, lease), release: () => releaseModelLease(db, lease) },
    { everyMs: RENEW_MS, onLost },
    () => work(AbortSignal.any([signal, lost.signal])),
  );
}
