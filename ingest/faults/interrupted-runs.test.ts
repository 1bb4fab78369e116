import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../sql/database.ts';
import type { RunReport } from '../run/report.ts';
import { type FaultPlace, makeFaultPlace } from './testing/fault-place.ts';
import { type FaultSite, startFaultSite, topicPages } from './testing/fault-site.ts';
import { ingestArgs, ingestHere } from './testing/ingest-here.ts';
import { type IngestProcess, startIngest } from './testing/ingest-process.ts';

const PAGES = 30;

let place: FaultPlace;
let site: FaultSite;
beforeAll(async () => {
  place = await makeFaultPlace();
});
afterAll(() => place.remove());
beforeEach(async () => {
  site = await startFaultSite(topicPages('page', PAGES));
});
afterEach(() => site.close());

/** Starts an ingest that meets a site which stops answering half-way, until it is let go. */
async function startStalled(
  storeId: string,
  { args = ingestArgs(site, storeId), env = {} }: { args?: string[]; env?: Record<string, string> } = {},
): Promise<IngestProcess & { letGo: () => void }> {
  const stalled = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  site.before = async (_, count) => {
    if (count < PAGES / 2) return;
    stalled.resolve();
    await released.promise;
  };
  const run = startIngest(args, { env: { ...place.env, ...env } });
  await stalled.promise;
  site.before = async () => {};
  return { ...run, letGo: released.resolve };
}

/** @param read what the run that was stopped has read, at least. */
async function completes(storeId: string, stopped: { runId: string; read: number }): Promise<void> {
  const database = await place.open();
  const runs = await database.pool.query('select status from runs where store_id = $1 order by started_at', [
    storeId,
  ]);
  expect(runs.rows).toEqual([{ status: 'failed' }]);
  const report = await ingestHere(database, site, { storeId });
  expect(report).toMatchObject({ status: 'done', complete: true, resumes: { runId: stopped.runId } });
  expect(report.resumes?.pages).toBeGreaterThanOrEqual(stopped.read);
  expect(report.added + report.unchanged).toBe(PAGES + 1);
  await database.close();
}

describe('a run that is told to stop', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s ends well: its report tells what is there, and the next run goes on with it',
    async (signal) => {
      const { child, ended } = await startStalled(signal);
      child.kill(signal);
      const { status, stdout, stderr } = await ended;
      expect({ status, stderr }).toEqual({ status: 130, stderr: '' });
      const report = JSON.parse(stdout) as RunReport;
      expect(report).toMatchObject({ status: 'failed', complete: false, removed: 0 });
      expect(report.problems[0]).toMatchObject({ stage: 'stop', reason: 'stopped by the user' });
      const database = await place.open();
      const { rowCount } = await database.pool.query('select from documents where store_id = $1', [signal]);
      await database.close();
      expect(report.added).toBe(rowCount);
      // Of the answers before it stalled some are no pages, and four may still have been under way.
      await completes(signal, { runId: report.runId, read: PAGES / 2 - 10 });
    },
  );

  it('and cannot, as the database holds it up, ends at once when it is told so again', async () => {
    const { child, ended } = await startStalled('twice');
    const database: Database = await place.open();
    const blocker = await database.pool.connect();
    blocker.on('error', () => {});
    await blocker.query('begin');
    await blocker.query('lock table runs, visits, documents in access exclusive mode');
    child.kill('SIGINT');
    // Whether it has taken the first one cannot be seen from here; more than two do no harm.
    while (child.exitCode === null && child.signalCode === null) {
      await Promise.race([sleep(200), once(child, 'exit')]);
      child.kill('SIGINT');
    }
    expect((await ended).status).toBe(130);
    await blocker.query('rollback').catch(() => {});
    blocker.release(true);
    await database.close();
    const after = await place.open();
    expect(await ingestHere(after, site, { storeId: 'twice' })).toMatchObject({ status: 'done' });
    await after.close();
  });
});

it('goes on when its terminal goes away', async () => {
  const args = ingestArgs(site, 'alone').filter((arg) => arg !== '--json');
  const { child, ended, letGo } = await startStalled('alone', { args, env: { LOG_LEVEL: 'debug' } });
  child.stdout?.destroy();
  child.stderr?.destroy();
  ended.catch(() => {});
  const exited = once(child, 'exit');
  letGo();
  expect(await exited).toEqual([0, null]);
  const database = await place.open();
  const runs = await database.pool.query("select status from runs where store_id = 'alone'");
  expect(runs.rows).toEqual([{ status: 'done' }]);
  const { rowCount } = await database.pool.query("select from documents where store_id = 'alone'");
  expect(rowCount).toBe(PAGES + 1);
  await database.close();
});
