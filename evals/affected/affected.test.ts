import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRunner } from '../../ingest/run/testing/run-tools.ts';
import { paragraph, type SmallSite, startSmallSite } from '../../ingest/run/testing/small-site.ts';
import { saveAnswer } from '../../sql/answers.ts';
import { listDocuments } from '../../sql/list-documents.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { callCaseCommand, envOf } from '../testing/command-env.ts';

const SUITE = `suite: shop
store: shop
cases:
  - id: cites-tents
    question: How long for tents?
    expect: { facts: ["thirty days"] }
  - id: expects-stoves
    question: How long for stoves?
    expect: { facts: ["thirty days"], citations: ["*/stoves"] }
  - id: of-boots
    question: How long for boots?
    expect: { facts: ["thirty days"], citations: ["*/boots"] }
  - id: nothing-there
    question: Do you sell kites?
    expect: { status: abstained }
  - id: nothing-said
    question: What is the weather?
    expect: { locale: en }
`;

let database: TestDatabase;
let site: SmallSite;
let folder = '';
let first = '';
let second = '';
const runs: string[][] = [];

const call = (args: string[]) =>
  callCaseCommand(['affected', ...args], folder, {
    env: envOf(database),
    runEval: async (own: string[]) => {
      runs.push(own);
      return 1;
    },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-affected-'));
  database = await openTestDatabase();
  site = await startSmallSite({
    '/tents': paragraph('tents'),
    '/stoves': paragraph('stoves'),
    '/boots': paragraph('boots'),
  });
  const { host } = new URL(site.origin);
  const runner = makeRunner(database, { kind: 'site', location: site.origin, allowHosts: [host] });
  first = (await runner.run()).runId;

  const documents = await listDocuments(database.pool, 'shop', 'source');
  const cite = (path: string, quote: string) => {
    const found = documents.find(({ url }) => url.endsWith(path));
    const { documentId, contentHash, url } = found ?? expect.unreachable(path);
    return {
      id: 1,
      url,
      title: '',
      documentId,
      contentHash,
      quote,
      start: 0,
      end: quote.length,
      fault: null,
    };
  };
  const stands = 'we answer every question about stoves by telephone';
  const answers = {
    tents: cite('/tents', 'you can bring back tents within thirty days'),
    stoves: cite('/stoves', stands),
    boots: cite('/boots', 'boots'),
  };
  for (const [name, citation] of Object.entries(answers)) {
    const of = {
      storeId: 'shop',
      answerId: `ans_${name}`,
      conversationId: name,
      locale: 'en',
      status: 'answered' as const,
    };
    await saveAnswer(database.pool, {
      ...of,
      question: name,
      standalone: name,
      model: 'm',
      totalMs: 1,
      response: { citations: [citation] },
    });
  }
  const record = (id: string, citations: object[], passed = true) =>
    `${JSON.stringify({ suite: 'shop', position: 0, id, passed, citations, products: [] })}\n`;
  await mkdir(join(folder, 'last'));
  await writeFile(join(folder, 'suite.yaml'), SUITE);
  await writeFile(
    join(folder, 'last', 'cases.jsonl'),
    record('cites-tents', [answers.tents]) + record('of-boots', [answers.boots]) + record('nothing-said', []),
  );

  site.pages.set('/tents', 404);
  site.pages.set('/stoves', paragraph('stoves').replace('within thirty days', 'within ninety days'));
  site.pages.set('/kites', paragraph('kites'));
  const report = await runner.run({ acceptRemoval: true });
  expect(report).toMatchObject({ status: 'done', removed: 1 });
  second = report.runId;
}, 60_000);
afterAll(async () => {
  await site.close();
  await database.close();
  await rm(folder, { recursive: true });
});

describe('affected', () => {
  it('names the cases that a run concerns and why, what is stale, and the answers that were given', async () => {
    const { status, out, err } = await call([second, '@suite.yaml', '--last', '@last', '--json']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const found = JSON.parse(out);
    const url = (path: string) => `${site.origin}${path}`;
    const changes = Object.fromEntries(
      found.changes.map((one: { url: string; change: string }) => [one.url, one.change]),
    );
    expect(changes).toMatchObject({
      [url('/tents')]: 'removed',
      [url('/stoves')]: 'changed',
      [url('/kites')]: 'added',
    });
    expect(changes).not.toHaveProperty([url('/boots')]);
    expect(found.cases).toMatchObject([
      {
        id: 'cites-tents',
        why: `it cites a document that was removed: ${url('/tents')}`,
        stale: [`quote of ${url('/tents')}: you can bring back tents within thirty days`],
      },
      {
        id: 'expects-stoves',
        why: `it expects a document that was changed: ${url('/stoves')}`,
        stale: ['expected fact: thirty days'],
      },
      { id: 'nothing-there', why: expect.stringContaining('it expects no answer'), stale: [] },
    ]);
    expect(
      found.answers
        .map((answer: { answerId: string; citations: { stands: boolean }[] }) => [
          answer.answerId,
          answer.citations[0]?.stands,
        ])
        .sort(),
    ).toEqual([
      ['ans_stoves', true],
      ['ans_tents', false],
    ]);
  });

  it('is told in words as well, of the latest run', async () => {
    const { out } = await call(['latest', '@suite.yaml', '--last', '@last']);
    expect(out).toContain(`${second} (store shop)`);
    expect(out).toContain('Cases: 3');
    expect(out).toContain('stale expected fact: thirty days');
    expect(out).toMatch(/ans_tents[\s\S]*stale quote: you can bring back tents/u);
    expect(out).toContain('its quote stands');
  });

  it('runs just those cases with --run, and none where there are none', async () => {
    const { status } = await call([second, '@suite.yaml', '--last', '@last', '--run', '--out', '@out']);
    expect(status).toBe(1);
    const [args = []] = runs;
    expect(args.filter((arg) => arg.startsWith('id:'))).toEqual([
      'id:cites-tents',
      'id:expects-stoves',
      'id:nothing-there',
    ]);
    runs.length = 0;
    await writeFile(
      join(folder, 'boots.yaml'),
      'suite: b\nstore: shop\ncases:\n  - id: of-boots\n    question: Boots?\n    expect: { citations: ["*/boots"] }\n',
    );
    expect(await call([second, '@boots.yaml', '--last', '@last', '--run'])).toMatchObject({ status: 0 });
    expect(runs).toEqual([]);
  });

  it('works for the first run, and without any earlier output', async () => {
    const { out } = await call([first, '@suite.yaml', '--last', '@nowhere']);
    expect(out).toContain('expects-stoves: it expects a document that was added');
  });

  it('says what is wrong with a call', async () => {
    expect(await call(['run_none', '@suite.yaml'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('npm run ingest prints'),
    });
    expect(await call([second, '@none.yaml'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('none.yaml'),
    });
    expect(await call([second, '--run'])).toMatchObject({ status: 2, err: expect.stringContaining('--run') });
    await database.pool.query('update runs set changes_deleted_at = now() where run_id = $1', [first]);
    expect(await call([first])).toMatchObject({ status: 2, err: expect.stringContaining('not kept') });
  });
});
