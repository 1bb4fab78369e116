import { expect, test } from 'vitest';
import { parseRetryAfter, readProviderFailure } from './provider-failure.ts';

const now = Date.parse('2026-01-05T10:00:00Z');
const failed = (status: number, more: object = {}) => Object.assign(new Error('no'), { status, ...more });
const retryable = (error: unknown) => readProviderFailure(error, '', now).retryable;

test('Retry-After is read as seconds or as a date', () => {
  expect(parseRetryAfter('2', now)).toBe(2_000);
  expect(parseRetryAfter('Mon, 05 Jan 2026 10:00:30 GMT', now)).toBe(30_000);
  expect(parseRetryAfter('Mon, 05 Jan 2026 09:00:00 GMT', now)).toBe(0);
  expect(parseRetryAfter('soon', now)).toBeNull();
  expect(parseRetryAfter(null, now)).toBeNull();
});

test('of two waits that a server asks for, the one in milliseconds counts', () => {
  const wait = (headers: Record<string, string>) =>
    readProviderFailure(failed(429, { headers: new Headers(headers) }), '', now).retryAfterMs;
  expect(wait({ 'retry-after': '2', 'retry-after-ms': '1350' })).toBe(1_350);
  expect(wait({ 'retry-after': '2', 'retry-after-ms': 'soon' })).toBe(2_000);
  expect(wait({})).toBeNull();
});

test('passing states are retried, refusals are not', () => {
  for (const status of [408, 409, 425, 429, 500, 502, 503, 529]) expect(retryable(failed(status))).toBe(true);
  for (const status of [400, 401, 403, 404, 413, 422]) expect(retryable(failed(status))).toBe(false);
  expect(retryable(failed(429, { code: 'insufficient_quota' }))).toBe(false);
  expect(retryable(new TypeError('a bug'))).toBe(false);
});

test('what was answered is told in one line without keys', () => {
  const error = new Error(
    '401 Incorrect API key provided: sk-abc***xyz9.\nGot Bearer tok-12345678 and my-own-secret',
  );
  expect(readProviderFailure(error, 'my-own-secret', now).answered).toBe(
    '401 Incorrect API key provided: [key] Got Bearer [key] and [key]',
  );
});
