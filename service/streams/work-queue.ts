import { performance } from 'node:perf_hooks';

/** So many answers are worked on at a time while the event loop is busy: enough that none of them waits for the database alone. */
const AT_ONCE = 8;
/** How often the event loop is looked at while answers wait, in milliseconds. */
const LOOK_MS = 10;
/** A loop that is busy for less than this share of the time can take more. */
const BUSY = 0.75;
/** So many more it then gets. */
const MORE = 4;

/** Lets answers begin one after the other rather than all at once. */
export type WorkQueue = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/**
 * A queue before the work of answers, first come, first served. All of a process's answers share one event loop: 200 begun at once
 * keep it from new requests for as long as their work takes, and all of them end late. So a few are worked on, and as each ends the next
 * begins. What waits for something else than this process (a model, another turn of its conversation, a slow reader) must hold nobody
 * up: while the loop has time left, more begin.
 *
 * @param busyShare of the time since it was last called, the share in which the event loop was busy, 0 to 1
 */
export function makeWorkQueue({
  atOnce = AT_ONCE,
  busyShare = makeBusyShare(),
}: {
  atOnce?: number;
  busyShare?: () => number;
} = {}): WorkQueue {
  const waiting = new Set<() => void>();
  let underWay = 0;
  let look: NodeJS.Timeout | undefined;

  const begin = (most: number): void => {
    for (const go of waiting) {
      if (most <= 0) break;
      most -= 1;
      waiting.delete(go);
      go();
    }
    if (waiting.size === 0) {
      clearInterval(look);
      look = undefined;
    }
  };
  const turn = async (signal: AbortSignal): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const go = () => {
      underWay += 1;
      resolve();
    };
    const giveUp = () => {
      waiting.delete(go);
      reject(signal.reason);
    };
    waiting.add(go);
    signal.addEventListener('abort', giveUp, { once: true });
    if (look === undefined) {
      busyShare();
      look = setInterval(() => begin(busyShare() < BUSY ? MORE : 0), LOOK_MS);
    }
    await promise.finally(() => signal.removeEventListener('abort', giveUp));
  };

  return async (work, signal) => {
    signal.throwIfAborted();
    if (underWay < atOnce && waiting.size === 0) underWay += 1;
    else await turn(signal);
    try {
      return await work();
    } finally {
      underWay -= 1;
      begin(atOnce - underWay);
    }
  };
}

function makeBusyShare(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}
