import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../sql/testing/open-test-database.ts';
import { paragraph, startSmallSite } from './run/testing/small-site.ts';

const MAIN = new URL('./main.ts', import.meta.url).pathname;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'aisle-main-'));
  await mkdir(join(folder, 'policies'));
  await writeFile(join(folder, 'policies/returns.md'), '# Returns\n\nYou can return boots within 30 days.\n');
  await writeFile(join(folder, 'columns.csv'), 'colour,cost\nred,5\n');
  await writeFile(join(folder, 'fake.pdf'), 'This is plain text.');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.close();
});
beforeEach(async () => {
  await database.pool.query('delete from stores');
});

function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  const { url, dataDir } = database.options;
  return spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATABASE_URL: url ?? '', AISLE_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ingest(args: string[], env: Record<string, string> = {}) {
  const child = start(args, env);
  const [stdout, stderr, [status]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'close'),
  ]);
  return { status: status as number, stdout, stderr };
}

describe('npm run ingest', () => {
  it('exits with 0, and prints the report alone with --json', async () => {
    const { status, stdout, stderr } = await ingest(['./policies', '--store', 'acorn', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'done', store: 'acorn', added: 1 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('exits with 1 when nothing could be ingested', async () => {
    const { status, stdout } = await ingest(['columns.csv']);
    expect(stdout).toMatch(/failed[\s\S]*lacks needed columns/);
    expect(status).toBe(1);
  });

  it('exits with 2 and one message, without a stack, for wrong usage', async () => {
    const { status, stdout, stderr } = await ingest(['fake.pdf']);
    expect(stderr).toMatch(/^fake\.pdf: expected a PDF document .*found plain text.*\n$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('npm run ingest, interrupted', () => {
  // More than what a run holds back to learn from.
  const PAGES = 250;

  /** A site that stops answering after most of its pages, until it is let go. */
  async function startStallingSite() {
    const pages = Array.from(
      { length: PAGES },
      (_, n) => [`/p-${n}`, paragraph(`thing number ${n}`)] as const,
    );
    const site = await startSmallSite(Object.fromEntries(pages));
    site.stallAfter = PAGES - 20;
    return site;
  }

  const countDocuments = async () => (await database.pool.query('select from documents')).rowCount ?? 0;

  it('leaves whole documents when it is killed, and the next run completes them', async () => {
    const site = await startStallingSite();
    const args = [`${site.origin}/`, '--allow-host', site.host, '--store', 'shop', '--json'];
    const child = start(args);
    await vi.waitFor(async () => expect(await countDocuments()).toBeGreaterThan(0), 20_000);
    child.kill('SIGKILL');
    await once(child, 'close');
    const published = await countDocuments();
    expect(published).toBeLessThan(PAGES);

    site.stallAfter = Number.POSITIVE_INFINITY;
    const { status, stdout } = await ingest(args);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'done',
      added: PAGES + 1 - published,
      unchanged: published,
    });
    const { rows } = await database.pool.query('select status from runs order by started_at');
    expect(rows).toEqual([{ status: 'failed' }, { status: 'done' }]);
    await site.close();
  });

  it('ends well on the first Ctrl-C, with the run marked and status 130', async () => {
    const site = await startStallingSite();
    const child = start([`${site.origin}/`, '--allow-host', site.host, '--store', 'shop']);
    const output = child.stdout ? text(child.stdout) : Promise.resolve('');
    await vi.waitFor(async () => expect(await countDocuments()).toBeGreaterThan(0), 20_000);
    child.kill('SIGINT');
    const [status] = await once(child, 'close');
    expect(status).toBe(130);
    expect(await output).toMatch(/failed[\s\S]*stopped by the user/);
    const { rows } = await database.pool.query("select status from runs where store_id = 'shop'");
    expect(rows).toEqual([{ status: 'failed' }]);
    await site.close();
  });
});
