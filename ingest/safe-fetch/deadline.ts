import { FetchProblem } from './fetch-problem.ts';

/** A clock over a whole fetch, joined with the caller's signal; it knows which of the two has ended the fetch. */
export interface Deadline {
  signal: AbortSignal;
  /** Puts the end off by what so many bytes may take at the slowest rate that is waited for. */
  received(bytes: number): void;
  /** Why the fetch was ended; null when it was not. */
  explain(method: string, url: URL): FetchProblem | null;
  stop(): void;
}

/**
 * Starts a deadline.
 * @param limits.bytesPerSecond null: what is received puts nothing off.
 */
export function startDeadline(
  { timeoutMs, bytesPerSecond }: { timeoutMs: number; bytesPerSecond: number | null },
  outer: AbortSignal | undefined,
): Deadline {
  const controller = new AbortController();
  const started = performance.now();
  let allowedMs = timeoutMs;
  let expired = false;
  let timer = setTimeout(onTimer, timeoutMs);
  const abort = () => controller.abort(outer?.reason);
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort, { once: true });

  function onTimer(): void {
    const left = started + allowedMs - performance.now();
    if (left > 1) {
      timer = setTimeout(onTimer, left);
      return;
    }
    expired = true;
    controller.abort();
  }

  return {
    signal: controller.signal,
    received(bytes) {
      if (bytesPerSecond !== null) allowedMs += (bytes / bytesPerSecond) * 1000;
    },
    explain(method, url) {
      if (outer?.aborted)
        return new FetchProblem('aborted', method, url, 'stopped by the caller.', outer.reason);
      if (!expired) return null;
      const wanted =
        bytesPerSecond === null || allowedMs === timeoutMs
          ? `a whole response within ${timeoutMs / 1000} s, found none`
          : `at least ${bytesPerSecond} bytes a second, found fewer`;
      return new FetchProblem('timeout', method, url, `expected ${wanted}. Try again later.`);
    },
    stop() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
    },
  };
}
