import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../../sql/database.ts';
import { makeLogger } from '../logger.ts';
import type { RunReport } from '../run/report.ts';
import { type DatabaseProxy, startDatabaseProxy } from './testing/database-proxy.ts';
import { type FaultPlace, makeFaultPlace } from './testing/fault-place.ts';
import { type FaultSite, productPage, startFaultSite, topicPages } from './testing/fault-site.ts';
import { indexOf } from './testing/index-of.ts';
import { ingestHere } from './testing/ingest-here.ts';
import { onStatement } from './testing/on-statement.ts';

const AWAY_MS = 10_000;
const isServer = inject('databaseUrl') !== null;

let place: FaultPlace;
let site: FaultSite;
const told: string[] = [];
const logger: Logger = Object.create(makeLogger({ level: 'silent' }), {
  warn: { value: (_: object, message: string) => told.push(message) },
});

beforeAll(async () => {
  place = await makeFaultPlace();
  site = await startFaultSite({ ...topicPages('topic', 24), '/tent': productPage('tent', 100) });
});
afterAll(async () => {
  await site.close();
  await place.remove();
});

/** Fails on what differs between the two, of which `whole` was never disturbed. */
async function expectSame(database: Database, storeId: string, report: RunReport): Promise<void> {
  const { pool } = database;
  const whole = await ingestHere(database, site, { storeId: 'whole' });
  const { runId, store, seconds, ...counts } = report;
  expect(counts).toEqual({ ...whole, runId: undefined, store: undefined, seconds: undefined });
  expect(await indexOf(database, storeId)).toEqual(await indexOf(database, 'whole'));
  const runs = await pool.query('select status, report from runs where store_id = $1', [storeId]);
  expect(runs.rows).toEqual([{ status: 'done', report }]);
  await pool.query("delete from stores where store_id = 'whole'");
}

describe.runIf(isServer)('a server that is gone for ten seconds', () => {
  let proxy: DatabaseProxy;
  let database: Database;
  beforeAll(async () => {
    proxy = await startDatabaseProxy(place.env.DATABASE_URL);
    database = await openDatabase({ url: proxy.url, dataDir: '', command: 'npm test', whenHeld: 'join' });
  });
  afterAll(async () => {
    await database.close();
    await proxy.close();
  });

  it('is waited for, in the middle of publishing and while its commit is under way', async () => {
    told.length = 0;
    onStatement(database.pool, /insert into postings/, 5, () => proxy.leave(AWAY_MS));
    onStatement(database.pool, /^commit/, 20, () => setImmediate(() => proxy.leave(500)));
    const report = await ingestHere(database, site, { storeId: 'server' }, { logger });
    expect(told.slice(0, 2)).toEqual([
      expect.stringMatching(/does not answer: .*Waiting up to 60 s/),
      'The database answers again.',
    ]);
    await expectSame(database, 'server', report);
  });
});

describe.runIf(!isServer)('an embedded database whose owner is killed', () => {
  async function startOwner(): Promise<ChildProcess> {
    const options = { url: null, dataDir: place.env.AISLE_DATA, command: 'owner', whenHeld: 'refuse' };
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { openDatabase } = await import(${JSON.stringify(new URL('../../sql/database.ts', import.meta.url).href)});
         await openDatabase(${JSON.stringify(options)});
         console.log('ready');
         setInterval(() => {}, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
    return child;
  }

  it('is taken over by the run that had joined it', async () => {
    const owner = await startOwner();
    const database = await place.open();
    told.length = 0;
    onStatement(database.pool, /insert into postings/, 5, () => owner.kill('SIGKILL'));
    const report = await ingestHere(database, site, { storeId: 'heir' }, { logger });
    expect(told).toEqual([
      expect.stringMatching(/does not answer: .*Waiting up to 60 s/),
      'The database answers again.',
    ]);
    await expectSame(database, 'heir', report);
    await database.close();
  });

  it('is found again where another process serves it', async () => {
    const owner = await startOwner();
    const [database, other] = [await place.open(), await place.open()];
    const exited = once(owner, 'exit');
    onStatement(database.pool, /insert into postings/, 5, () => {
      owner.kill('SIGKILL');
      exited.then(() => other.recover?.());
    });
    const report = await ingestHere(database, site, { storeId: 'guest' }, { logger });
    await expectSame(database, 'guest', report);
    await database.close();
    await other.close();
    const again = await place.open();
    expect((await again.pool.query("select from documents where store_id = 'guest'")).rowCount).toBe(26);
    await again.close();
  });
});
