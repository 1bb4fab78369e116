import { describe, expect, it } from 'vitest';
import { FetchProblem, type FetchProblemCode } from '../safe-fetch/fetch-problem.ts';
import { isTransient, MAX_TRIES, parseRetryAfter, planRetry } from './retry-plan.ts';

const status = (code: number, retryAfterMs: number | null = null) => ({ status: code, retryAfterMs });
const problem = (code: FetchProblemCode, cause?: unknown) => ({
  problem: new FetchProblem(code, 'GET', 'http://a.example/', 'x', cause),
});

describe('planRetry', () => {
  it('backs off exponentially, with jitter between half and whole', () => {
    expect(planRetry(status(500), 1, 0)).toBe(250);
    expect(planRetry(status(500), 1, 1)).toBe(500);
    expect(planRetry(status(500), 2, 1)).toBe(1000);
  });

  it('gives up after the last try', () => {
    expect(planRetry(status(500), MAX_TRIES, 0)).toBeNull();
  });

  it('waits as long as the server asks, up to two minutes', () => {
    expect(planRetry(status(429, 7000), 1, 0)).toBe(7000);
    expect(planRetry(status(503, 0), 1, 0)).toBe(0);
    expect(planRetry(status(429, 3_600_000), 1, 0)).toBeNull();
  });
});

it.each([408, 425, 429, 500, 502, 503, 504])('status %i is worth another try', (code) => {
  expect(isTransient(status(code))).toBe(true);
});

it.each([200, 304, 400, 401, 403, 404, 410, 501])('status %i is not', (code) => {
  expect(isTransient(status(code))).toBe(false);
});

it('tries again after time-outs and broken connections, not after what stays as it is', () => {
  for (const code of ['timeout', 'connection', 'refused'] as const)
    expect(isTransient(problem(code))).toBe(true);
  for (const code of ['tls', 'blocked-address', 'too-large', 'redirect-loop', 'dns'] as const) {
    expect(isTransient(problem(code))).toBe(false);
  }
  expect(isTransient(problem('dns', Object.assign(new Error(), { code: 'EAI_AGAIN' })))).toBe(true);
});

it('reads Retry-After as seconds or as a date', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(parseRetryAfter('120', now)).toBe(120_000);
  expect(parseRetryAfter('Thu, 01 Jan 2026 00:00:30 GMT', now)).toBe(30_000);
  expect(parseRetryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
  expect(parseRetryAfter('soon', now)).toBeNull();
  expect(parseRetryAfter(undefined, now)).toBeNull();
});
