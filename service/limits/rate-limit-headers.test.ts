import { expect, test } from 'vitest';
import type { Quota } from './quotas.ts';
import { rateLimitHeaders } from './rate-limit-headers.ts';
import { refusalOf } from './refuse.ts';

const standing = (name: Quota['name'], left: number, resetMs: number, exceeded = false) => ({
  quota: { name, subject: 'key_1', points: 60, seconds: name.endsWith('minute') ? 60 : 86_400 },
  left,
  resetMs,
  exceeded,
});

test('says each policy and what is left of it, as structured field lists', () => {
  expect(rateLimitHeaders([standing('minute', 59, 59_001), standing('day', 7, 3_600_000)])).toEqual({
    'ratelimit-policy': '"minute";q=60;w=60, "day";q=60;w=86400',
    ratelimit: '"minute";r=59;t=60, "day";r=7;t=3600',
  });
  expect(rateLimitHeaders([])).toEqual({});
});

test('a refusal is for as long as the slowest quota that is used up', () => {
  const refusal = refusalOf([
    standing('minute', 0, 20_400, true),
    standing('day', 0, 7_200_000, true),
    standing('address-minute', 3, 99_000_000),
  ]);
  expect(refusal?.quota.name).toBe('day');
  expect(refusal?.problem.kind).toBe('rate-limited');
  expect(refusal?.problem.details.headers).toEqual({ 'retry-after': '7200' });
  expect(refusal?.problem.details.detail).toBe(
    'Expected at most 60 questions a day with this key, got more. Ask again in 2 hours.',
  );
  expect(refusalOf([standing('minute', 0, 1_000)])).toBeNull();
});

test('a spent budget does not tell its amount', () => {
  const refusal = refusalOf([standing('budget', 0, 100, true)]);
  expect(refusal?.problem.kind).toBe('budget-spent');
  expect(refusal?.problem.details.detail).not.toMatch(/\b60\b|\$/);
  expect(refusal?.problem.details.headers).toEqual({ 'retry-after': '1' });
});
