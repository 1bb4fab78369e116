import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makeCounters } from './counters.ts';
import type { Quota } from './quotas.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const minute = (subject: string, points = 3): Quota => ({ name: 'minute', subject, points, seconds: 60 });
const budget = (subject: string): Quota => ({ name: 'budget', subject, points: 1_000, seconds: 86_400 });

describe('the counters of the database at hand', () => {
  const counters = () => makeCounters(database);

  test('a quota is used up point by point, for each subject its own', async () => {
    const { use } = counters();
    const lefts = [];
    for (let at = 0; at < 5; at += 1) lefts.push(await use(minute('a')));
    expect(lefts.map(({ left, exceeded }) => [left, exceeded])).toEqual([
      [2, false],
      [1, false],
      [0, false],
      [0, true],
      [0, true],
    ]);
    for (const { resetMs } of lefts) {
      expect(resetMs).toBeGreaterThan(0);
      expect(resetMs).toBeLessThanOrEqual(60_000);
    }
    expect(await use(minute('b'))).toMatchObject({ left: 2, exceeded: false });
  });

  test('of many at once no more than the quota get through', async () => {
    const { use } = counters();
    const standings = await Promise.all(Array.from({ length: 20 }, () => use(minute('many', 7))));
    expect(standings.filter(({ exceeded }) => !exceeded)).toHaveLength(7);
  });

  test('looking uses nothing; a budget may be overdrawn by what was under way, and is spent then', async () => {
    const { look, add } = counters();
    expect(await look(budget('key'))).toMatchObject({ left: 1_000, exceeded: false });
    await add(budget('key'), 999);
    expect(await look(budget('key'))).toMatchObject({ left: 1, exceeded: false });
    await add(budget('key'), 500);
    expect(await look(budget('key'))).toMatchObject({ left: 0, exceeded: true });
  });

  test('quotas of one subject do not mix', async () => {
    const { use, look } = counters();
    await use({ ...minute('same'), name: 'address-minute' });
    expect(await look(minute('same'))).toMatchObject({ left: 3 });
  });
});

test('several instances on one server share what is used', async ({ skip }) => {
  if (database.kind === 'embedded') skip('An embedded database has one service.');
  const [one, two] = [makeCounters(database), makeCounters(database)];
  for (let at = 0; at < 3; at += 1) await one.use(minute('shared'));
  expect(await two.use(minute('shared'))).toMatchObject({ exceeded: true });
  const { rows } = await database.pool.query("select points from rate_limits where key = 'minute:shared'");
  expect(rows).toEqual([{ points: 4 }]);
});

test('while the database does not answer each process counts for itself', async () => {
  const broken = { query: () => Promise.reject(new Error('down')) } as never;
  const { use, look } = makeCounters({ kind: 'server', pool: broken });
  for (let at = 0; at < 3; at += 1) expect(await use(minute('a'))).toMatchObject({ exceeded: false });
  expect(await use(minute('a'))).toMatchObject({ exceeded: true });
  expect(await look(minute('b'))).toMatchObject({ left: 3 });
});

test('memory is bounded: whoever was silent for longest is forgotten', async () => {
  const { use, look } = makeCounters(null);
  const subject = (at: number): Quota => ({ name: 'address-day', subject: `s${at}`, points: 5, seconds: 60 });
  for (let at = 0; at < 50_001; at += 1) await use(subject(at));
  expect(await look(subject(0))).toMatchObject({ left: 5 });
  expect(await look(subject(1))).toMatchObject({ left: 4 });
});
