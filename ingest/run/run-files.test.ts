import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { startLocalServer } from '../crawl/local-server.ts';
import { openLocalEmbeddingModel } from '../embedding/local-embedding-model.ts';
import { makeLogger } from '../logger.ts';
import { makeSafeFetch } from '../safe-fetch.ts';
import { ingestSources } from './ingest-sources.ts';
import { makeRunner } from './testing/run-tools.ts';

const CATALOG = [
  'sku,name,price,currency,color,description',
  'T-1,Two person tent,249.00,USD,green,A light tent for two people with a separate porch.',
  'S-1,Gas stove,49.50,USD,silver,A small stove that boils a litre in three minutes.',
  'B-1,Hiking boots,139.00,USD,brown,Boots of full grain leather that can be soled again.',
];

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  folder = await mkdtemp(join(tmpdir(), 'aisle-run-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('ingest of a catalog', () => {
  const write = (lines: string[]) => writeFile(join(folder, 'catalog.csv'), lines.join('\n'));
  const runner = () => makeRunner(database, { kind: 'feed', location: join(folder, 'catalog.csv') });

  it('stores products with their facts, and keeps, changes and removes them by what the next export says', async () => {
    await write(CATALOG);
    expect(await runner().run()).toMatchObject({ status: 'done', added: 3, failed: 0 });
    const { rows } = await database.pool.query(
      `select sku, price, currency from products where store_id = 'shop' order by sku`,
    );
    expect(rows[2]).toMatchObject({ sku: 'T-1', price: 249, currency: 'USD' });

    expect(await runner().run()).toMatchObject({ unchanged: 3, embedded: 0 });
    await write([...CATALOG.slice(0, 2), CATALOG[2]?.replace('49.50', '39.50') ?? '']);
    expect(await runner().run()).toMatchObject({ unchanged: 1, changed: 1, removed: 1 });
  });

  it('removes nothing while a row cannot be read, for it may be the product that is missing', async () => {
    await write(CATALOG);
    await runner().run();
    await write([...CATALOG.slice(0, 3), (CATALOG[3] ?? '').replace('139.00', 'ask us')]);
    const report = await runner().run();
    expect(report).toMatchObject({ status: 'done', unchanged: 2, failed: 1, removed: 0 });
    expect(report.problems[0]?.reason).toMatch(/catalog\.csv:4: price: expected a price/);
  });

  it('fails without the needed columns, and says which', async () => {
    await write(['colour,cost', 'red,5']);
    const report = await runner().run();
    expect(report.status).toBe('failed');
    expect(report.problems[0]?.reason).toMatch(
      /lacks needed columns: a name .*an identifier.*"colour", "cost"/,
    );
  });

  it('reads one from a URL', async () => {
    const server = await startLocalServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' }).end(CATALOG.join('\n'));
    });
    const remote = makeRunner(database, {
      kind: 'feed',
      location: `${server.origin}/export`,
      allowHosts: [server.host],
    });
    expect(await remote.run()).toMatchObject({ status: 'done', added: 3 });
    await server.close();
  });
});

describe('ingest of files', () => {
  const runner = () => makeRunner(database, { kind: 'files', location: folder });

  beforeEach(async () => {
    await mkdir(join(folder, 'help'));
    await writeFile(
      join(folder, 'help/returns.md'),
      '# Returns\n\nYou can return boots within 30 days of delivery.\n',
    );
    await writeFile(
      join(folder, 'shipping.html'),
      '<html lang="en"><title>Shipping</title><body><h1>Shipping</h1><p>We ship to Canada within a week.</p></body></html>',
    );
    await writeFile(join(folder, 'prices.xlsx'), 'x');
  });

  it('reads a folder, tells what it left out, and follows what is edited, renamed and deleted', async () => {
    const first = await runner().run();
    expect(first).toMatchObject({ status: 'done', added: 2, skipped: 1 });
    expect(first.problems[0]).toMatchObject({ stage: 'files', reason: expect.stringMatching(/\.xlsx/) });
    expect(await runner().run()).toMatchObject({ unchanged: 2, embedded: 0 });

    await rm(join(folder, 'shipping.html'));
    await writeFile(
      join(folder, 'help/returns.md'),
      '# Returns\n\nYou can return boots within 60 days of delivery.\n',
    );
    expect(await runner().run()).toMatchObject({ changed: 1, removed: 1 });

    const text = '# Returns\n\nYou can return boots within 60 days of delivery.\n';
    await writeFile(join(folder, 'help/take-back.md'), text);
    expect(await runner().run()).toMatchObject({ unchanged: 1, added: 0, removed: 0, skipped: 2 });
    await rm(join(folder, 'help/returns.md'));
    expect(await runner().run()).toMatchObject({ added: 1, removed: 1, embedded: 0 });
  });

  it('reports a file that is not what its name says, and keeps what it was before', async () => {
    await runner().run();
    await writeFile(join(folder, 'shipping.html'), '%PDF-1.7\n');
    const report = await runner().run();
    expect(report).toMatchObject({ status: 'done', failed: 1, removed: 0, unchanged: 1 });
    expect(report.problems[0]?.reason).toMatch(/expected an HTML page.*found a PDF document/);
    expect(await runner().urls()).toHaveLength(2);
  });

  it('fails on a folder without documents, and removes nothing', async () => {
    await runner().run();
    await rm(join(folder, 'help'), { recursive: true });
    await rm(join(folder, 'shipping.html'));
    const report = await runner().run({ acceptRemoval: true });
    expect(report).toMatchObject({ status: 'failed', removed: 0 });
    expect(await runner().urls()).toHaveLength(2);
  });

  it('stores text that holds what the database cannot', async () => {
    await writeFile(join(folder, 'odd.txt'), `A text about odd things. ${'x'.repeat(9000)} The end\0 of it.`);
    const report = await runner().run();
    expect(report).toMatchObject({ status: 'done', added: 3, failed: 0 });
  });

  it('ingests what a suite names, and throws for what cannot be', async () => {
    const deps = {
      database,
      embeddingModel: openLocalEmbeddingModel(),
      safeFetchFor: (allowHosts: string[]) => makeSafeFetch({ allowHosts }),
      logger: makeLogger({ level: 'silent' }),
    };
    const [report] = await ingestSources(deps, { storeId: 'suite', sources: ['./help'], folder });
    expect(report).toMatchObject({ status: 'done', added: 1 });
    await writeFile(join(folder, 'bad.csv'), 'a,b\n1,2\n');
    await expect(ingestSources(deps, { storeId: 'suite', sources: ['bad.csv'], folder })).rejects.toThrow(
      /bad\.csv could not be ingested: .*lacks needed columns/,
    );
    await expect(ingestSources(deps, { storeId: 'suite', sources: ['none'], folder })).rejects.toThrow(
      /no file or folder/,
    );
  });
});
