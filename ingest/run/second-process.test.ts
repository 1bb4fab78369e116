import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listDocuments } from '../../sql/list-documents.ts';
import { withTransaction } from '../../sql/queryable.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makeRunner } from './testing/run-tools.ts';
import { paragraph, type SmallSite, startSmallSite } from './testing/small-site.ts';

const MAIN = new URL('../main.ts', import.meta.url).pathname;
const PAGES = 60;

let database: TestDatabase;
let site: SmallSite;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const topics = Array.from({ length: PAGES }, (_, n) => [`/topic-${n}`, paragraph(`topic-${n}`)]);
  site = await startSmallSite(Object.fromEntries(topics));
  folder = await mkdtemp(join(tmpdir(), 'aisle-second-'));
});
afterAll(async () => {
  await site.close();
  await database.close();
  await rm(folder, { recursive: true });
});

/** As `npm run ingest` in a second terminal does. */
function ingestElsewhere(store: string) {
  const { url, dataDir } = database.options;
  const args = [`${site.origin}/`, '--allow-host', site.host, '--store', store, '--json'];
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATABASE_URL: url ?? '', AISLE_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
}

it('answers from one process while another ingests, without an error or another’s rows', async () => {
  const own = makeRunner(database, { kind: 'site', location: `${site.origin}/`, allowHosts: [site.host] });
  await own.run();
  const before = await listDocuments(database.pool, 'shop', 'source');
  expect(before).toHaveLength(PAGES + 1);

  let ended = false;
  const elsewhere = ingestElsewhere('other').finally(() => {
    ended = true;
  });
  const wrong: unknown[] = [];
  let asked = 0;
  const ask = async (worker: number): Promise<void> => {
    while (!ended) {
      asked += 1;
      const value = worker * 1_000_000 + asked;
      const echo = await database.pool.query(`select $1::int as v${worker}`, [value]);
      if (echo.rows[0]?.[`v${worker}`] !== value) wrong.push(echo.rows);
      const documents = await listDocuments(database.pool, 'shop', 'source');
      if (documents.length !== before.length) wrong.push(documents.length);
      // A reader sees a document of the other store with all of its passages, or not at all.
      const half = await database.pool.query(
        `select d.url from documents d where d.store_id = 'other' and not exists (
           select from passages p where p.store_id = d.store_id and p.document_id = d.document_id)`,
      );
      wrong.push(...half.rows);
      await withTransaction(database.pool, async (client) => {
        await client.query('create temporary table if not exists mine (n int) on commit drop');
        await client.query('insert into mine values ($1::int)', [worker]);
        const mine = await client.query('select n from mine');
        if (mine.rows.length !== 1 || mine.rows[0].n !== worker) wrong.push(mine.rows);
      });
    }
  };
  const [[stdout, stderr, [status]]] = await Promise.all([elsewhere, ask(1), ask(2), ask(3)]);

  expect({ stderr, status, wrong }).toEqual({ stderr: '', status: 0, wrong: [] });
  expect(JSON.parse(stdout)).toMatchObject({ status: 'done', store: 'other', added: PAGES + 1 });
  expect(asked).toBeGreaterThan(3);
  expect(await listDocuments(database.pool, 'shop', 'source')).toEqual(before);
});
