import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { type LocalServer, startLocalServer } from '../crawl/local-server.ts';
import { makeZip } from '../files/zip.fixture.ts';
import type { IngestJob } from './run-ingest.ts';
import { makeSourceSpec, type SourceSpec } from './source-spec.ts';
import { makeRunner } from './testing/run-tools.ts';

const ROWS = [
  'sku,name,price,currency,description',
  'T-1,Two person tent,249.00,USD,A light tent for two people with a separate porch.',
  'S-1,Gas stove,49.50,USD,A small stove that boils a litre in three minutes.',
  'B-1,Hiking boots,139.00,USD,Boots of full grain leather that can be soled again.',
];

let database: TestDatabase;
let server: LocalServer;
let feed: string | Buffer;
let etag: string | null;
let statuses: number[];

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  feed = ROWS.join('\n');
  etag = '"one"';
  statuses = [];
  server = await startLocalServer((request, response) => {
    const status = etag !== null && request.headers['if-none-match'] === etag ? 304 : 200;
    statuses.push(status);
    response.writeHead(status, { 'content-type': 'text/csv', ...(etag === null ? {} : { etag }) });
    response.end(status === 200 ? feed : '');
  });
});
afterEach(() => server.close());

function run(job: Partial<IngestJob> = {}, spec: Partial<SourceSpec> = {}) {
  const source = makeSourceSpec({
    id: 'source',
    kind: 'feed',
    location: `${server.origin}/catalog.csv?token=hunter2hunter2`,
    allowHosts: [server.host],
    ...spec,
  });
  return makeRunner(database, source).run({ source, ...job });
}

const asOf = async () =>
  (await database.pool.query('select min(as_of) as at from products')).rows[0].at as Date;

describe('a feed that has not changed', () => {
  it('is not sent again, all of its products stay and are as of now', async () => {
    expect(await run()).toMatchObject({ status: 'done', added: 3 });
    const before = await asOf();
    expect(await run()).toMatchObject({
      status: 'done',
      complete: true,
      unchanged: 3,
      removed: 0,
      passages: expect.any(Number),
      embedded: 0,
    });
    expect(statuses).toEqual([200, 304]);
    expect((await asOf()).getTime()).toBeGreaterThan(before.getTime());
    expect(await run({ dryRun: true })).toMatchObject({
      plan: { keep: expect.objectContaining({ length: 3 }), remove: [] },
    });
  });

  it('is recognised by its bytes where the server has no validators', async () => {
    etag = null;
    await run();
    expect(await run()).toMatchObject({ status: 'done', unchanged: 3, removed: 0 });
    feed = ROWS.slice(0, 3).join('\n');
    expect(await run()).toMatchObject({ unchanged: 2, removed: 1 });
  });

  it('still says what it leaves out', async () => {
    feed = [...ROWS, 'T-1,Two person tent again,249.00,USD,The same tent twice.'].join('\n');
    const first = await run();
    expect(first).toMatchObject({ added: 3, skipped: 1 });
    const second = await run();
    expect(second).toMatchObject({ unchanged: 3, skipped: 1 });
    expect(second.problems).toEqual(first.problems);
  });

  it.each<[string, Partial<IngestJob>, Partial<SourceSpec>]>([
    ['on demand', { refresh: true }, {}],
    ['with another mapping', {}, { mapping: { description: 'name' } }],
    ['with another currency', {}, { currency: 'EUR' }],
    ['for another market', {}, { market: 'ES' }],
  ])('is read all the same %s', async (_, job, spec) => {
    await run();
    await run(job, spec);
    expect(statuses).toEqual([200, 200]);
  });
});

