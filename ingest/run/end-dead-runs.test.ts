import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startRun } from '../../sql/runs.ts';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { endDeadRuns, thisPlace } from './end-dead-runs.ts';

let database: TestDatabase;
const here = { host: 'here', pid: 1 };
const source = { storeId: 'shop', sourceId: 'site' };

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  await ensureStore(database.pool, 'shop', null);
  for (const sourceId of ['site', 'feed'])
    await ensureSource(database.pool, { storeId: 'shop', sourceId, kind: 'site', location: 'x' });
});

async function failed(): Promise<string[]> {
  const { rows } = await database.pool.query(
    "select run_id from runs where status = 'failed' order by run_id",
  );
  return rows.map((row) => row.run_id);
}

it('marks the runs of processes that are gone as failed, and no other', async () => {
  const runs = { alive: here, dead: { host: 'here', pid: 2 }, elsewhere: { host: 'there', pid: 2 } };
  for (const [runId, place] of Object.entries(runs))
    await startRun(database.pool, { ...source, runId, place });
  const other = { storeId: 'shop', sourceId: 'feed', runId: 'of-another-source' };
  await startRun(database.pool, { ...other, place: runs.dead });
  await endDeadRuns(database.pool, source, { place: here, isAlive: (pid) => pid === 1 });
  expect(await failed()).toEqual(['dead']);
});

it('marks any run as failed that began more than a day ago', async () => {
  for (const place of [here, { host: 'there', pid: 2 }])
    await startRun(database.pool, { ...source, runId: `on-${place.host}`, place });
  await endDeadRuns(database.pool, source, { place: here, isAlive: () => true });
  expect(await failed()).toEqual([]);
  const now = Date.now() + 25 * 60 * 60 * 1000;
  await endDeadRuns(database.pool, source, { place: here, isAlive: () => true, now });
  expect(await failed()).toEqual(['on-here', 'on-there']);
});

it('knows that this process lives', async () => {
  await startRun(database.pool, { ...source, runId: 'mine', place: thisPlace() });
  // No process has this number: it is above what any system gives (PID_MAX_LIMIT, 2^22).
  await startRun(database.pool, { ...source, runId: 'none', place: { ...thisPlace(), pid: 2 ** 30 } });
  await endDeadRuns(database.pool, source);
  expect(await failed()).toEqual(['none']);
});
