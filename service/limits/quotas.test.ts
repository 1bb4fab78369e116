import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Caller, OPEN_CALLER } from '../access/caller.ts';
import { costUnits, quotasFor } from './quotas.ts';

const address = { perMinute: 10, perDay: 100, budgetUsd: 1 };
const key: Caller = {
  keyId: 'key_1',
  kind: 'publishable',
  stores: null,
  scopes: ['answer'],
  limits: { perMinute: 60, perDay: null, budgetUsd: 5 },
};
const namesOf = (...args: Parameters<typeof quotasFor>) => {
  const { uses, budgets } = quotasFor(...args);
  return [uses, budgets].map((quotas) => quotas.map(({ name, subject }) => `${name} ${subject}`));
};

test('a question counts for its key and its address, and costs from the budgets of both', () => {
  expect(namesOf(key, '203.0.113.7', address, 'answer')).toEqual([
    ['minute key_1', 'address-minute 203.0.113.7', 'address-day 203.0.113.7'],
    ['budget key_1', 'address-budget 203.0.113.7'],
  ]);
});

test('what is no question counts for the minute alone', () => {
  expect(namesOf(key, '203.0.113.7', address, null)).toEqual([
    ['minute key_1', 'address-minute 203.0.113.7'],
    [],
  ]);
});

test('a search counts for the day, and needs no budget, for it costs no model', () => {
  expect(namesOf(key, '203.0.113.7', address, 'search')).toEqual([
    ['minute key_1', 'address-minute 203.0.113.7', 'address-day 203.0.113.7'],
    [],
  ]);
});

test('a server is not limited by its address, nor is who develops on this machine', () => {
  const secret: Caller = { ...key, kind: 'secret' };
  expect(namesOf(secret, '203.0.113.7', address, 'answer')[0]).toEqual(['minute key_1']);
  expect(namesOf(OPEN_CALLER, '127.0.0.1', address, 'answer')).toEqual([[], []]);
  expect(namesOf(OPEN_CALLER, '203.0.113.7', address, 'answer')[0]).toHaveLength(2);
});

test('costs are counted upwards, and no sum counts for nothing', () => {
  expect([0.07, 1e-9, 0, 2, -1, Number.NaN].map(costUnits)).toEqual([70_000, 1, 0, 2_000_000, 0, 0]);
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1000, noNaN: true }), (usd) => {
      const units = costUnits(usd);
      expect(units).toBeGreaterThanOrEqual(1);
      expect(units / 1e6).toBeGreaterThan(usd - 1e-8);
      expect(units / 1e6).toBeLessThan(usd + 1.01e-6);
    }),
  );
});
