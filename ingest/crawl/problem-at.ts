import type { Fetched, ProblemEvent, Via } from './crawl-event.ts';

/** Builds a problem, `fetch`, not worth another try, and of the whole site unless told otherwise. */
export function problemAt(
  url: string,
  reason: string,
  rest: {
    stage?: ProblemEvent['stage'];
    retryable?: boolean;
    via?: Via | null;
    fetched?: Fetched | null;
  } = {},
): ProblemEvent {
  const { stage = 'fetch', retryable = false, via = null, fetched = null } = rest;
  return { type: 'problem', url, stage, reason, retryable, via, fetched };
}
