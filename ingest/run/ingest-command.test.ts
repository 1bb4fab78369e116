import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { type LocalServer, startLocalServer } from '../crawl/local-server.ts';
import { readEnvironment } from '../environment.ts';
import { makeLogger } from '../logger.ts';
import { runIngestCommand } from './ingest-command.ts';

let database: TestDatabase;
let folder: string;
let refusing: LocalServer;
let failing: LocalServer;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'aisle-command-'));
  await mkdir(join(folder, 'policies'));
  await writeFile(join(folder, 'policies/returns.md'), '# Returns\n\nYou can return boots within 30 days.\n');
  await writeFile(join(folder, 'columns.csv'), 'colour,cost\nred,5\n');
  await writeFile(join(folder, 'fake.pdf'), 'This is plain text.');
  await writeFile(join(folder, 'fake.csv'), '<!doctype html><html><body>Please log in</body></html>');
  await writeFile(join(folder, 'sheet.xlsx'), 'PK');
  await writeFile(
    join(folder, 'three.yaml'),
    'store:\n  id: my shop\n  sources:\n    - site: shop.example\n      maxPages: 0\n',
  );
  await writeFile(
    join(folder, 'good.yaml'),
    'store:\n  id: acorn\n  sources:\n    - files: ./policies\n    - feed: ./columns.csv\n',
  );
  refusing = await startLocalServer((_, response) => response.writeHead(403).end());
  failing = await startLocalServer((_, response) => response.writeHead(500).end());
});
afterAll(async () => {
  await refusing.close();
  await failing.close();
  await rm(folder, { recursive: true });
  await database.close();
});
beforeEach(async () => {
  await database.pool.query('delete from stores');
});

