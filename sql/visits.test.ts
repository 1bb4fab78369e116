import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startRun } from './runs.ts';
import { ensureSource } from './sources.ts';
import { ensureStore } from './stores.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';
import {
  adoptVisits,
  findVisits,
  forgetOldVisits,
  keepVisits,
  listVisits,
  saveFound,
  saveVisits,
  type Visit,
} from './visits.ts';

const place = { host: 'here', pid: 1 };
const run = (runId: string, storeId = 'shop') => ({ storeId, sourceId: 'site', runId });
const visit = (url: string, changes: Partial<Visit> = {}): Visit => ({
  url,
  outcome: 'skipped',
  stage: 'noindex',
  reason: 'says so',
  target: null,
  status: 200,
  bytes: 900,
  etag: '"1"',
  lastModified: null,
  foundBy: 'link',
  foundOn: 'https://shop.example/',
  ...changes,
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  for (const storeId of ['shop', 'other']) {
    await ensureStore(database.pool, storeId, null);
    await ensureSource(database.pool, { storeId, sourceId: 'site', kind: 'site', location: 'x' });
  }
});

it('keeps how an address was found first, and takes over the rest', async () => {
  await saveVisits(database.pool, run('one'), [visit('a')]);
  await saveVisits(database.pool, run('two'), [
    visit('a', {
      outcome: 'indexed',
      stage: null,
      reason: null,
      etag: '"2"',
      foundBy: 'sitemap',
      foundOn: 's',
    }),
  ]);
  expect(await findVisits(database.pool, 'shop', ['a'])).toEqual([
    expect.objectContaining({
      ...visit('a', { outcome: 'indexed', stage: null, reason: null, etag: '"2"' }),
      runId: 'two',
      runStatus: null,
    }),
  ]);
  expect(await findVisits(database.pool, 'other', ['a'])).toEqual([]);
});

it('keeps what is known of an address that is found again', async () => {
  await saveVisits(database.pool, run('one'), [visit('a')]);
  const found = { foundBy: 'link', foundOn: 'https://shop.example/' };
  await saveFound(database.pool, run('two'), [
    { url: 'a', ...found },
    { url: 'b', ...found },
  ]);
  expect(await listVisits(database.pool, 'shop', 'site')).toMatchObject([
    { url: 'a', outcome: 'skipped', status: 200, etag: '"1"', runId: 'one' },
    { url: 'b', outcome: 'waiting', status: null, etag: null, runId: 'two', ...found },
  ]);
});

it('tells since when an address has had its outcome', async () => {
  await saveVisits(database.pool, run('one'), [visit('a'), visit('b')]);
  await database.pool.query("update visits set since = '2026-01-01', seen_at = '2026-01-01'");
  await saveVisits(database.pool, run('two'), [visit('a'), visit('b', { stage: 'robots' })]);
  const [a, b] = await findVisits(database.pool, 'shop', ['a', 'b']).then((found) =>
    found.sort((left, right) => (left.url < right.url ? -1 : 1)),
  );
  expect(a?.since.getUTCFullYear()).toBe(2026);
  expect(a?.since.getUTCMonth()).toBe(0);
  expect((b?.since.getTime() ?? 0) > (a?.since.getTime() ?? 0)).toBe(true);
  expect((a?.seenAt.getTime() ?? 0) > (a?.since.getTime() ?? 0)).toBe(true);
});

it('forgets what a complete run did not meet, but not what another one has met meanwhile', async () => {
  await saveVisits(database.pool, run('one'), [
    visit('old'),
    visit('kept'),
    visit('gone', { outcome: 'gone' }),
  ]);
  await database.pool.query(
    "update visits set seen_at = now() - interval '1 hour', since = now() - interval '40 days'",
  );
  await startRun(database.pool, { ...run('two'), place });
  await keepVisits(database.pool, run('two'), ['kept', 'gone']);
  await saveVisits(database.pool, run('beside'), [visit('met-beside')]);
  await saveVisits(database.pool, run('one', 'other'), [visit('old')]);
  await forgetOldVisits(database.pool, run('two'));
  expect((await listVisits(database.pool, 'shop', 'site')).map(({ url }) => url)).toEqual([
    'kept',
    'met-beside',
  ]);
  expect(await listVisits(database.pool, 'other', 'site')).toHaveLength(1);
});

it('takes over only what an interrupted run met lately', async () => {
  await saveVisits(database.pool, run('one'), [visit('early'), visit('late')]);
  await database.pool.query("update visits set seen_at = now() - interval '2 hours' where url = 'early'");
  const since = new Date(Date.now() - 60 * 60 * 1000);
  await adoptVisits(database.pool, run('two'), { runId: 'one', since });
  const runs = (await listVisits(database.pool, 'shop', 'site')).map(({ url, runId }) => [url, runId]);
  expect(runs).toEqual([
    ['early', 'one'],
    ['late', 'two'],
  ]);
});
