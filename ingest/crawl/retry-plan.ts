import type { FetchProblem } from '../safe-fetch/fetch-problem.ts';

/** Tries of one URL, the first included. */
export const MAX_TRIES = 3;

const FIRST_DELAY_MS = 500;

/** A server that wants more time than this gets it: the page is left to the next run. */
const MAX_RETRY_AFTER_MS = 120_000;

const TRANSIENT_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]);

/** What one try came to: a status and its Retry-After in milliseconds, or a problem. */
export type TryOutcome = { status: number; retryAfterMs: number | null } | { problem: FetchProblem };

/** Whether the same request may succeed at another time. */
export function isTransient(outcome: TryOutcome): boolean {
  if ('status' in outcome) return TRANSIENT_STATUSES.has(outcome.status);
  const { code, cause } = outcome.problem;
  if (code === 'dns') return cause instanceof Error && 'code' in cause && cause.code === 'EAI_AGAIN';
  return code === 'timeout' || code === 'connection' || code === 'refused';
}

/**
 * How long to wait before the next try: what the server asks for, else exponential backoff with jitter (half to
 * whole of 0.5 s, 1 s, …).
 *
 * @param tries tries made so far, from 1.
 * @param random in 0…1.
 * @returns milliseconds, or null when there is no point in another try.
 */
export function planRetry(outcome: TryOutcome, tries: number, random: number): number | null {
  if (tries >= MAX_TRIES || !isTransient(outcome)) return null;
  const asked = 'status' in outcome ? outcome.retryAfterMs : null;
  if (asked !== null) return asked > MAX_RETRY_AFTER_MS ? null : asked;
  return FIRST_DELAY_MS * 2 ** (tries - 1) * (0.5 + random / 2);
}

/**
 * Reads a Retry-After header (RFC 9110, 10.2.3): seconds, or a date.
 * @param now milliseconds since 1970.
 * @returns milliseconds from now, at least 0; null when it is absent or unreadable.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
