import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeOutcome } from './describe-outcome.ts';
import { makeIngestChild } from './ingest-child.ts';

const SOURCE = { storeId: 'shop', sourceId: '--json' };
const never = new AbortController().signal;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-child-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An ingest whose command is replaced by a program of the test's. */
async function childOf(program: string, graceMs?: number) {
  const command = join(folder, `${Math.random()}.mjs`);
  await writeFile(command, program);
  return makeIngestChild({
    configFile: '/shop/aisle.yaml',
    command,
    ...(graceMs === undefined ? {} : { graceMs }),
  });
}

describe('an ingest in a process of its own', () => {
  it('is told its store, its source and the configuration, and gives the report back', async () => {
    const child = await childOf(
      'console.log(JSON.stringify({ status: "done", problems: process.argv.slice(2) }))',
    );
    const { report, exit } = await child(SOURCE, never);
    expect({ report, exit }).toEqual({
      report: {
        status: 'done',
        problems: ['--config=/shop/aisle.yaml', '--store=shop', '--source=--json', '--json'],
      },
      exit: 0,
    });
  });

  it('gives its last words where there is no report', async () => {
    const child = await childOf('console.error("x".repeat(9000) + "the database is down"); process.exit(1)');
    const { report, exit, lastWords } = await child(SOURCE, never);
    expect({ report, exit }).toEqual({ report: null, exit: 1 });
    expect(lastWords).toMatch(/^x{1,2000}the database is down$/);
  });

  it('resolves when it is killed from outside', async () => {
    const child = await childOf('process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000)');
    expect(await child(SOURCE, never)).toMatchObject({ report: null, exit: 'SIGKILL' });
  });

  it.each<[string, string, { exit: number | string; report: object | null }]>([
    [
      'is asked to end, and may still report',
      `console.log('{"status":"failed"}'); process.exit(130);`,
      { exit: 130, report: { status: 'failed' } },
    ],
    ['is killed when it does not end', '', { exit: 'SIGKILL', report: null }],
  ])('%s', async (_, onAsked, expected) => {
    const up = join(folder, `${Math.random()}.up`);
    const child = await childOf(
      `import { writeFileSync } from 'node:fs';
       process.on('SIGTERM', () => { ${onAsked} });
       setInterval(() => {}, 1000);
       writeFileSync(${JSON.stringify(up)}, '');`,
      expected.exit === 'SIGKILL' ? 200 : 60_000,
    );
    const stopping = new AbortController();
    const outcome = child(SOURCE, stopping.signal);
    await vi.waitFor(() => expect(existsSync(up)).toBe(true), 20_000);
    stopping.abort();
    expect(await outcome).toMatchObject(expected);
  });
});

describe('the log line', () => {
  const report = {
    runId: 'run_1',
    store: 'shop',
    source: 'site',
    complete: true,
    resumes: null,
    ...{ added: 1, changed: 2, unchanged: 3, removed: 0, failed: 1, skipped: 0 },
    ...{ passages: 9, embedded: 3, reused: 6, tokens: 10, costUsd: 0, seconds: 1.5 },
    problems: [{ url: 'https://shop.example/a', stage: 'fetch', reason: 'status 503' }],
  };

  it('has the counts and the first problem, and warns of what did not go well', () => {
    const done = describeOutcome({ report: { ...report, status: 'done' }, exit: 0, lastWords: '' });
    expect(done).toMatchObject({ level: 'info', fields: { changed: 2, problem: 'status 503', problems: 1 } });
    const stopped = describeOutcome({ report: { ...report, status: 'stopped' }, exit: 1, lastWords: '' });
    expect(stopped).toMatchObject({ level: 'warn', message: expect.stringContaining('removed too much') });
  });

  it('says what the process said where there is no report', () => {
    const line = describeOutcome({ report: null, exit: 2, lastWords: 'aisle.yaml has a mistake' });
    expect(line).toMatchObject({ level: 'warn', fields: { exit: 2, problem: 'aisle.yaml has a mistake' } });
  });
});