describe('a feed that could not be read whole', () => {
  it.each([
    [
      'a row that cannot be read',
      () => [...ROWS, 'X-1,Odd thing,ask us,USD,What it costs nobody knows.'].join('\n'),
      '"two"',
    ],
    ['products that are missing in great number', () => ROWS.slice(0, 2).join('\n'), '"three"'],
  ])('is read again: %s', async (_, next, tag) => {
    feed = [
      ...ROWS,
      ...Array.from(
        { length: 9 },
        (__, n) => `N-${n},Thing number ${n},5.00,USD,Thing number ${n} for tents.`,
      ),
    ].join('\n');
    await run();
    feed = next();
    etag = tag;
    await run();
    await run();
    expect(statuses).toEqual([200, 200, 200]);
  });

  it('is read again when it comes back to what it was before a run that broke off', async () => {
    const whole = feed;
    await run();
    feed = [...ROWS.slice(0, 3).map((row) => row.replace('249.00', '199.00')), 'B-1,"never closed'].join(
      '\n',
    );
    etag = '"two"';
    await run();
    feed = whole;
    etag = '"one"';
    await run();
    expect(statuses).toEqual([200, 200, 200]);
    const { rows } = await database.pool.query(`select price from products where sku = 'T-1'`);
    expect(rows[0].price).toBe(249);
  });

  it('keeps its products, and what is known of it, while its server is down', async () => {
    await run();
    await server.close();
    expect(await run()).toMatchObject({ status: 'failed', removed: 0 });
    const { rows } = await database.pool.query(`select etag from source_validators where store_id = 'shop'`);
    expect(rows).toEqual([{ etag: '"one"' }]);
  });
});

describe('a compressed feed', () => {
  it('is read where it is gzip, by URL and from a file', async () => {
    feed = gzipSync(ROWS.join('\n'));
    const location = `${server.origin}/catalog.csv.gz`;
    expect(await run({}, { location })).toMatchObject({ status: 'done', added: 3 });
    const folder = await mkdtemp(join(tmpdir(), 'aisle-run-'));
    await writeFile(join(folder, 'catalog.csv.gz'), feed);
    expect(await run({}, { location: join(folder, 'catalog.csv.gz') })).toMatchObject({ unchanged: 3 });
    await rm(folder, { recursive: true });
  });

  it('that is damaged, a ZIP archive or an Excel workbook is refused, saying what to do', async () => {
    feed = gzipSync(Array.from({ length: 5000 }, (_, n) => `${n},${Math.sin(n)}`).join('\n')).subarray(
      0,
      20_000,
    );
    expect((await run()).problems[0]?.reason).toMatch(/lacks needed columns|damaged or incomplete/);
    feed = makeZip({ 'catalog.csv': ROWS.join('\n') });
    expect((await run()).problems[0]?.reason).toMatch(
      /found a ZIP archive\. Unpack it and give the file in it, or .*gzip/,
    );
    feed = makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' });
    expect((await run()).problems[0]?.reason).toMatch(/found an Excel workbook\. Save it as CSV/);
  });
});

it('leaves nothing on disk, and shows no token', async () => {
  const mine = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith(`aisle-feed-${process.pid}-`));
  feed = 'no,catalog\n1,2';
  const reports = [await run()];
  feed = [...ROWS, 'X-1,Odd thing,ask us,USD,What it costs nobody knows.'].join('\n');
  reports.push(await run());
  expect(await mine()).toEqual([]);
  const { rows } = await database.pool.query(
    'select location from sources union all select report::text from runs',
  );
  expect(JSON.stringify([reports, rows])).not.toContain('hunter2');
});

describe('a feed of names alone, whose languages were guessed one by one before', () => {
  it('is in one language, and its next run mends what stands in the index', async () => {
    feed = [
      'sku,nombre,precio',
      'V-1,Vestido Garbí,79',
      'C-1,Camisa Albufera,49',
      'B-1,Botas Galerna,119',
    ].join('\n');
    const locales = async () =>
      (await database.pool.query('select distinct locale from documents order by locale')).rows.map(
        (row) => row.locale,
      );
    const spec = { languages: ['es'] };
    expect(await run({}, spec)).toMatchObject({ status: 'done', added: 3 });
    expect(await locales()).toEqual(['es']);
    // As an earlier version left it, with the settings of then.
    await database.pool.query(
      "update documents set locale = 'pt', content_hash = 'sha256-old' where url like '%V-1%' or title like 'Vestido%'",
    );
    await database.pool.query("update runs set settings_hash = 'old'");
    expect(await run({}, spec)).toMatchObject({ status: 'done', changed: 1, unchanged: 2 });
    expect(await locales()).toEqual(['es']);
  });
});
