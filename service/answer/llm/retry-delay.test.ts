import { expect, it } from 'vitest';
import { ModelUnavailable } from '../turns/model-unavailable.ts';
import { retryDelay } from './retry-delay.ts';

const failed = (details: Partial<ConstructorParameters<typeof ModelUnavailable>[1]> = {}) =>
  new ModelUnavailable('failed', { retryable: true, ...details });

it('backs off exponentially, by at least half a step', () => {
  expect([1, 2, 3, 9].map((attempt) => retryDelay(failed(), attempt, 9, 60_000, 0))).toEqual([
    250, 500, 1000, 4000,
  ]);
  expect(retryDelay(failed(), 1, 9, 60_000, 1)).toBe(500);
});

it('honours Retry-After, unless the answer would be too late', () => {
  expect(retryDelay(failed({ retryAfterMs: 7000 }), 1, 2, 8000, 0)).toBe(7000);
  expect(retryDelay(failed({ retryAfterMs: 9000 }), 1, 2, 8000, 0)).toBeNull();
});

it('does not repeat what cannot succeed, was too slow, or has failed too often', () => {
  expect(retryDelay(failed({ retryable: false }), 1, 2, 8000, 0)).toBeNull();
  expect(retryDelay(failed({ timedOut: true }), 1, 2, 8000, 0)).toBeNull();
  expect(retryDelay(failed(), 3, 2, 8000, 0)).toBeNull();
});
