import { RenderProblem } from './render-problem.ts';

/** Of a page's time, kept for reading it: at most so many milliseconds, and at most a quarter. */
const READ_MS = 3_000;

/** The time that one page has. */
export interface PageDeadline {
  /** Aborted when the time is up, by the caller, and at the end; a {@link RenderProblem} is its reason. */
  signal: AbortSignal;
  /** `performance.now()` at which a page that has not come to rest is read as it is. */
  settleBy: number;
  /** Stops the clock, and what the page has left open. */
  end(): void;
}

/** @param outer signals of the caller that end the page as well. */
export function startPageDeadline(url: string, timeoutMs: number, outer: AbortSignal[]): PageDeadline {
  const controller = new AbortController();
  const stop = () => controller.abort(new RenderProblem('aborted', `render ${url}: stopped by the caller.`));
  const timer = setTimeout(() => {
    const found = `expected to read the page within ${timeoutMs / 1000} s, found it still loading, or its scripts still busy`;
    controller.abort(new RenderProblem('busy', `render ${url}: ${found}. It is left out.`));
  }, timeoutMs);
  for (const signal of outer) {
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  }
  return {
    signal: controller.signal,
    settleBy: performance.now() + timeoutMs - Math.min(READ_MS, timeoutMs / 4),
    end() {
      clearTimeout(timer);
      for (const signal of outer) signal.removeEventListener('abort', stop);
      stop();
    },
  };
}

/** @throws the signal's reason, when that is aborted before the work has ended. */
export async function raceAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  work.catch(() => {});
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
