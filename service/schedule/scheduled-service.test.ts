import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { paragraph, type SmallSite, startSmallSite } from '../../ingest/run/testing/small-site.ts';
import { openDatabase } from '../../sql/database.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';

const MAIN = new URL('../main.ts', import.meta.url).pathname;
const WAIT = { timeout: 60_000, interval: 200 };

let database: TestDatabase;
let site: SmallSite;
let folder: string;
let service: ChildProcess | null = null;
let log = '';

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'aisle-scheduled-'));
  site = await startSmallSite({
    '/returns': '<p>You can return unworn boots within 30 days of delivery.</p>',
  });
  await writeFile(
    join(folder, 'aisle.yaml'),
    `store:
  id: shop
  timezone: Asia/Kathmandu
  sources:
    - { id: site, site: "${site.origin}/", allowHosts: ["${site.host}"], schedule: "*/2 * * * * *" }
    - { id: gone, files: ./nowhere, schedule: "*/2 * * * * *" }
    - { id: by-hand, site: "${site.origin}/" }
`,
  );
});
afterAll(async () => {
  service?.kill('SIGKILL');
  await site.close();
  await database.close();
  await rm(folder, { recursive: true });
});

/** `npm start`, on a database of its own: the embedded one has one service at a time. */
async function startService(): Promise<string> {
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATABASE_URL: database.options.url ?? '', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  service = child;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  return vi.waitFor(() => {
    const url = /Aisle answers at (http:\S+)/.exec(log)?.[1];
    if (url === undefined) throw new Error(log);
    return url;
  }, WAIT);
}

it('npm start keeps a source up to date by its schedule, and ends with all that it began', async () => {
  const url = await startService();
  const ask = async () => {
    const response = await fetch(`${url}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: 'How long do I have to return boots?' }),
    });
    expect(response.status).toBe(200);
    return ((await response.json()) as { answer: string }).answer;
  };
  expect((await fetch(`${url}/ready`)).status).toBe(200);
  await vi.waitFor(async () => expect(await ask()).toContain('30 days'), WAIT);
  site.pages.set('/returns', '<p>You can return unworn boots within 45 days of delivery.</p>');
  await vi.waitFor(async () => expect(await ask()).toContain('45 days'), WAIT);

  // The next run is under way, and will not end by itself.
  site.stallAfter = 0;
  site.pages.set('/new', paragraph('tents'));
  const asked = site.requests.length;
  await vi.waitFor(() => expect(site.requests.length).toBeGreaterThan(asked), WAIT);
  expect((await fetch(`${url}/ready`)).status).toBe(200);
  service?.kill('SIGTERM');
  if (service) expect((await once(service, 'close'))[0]).toBe(0);

  const lines = log
    .split('\n')
    .flatMap((line): Record<string, unknown>[] => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const said = (message: string) => lines.filter(({ msg }) => String(msg).includes(message));
  expect(said('Scheduled.').map(({ source, timezone }) => [source, timezone])).toEqual([
    ['site', 'Asia/Kathmandu'],
    ['gone', 'Asia/Kathmandu'],
  ]);
  expect(said('is done')[0]).toMatchObject({ source: 'site', added: 2, failed: 0 });
  // What cannot be read is said, and harms nothing.
  expect(said('ingest failed')[0] ?? said('could not be made')[0]).toMatchObject({
    source: 'gone',
    problem: expect.stringContaining('nowhere'),
  });
  expect(said('ended with the service')).toMatchObject([{ source: 'site' }]);

  const after = await openDatabase({
    url: database.options.url,
    dataDir: join(folder, '.aisle'),
    command: 'npm test',
    whenHeld: 'refuse',
  });
  const { rows } = await after.pool.query<{ source_id: string; status: string; stage: string | null }>(
    `select source_id, status, report->'problems'->0->>'stage' as stage from runs where store_id = 'shop' order by started_at desc`,
  );
  await after.close();
  expect(rows.filter(({ status }) => status === 'running')).toEqual([]);
  expect(rows.find(({ source_id }) => source_id === 'site')).toMatchObject({
    status: 'failed',
    stage: 'stop',
  });
  expect(rows.some(({ source_id }) => source_id === 'by-hand')).toBe(false);
});
