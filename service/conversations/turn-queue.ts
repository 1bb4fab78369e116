import { ProblemError } from '../problem.ts';

/** Questions that may wait for one conversation; a shopper does not type faster than that. */
const MOST_WAITING = 8;

/** Lets one at a time through for each key, in the order of asking. */
export interface TurnQueue {
  /**
   * Waits for the turn.
   * @returns what ends it; calling it again does nothing.
   * @throws the signal's reason once it is aborted, and ProblemError `conversation-busy` when too many wait already.
   */
  enter(key: string, signal: AbortSignal): Promise<() => void>;
}

/** Turns within this process. Nothing is kept of a key that nobody uses. */
export function makeTurnQueue(mostWaiting = MOST_WAITING): TurnQueue {
  /** Of each key whose turn is under way those that wait, the first one first. */
  const lines = new Map<string, (() => void)[]>();

  function leaver(key: string): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = lines.get(key)?.shift();
      if (next === undefined) lines.delete(key);
      else next();
    };
  }

  return {
    async enter(key, signal) {
      signal.throwIfAborted();
      const line = lines.get(key);
      if (line === undefined) {
        lines.set(key, []);
        return leaver(key);
      }
      if (line.length >= mostWaiting) throw tooMany(mostWaiting);
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      line.push(resolve);
      const onAbort = () => {
        const place = line.indexOf(resolve);
        // Whoever has been called already goes on, and finds the signal aborted.
        if (place < 0) return;
        line.splice(place, 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      await promise.finally(() => signal.removeEventListener('abort', onAbort));
      return leaver(key);
    },
  };
}

function tooMany(waiting: number): ProblemError {
  return new ProblemError('conversation-busy', {
    detail: `${waiting} questions of this conversation wait to be answered already. Ask again when one of them is.`,
    headers: { 'retry-after': '2' },
  });
}