async function ingest(args: string[], env: Record<string, string> = {}) {
  const { url, dataDir } = database.options;
  let stdout = '';
  let stderr = '';
  const status = await runIngestCommand(args, {
    environment: () => readEnvironment({ DATABASE_URL: url ?? '', AISLE_DATA: dataDir, ...env }),
    folder,
    makeLogger: () => makeLogger({ level: 'silent' }),
    signal: new AbortController().signal,
    progress: null,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { status, stdout, stderr };
}

describe('runIngestCommand', () => {
  it('prints a summary for people, and the report alone with --json', async () => {
    const first = await ingest(['./policies', '--store', 'acorn']);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/acorn ← files:policies-\w+: done[\s\S]*1 added/);
    const second = await ingest(['./policies', '--store', 'acorn', '--json']);
    expect(JSON.parse(second.stdout)).toMatchObject({
      status: 'done',
      store: 'acorn',
      unchanged: 1,
      embedded: 0,
    });
    expect(second.stderr).toBe('');
  });

  it('shows the plan of a dry run and makes no store', async () => {
    const { status, stdout } = await ingest(['./policies', '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\+ aisle-file:\/policies\/returns\.md[\s\S]*1 to add, 0 to change/);
    expect((await database.pool.query('select from stores')).rowCount).toBe(0);
  });

  it('ingests all of a configuration, goes on after a source that fails, and exits by the worst', async () => {
    const { status, stdout } = await ingest(['--config', 'good.yaml', '--json']);
    const reports = JSON.parse(stdout);
    expect(reports.map((report: { status: string }) => report.status)).toEqual(['done', 'failed']);
    expect(reports[1].problems[0].reason).toMatch(/lacks needed columns/);
    expect(status).toBe(1);
  });

  it.each([
    ['no source and no configuration', [], /found none, and no aisle\.yaml.*aisle\.example\.yaml/s],
    ['an unknown option', ['--quick'], /unknown option '--quick'/],
    ['a missing file', ['./nothing.csv'], /nothing\.csv: expected .*found no file or folder of that name/],
    ['a host without a scheme', ['shop.example'], /for a site, write https:\/\/shop\.example/],
    ['another scheme', ['ftp://shop.example/a.csv'], /found an address that begins with ftp:/],
    ['an ending that is no document', ['sheet.xlsx'], /expected a site's URL.*found the ending "\.xlsx"/],
    ['a file that is not what its name says', ['fake.pdf'], /expected a PDF document.*found plain text/],
    ['a feed that is a web page', ['fake.csv'], /expected comma-separated values.*found a web page/],
    ['a wrong number', ['./policies', '--max-pages', '0'], /--max-pages.*whole number from 1, got "0"/s],
    ['a host without a port', ['./policies', '--allow-host', 'localhost'], /HOST:PORT.*got "localhost"/],
    ['a store with white space', ['./policies', '--store', 'a b'], /letters, digits.*got "a b"/],
    [
      'a configuration that is missing',
      ['--config', 'none.yaml'],
      /none\.yaml: expected a configuration file/,
    ],
    [
      'a store that the configuration lacks',
      ['--config', 'good.yaml', '--store', 'x'],
      /a store of good\.yaml \(acorn\), found "x"/,
    ],
  ])('exits with 2 and one message for %s', async (_, args, message) => {
    const { status, stdout, stderr } = await ingest(args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('reports all three mistakes of a configuration at once, each with its line', async () => {
    const { status, stderr } = await ingest(['--config', 'three.yaml']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/three\.yaml has 3 mistakes:/);
    expect(stderr).toMatch(/three\.yaml:2:3 store\.id: expected .*got "my shop"/);
    expect(stderr).toMatch(
      /three\.yaml:4:7 store\.sources\[0\]\.site: expected an http\(s\) URL.*got "shop\.example"/,
    );
    expect(stderr).toMatch(
      /three\.yaml:5:7 store\.sources\[0\]\.maxPages: expected at least 1, got the number 0/,
    );
  });

  it('exits with 2 when the environment is wrong', async () => {
    const { status, stderr } = await ingest(['./policies'], { LOG_LEVEL: 'loud' });
    expect(stderr).toMatch(/LOG_LEVEL: expected one of .*got "loud"/);
    expect(status).toBe(2);
  });

  it('exits with 1 for a host that does not resolve, and makes no store', async () => {
    const { status, stdout } = await ingest(['https://shop.invalid/']);
    expect(stdout).toMatch(
      /failed[\s\S]*expected (a host name that resolves|an answer from DNS)[\s\S]*https:\/\/shop\.invalid\//,
    );
    expect(status).toBe(1);
    expect((await database.pool.query('select from stores')).rowCount).toBe(0);
  });

  it.each([
    ['403', () => refusing, /refuses this crawler/],
    ['500', () => failing, /found 500 3 times/],
  ])('exits with 1 for a site that answers %s throughout', async (_, server, message) => {
    const { origin, host } = server();
    const { status, stdout } = await ingest([`${origin}/`, '--allow-host', host]);
    expect(stdout).toMatch(message);
    expect(status).toBe(1);
  });

  it('exits with 1 for a catalog without the needed columns, and says which', async () => {
    const { status, stdout } = await ingest(['columns.csv']);
    expect(stdout).toMatch(/lacks needed columns: a name .*Found: "colour", "cost"/);
    expect(status).toBe(1);
  });

  it('says which option lets it reach a private address', async () => {
    const { status, stdout } = await ingest([`${refusing.origin}/`]);
    expect(stdout).toContain(`--allow-host ${refusing.host}`);
    expect(status).toBe(1);
  });

  it('exits with 1 and one line for a database that is down', async () => {
    const { status, stderr } = await ingest(['./policies'], {
      DATABASE_URL: 'postgresql://u:secret@127.0.0.1:9/x',
    });
    expect(stderr).toMatch(/PostgreSQL at 127\.0\.0\.1:9\/x cannot be reached/);
    expect(stderr).not.toContain('secret');
    expect(status).toBe(1);
  });
});
