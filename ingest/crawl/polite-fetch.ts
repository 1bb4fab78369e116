import { FetchProblem } from '../safe-fetch/fetch-problem.ts';
import type { SafeFetch, SafeFetchOptions, SafeResponse } from '../safe-fetch.ts';
import type { Clock } from './clock.ts';
import type { Pacer } from './pacer.ts';
import { parseRetryAfter, planRetry, type TryOutcome } from './retry-plan.ts';

/** The last try's outcome. */
export type PoliteResult =
  | { ok: true; response: SafeResponse; tries: number }
  | { ok: false; problem: FetchProblem; tries: number };

/** Fetches with retries, at the host's pace. Does not throw. */
export type PoliteFetch = (url: string, options?: SafeFetchOptions) => Promise<PoliteResult>;

/** @param random in 0…1, for the jitter. */
export function makePoliteFetch(deps: {
  safeFetch: SafeFetch;
  pacer: Pacer;
  clock: Clock;
  random: () => number;
  signal: AbortSignal;
}): PoliteFetch {
  const { safeFetch, pacer, clock, random, signal } = deps;

  async function tryOnce(url: string, options: SafeFetchOptions, tries: number): Promise<PoliteResult> {
    try {
      await pacer.turn(signal);
      return { ok: true, response: await safeFetch(url, { ...options, signal }), tries };
    } catch (error) {
      if (error instanceof FetchProblem) return { ok: false, problem: error, tries };
      const problem = signal.aborted
        ? new FetchProblem('aborted', 'GET', url, 'stopped by the caller.', error)
        : new FetchProblem(
            'connection',
            'GET',
            url,
            `expected an HTTP response, found ${String(error)}.`,
            error,
          );
      return { ok: false, problem, tries };
    }
  }

  return async (url, options = {}) => {
    for (let tries = 1; ; tries++) {
      const result = await tryOnce(url, options, tries);
      const delay = planRetry(outcomeOf(result, clock.now()), tries, random());
      if (delay === null || signal.aborted) return result;
      // A server that is overloaded is so for every page of it.
      if (result.ok && (result.response.status === 429 || result.response.status === 503)) pacer.hold(delay);
      await clock.sleep(delay, signal).catch(() => {});
    }
  };
}

function outcomeOf(result: PoliteResult, now: number): TryOutcome {
  if (!result.ok) return { problem: result.problem };
  const { status, headers } = result.response;
  return { status, retryAfterMs: parseRetryAfter(headers['retry-after'], now) };
}
