import { hostname } from 'node:os';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScheduledSource } from '../../ingest/run/plan-jobs.ts';
import type { RunReport } from '../../ingest/run/report.ts';
import { finishRun, startRun } from '../../sql/runs.ts';
import { takeScheduleLease } from '../../sql/schedule-leases.ts';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import type { ChildOutcome } from './ingest-child.ts';
import { startSchedules } from './start-schedules.ts';

/** Comes once a year, so that what is due in a test was missed, and does not come again in it. */
const YEARLY = '0 0 1 1 *';
const WAIT = { timeout: 60_000 };

let database: TestDatabase;
let runs = 0;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  await ensureStore(database.pool, 'shop', null);
});

const source = (sourceId: string): ScheduledSource => ({
  storeId: 'shop',
  sourceId,
  schedule: YEARLY,
  timezone: 'UTC',
});

/** A run in the database, as an ingest leaves it. */
async function begin(sourceId: string, place = { host: hostname(), pid: process.pid }): Promise<string> {
  const runId = `run_${runs++}`;
  await ensureSource(database.pool, { storeId: 'shop', sourceId, kind: 'site', location: 'x' });
  await startRun(database.pool, { storeId: 'shop', runId, sourceId, place });
  return runId;
}
const end = (runId: string, problems: object[] = []) =>
  finishRun(database.pool, { storeId: 'shop', runId, status: 'failed', report: { problems } });

function setUp(ids: string[], ingest?: (sourceId: string) => Promise<void>) {
  const calls: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ base: null }, { write: (line) => lines.push(JSON.parse(line)) });
  const start = () =>
    startSchedules({
      pool: database.pool,
      sources: ids.map(source),
      logger,
      lookAgainMs: 20,
      ingest: async ({ sourceId }): Promise<ChildOutcome> => {
        calls.push(sourceId);
        await ingest?.(sourceId);
        const report = { status: 'done', problems: [] } as unknown as RunReport;
        return { report, exit: 0, lastWords: '' };
      },
    });
  const said = (message: string) => lines.filter(({ msg }) => String(msg).includes(message));
  return { calls, lines, said, start };
}

describe('the schedules', () => {
  it('make up for what was missed, one after the other, once each', async () => {
    let atOnce = 0;
    let most = 0;
    const { calls, said, start } = setUp(['a', 'b', 'c'], async (id) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await end(await begin(id));
      atOnce -= 1;
    });
    const schedules = start();
    await vi.waitFor(() => expect(said('is done')).toHaveLength(3), WAIT);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await schedules.stop();
    expect(calls.sort()).toEqual(['a', 'b', 'c']);
    expect(most).toBe(1);
    expect(said('Scheduled.').map((line) => line.next)).toEqual(
      Array(3).fill(expect.stringMatching(/-01-01T/)),
    );
  });

  it('do not ingest again what was ingested since, but what was killed or told to stop', async () => {
    await end(await begin('done'));
    await end(await begin('told-to-stop'), [{ stage: 'stop', reason: 'stopped by the user' }]);
    // No process has this number: it was killed.
    await begin('killed', { host: hostname(), pid: 2 ** 22 + 1 });
    const { calls, start } = setUp(['done', 'told-to-stop', 'killed']);
    const schedules = start();
    await vi.waitFor(() => expect(calls).toHaveLength(2), WAIT);
    await schedules.stop();
    expect(calls.sort()).toEqual(['killed', 'told-to-stop']);
  });

  it('leave alone what a person ingests, say so once, and are content when that has ended', async () => {
    const runId = await begin('a');
    const { calls, said, start } = setUp(['a']);
    const schedules = start();
    await vi.waitFor(() => expect(said('is skipped')).toHaveLength(1), WAIT);
    await end(runId);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await schedules.stop();
    expect(calls).toEqual([]);
    expect(said('is skipped')).toMatchObject([{ source: 'a', reason: expect.stringContaining('under way') }]);
  });

  it('leave a source to the service that has it, and take over when that one is dead', async () => {
    await takeScheduleLease(database.pool, { storeId: 'shop', sourceId: 'a', holder: 'another' });
    const { calls, said, start } = setUp(['a']);
    const schedules = start();
    await vi.waitFor(() => expect(said('is skipped')).toHaveLength(1), WAIT);
    expect(calls).toEqual([]);
    await database.pool.query(`update schedule_leases set held_until = now() - interval '1 second'`);
    await vi.waitFor(() => expect(said('is done')).toHaveLength(1), WAIT);
    await schedules.stop();
    expect((await database.pool.query('select from schedule_leases')).rowCount).toBe(0);
  });

  it('of several services ingest once', async () => {
    const ingest = async (id: string) => end(await begin(id));
    const services = [1, 2, 3].map(() => setUp(['a', 'b'], ingest));
    const started = services.map(({ start }) => start());
    const calls = () => services.flatMap((one) => one.calls);
    await vi.waitFor(() => expect(calls().sort()).toEqual(['a', 'b']), WAIT);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await Promise.all(started.map((one) => one.stop()));
    expect(calls().sort()).toEqual(['a', 'b']);
  });

  it('go on with the others when one ingest cannot even be made, and do not try it over and over', async () => {
    const { calls, said, start } = setUp(['a', 'b'], async (id) => {
      if (id === 'a') throw new Error('no memory');
    });
    const schedules = start();
    await vi.waitFor(() => expect(said('is done')).toHaveLength(1), WAIT);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await schedules.stop();
    expect(calls).toEqual(['a', 'b']);
    expect(said('cannot be kept now')).toHaveLength(1);
  });

  it('end the ingest under way when they are stopped, and wait for it', async () => {
    let ended = false;
    const schedules = startSchedules({
      pool: database.pool,
      sources: [source('a')],
      logger: pino({ level: 'silent' }),
      ingest: (_, signal) =>
        new Promise((resolve) => {
          const outcome = { report: null, exit: 130, lastWords: '' };
          const finish = () => {
            ended = true;
            resolve(outcome);
          };
          signal.addEventListener('abort', () => setTimeout(finish, 100));
          started();
        }),
    });
    let started: () => void = () => {};
    await new Promise<void>((resolve) => {
      started = resolve;
    });
    await schedules.stop();
    expect(ended).toBe(true);
  });
});
