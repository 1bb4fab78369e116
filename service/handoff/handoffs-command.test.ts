import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { readHandoffSettings } from './handoff-settings.ts';
import { makeHandoffs } from './handoffs.ts';
import { runHandoffsCommand } from './handoffs-command.ts';

const stores = [
  {
    id: 'shop',
    handoff: { webhook: 'https://desk.example/', webhookSecret: 'S', email: 'help@shop.example' },
  },
  { id: 'quiet' },
];
let database: TestDatabase;
const ids: Record<string, string> = {};
beforeAll(async () => {
  database = await openTestDatabase();
  const { pool } = database;
  const handoffs = makeHandoffs({ pool, settingsOf: readHandoffSettings(stores) });
  for (const { id: store } of stores) {
    await ensureStore(pool, store, null);
    const wanted = {
      store,
      contact: 'ana@example.com\u0085Bcc: x@y.example',
      message: 'Hi\r\nBcc: all@x.example',
    };
    ids[store] = (await handoffs.request(wanted)).id;
  }
  await pool.query(
    `update handoff_deliveries set status = 'dead', tries = 12, problem = 'HTTP 500' where store_id = 'shop'`,
  );
});
afterAll(() => database.close());

/** As a second process would: while the first, this one, has the database open. */
async function run(...args: string[]) {
  const out = { stdout: '', stderr: '' };
  const { url, dataDir } = database.options;
  const status = await runHandoffsCommand(args, {
    environment: () => ({ databaseUrl: url, dataDir, configPath: null }),
    loadStores: async () => stores,
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
  });
  return { status, ...out };
}

test('lists handoffs and why they did not arrive, without what shoppers wrote', async () => {
  const all = await run('list');
  expect(all).toMatchObject({ status: 0, stderr: '' });
  expect(all.stdout).toMatch(new RegExp(`${ids.shop} .* shop +waiting .* 1 dead \\(HTTP 500\\)`));
  expect(all.stdout).toMatch(new RegExp(`${ids.quiet} .* 1 kept`));
  expect(all.stdout).not.toMatch(/ana@|Bcc/);
  expect((await run('list', '--only', 'dead')).stdout).not.toContain(ids.quiet);
  expect((await run('list', '--store', 'quiet', '--only', 'taken')).stdout).toBe('No handoff is taken.\n');
  const json = await run('list', '--json', '--limit', '1');
  expect(JSON.parse(json.stdout)).toMatchObject([{ id: ids.quiet, store: 'quiet' }]);
  expect(json.stdout).not.toContain('ana@');
});

test('shows one as the text of an e-mail, to which nobody can add a header', async () => {
  const { status, stdout } = await run('show', ids.shop ?? '');
  expect(status).toBe(0);
  const [head = '', body = ''] = stdout.split('\n\n');
  expect(head.split('\n').map((line) => line.split(':')[0])).toEqual(['To', 'Subject', 'Date']);
  expect(body).toContain('Contact: ana@example.com Bcc: x@y.example');
  expect(JSON.parse((await run('show', ids.shop ?? '', '--json')).stdout)).toMatchObject({
    id: ids.shop,
    deliveries: [{ status: 'dead', tries: 12 }],
  });
});

test('sends again what did not arrive, where there is somewhere to send it', async () => {
  expect((await run('retry', ids.shop ?? '')).stdout).toContain('1 to be sent again');
  const { rows } = await database.pool.query(
    `select status, tries from handoff_deliveries where store_id = 'shop'`,
  );
  expect(rows).toEqual([{ status: 'pending', tries: 0 }]);
  expect(await run('retry', ids.quiet ?? '')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Expected a handoff.webhook in aisle.yaml for the store quiet'),
  });
  expect((await run('retry', '--all', '--json')).stdout).toBe('{"retried":1}\n');
});

test.each([
  [['show', 'hnd_none'], 1, 'There is no handoff "hnd_none"'],
  [['list', '--store', 'nowhere'], 1, 'There is no store "nowhere"'],
  [['retry'], 2, 'expected an id, or --all'],
  [['list', '--only', 'lost'], 2, 'waiting, taken, closed, dead'],
  [['sing'], 2, 'unknown command'],
])('tells what is wrong with %j', async (args, status, said) => {
  expect(await run(...args)).toMatchObject({ status, stderr: expect.stringContaining(said) });
});
