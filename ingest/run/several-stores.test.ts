import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import type { RunReport } from './report.ts';
import { paragraph, type SmallSite, startSmallSite } from './testing/small-site.ts';

const MAIN = new URL('../main.ts', import.meta.url).pathname;
const STORES = ['heron', 'owl'] as const;

let database: TestDatabase;
let folder: string;
let sites: SmallSite[];

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'aisle-stores-'));
  // Both have the same paths, SKUs and file names; only what they say differs.
  sites = await Promise.all(
    STORES.map((store) =>
      startSmallSite({
        '/returns': paragraph(`returns at ${store}`),
        '/boots': paragraph(`boots of ${store}`),
      }),
    ),
  );
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  for (const [at, store] of STORES.entries()) {
    await write(`${store}/catalog.csv`, `sku,name,price\nB-1001,Boot of ${store},${100 + at}\n`);
    await write(`${store}/policies/returns.md`, `# Garantía\n\nLa garantía de ${store} dura dos años.\n`);
  }
  const entry = (store: string, site: SmallSite, rest: string) => `  - id: ${store}
    name: The ${store}
    ${rest}
    sources:
      - { id: site, site: ${site.origin}/, allowHosts: ["${site.host}"], schedule: "0 3 * * *" }
      - { id: catalog, feed: ./${store}/catalog.csv, currency: EUR, market: ES, schedule: "*/10 * * * *" }
      - { id: policies, files: ./${store}/policies, kind: policy, locale: es, market: es }
`;
  const [heron, owl] = sites;
  if (heron === undefined || owl === undefined) throw new Error('no sites');
  await write(
    'aisle.yaml',
    `stores:\n${entry('heron', heron, 'timezone: Europe/Madrid')}${entry('owl', owl, 'locales: [en, es]')}`,
  );
});
afterAll(async () => {
  for (const site of sites) await site.close();
  await database.close();
  await rm(folder, { recursive: true });
});

async function ingest(...args: string[]) {
  const { url, dataDir } = database.options;
  const child = spawn(process.execPath, [MAIN, '--json', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATABASE_URL: url ?? '', AISLE_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const parsed: unknown = stdout === '' ? [] : JSON.parse(stdout);
  return { status: status as number, stderr, reports: [parsed].flat() as RunReport[] };
}

describe('npm run ingest, with several stores in aisle.yaml', () => {
  it('ingests every source into its own store', async () => {
    const { status, reports, stderr } = await ingest();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(reports.map(({ store, source, added }) => `${store}/${source} ${added}`)).toEqual([
      'heron/site 3',
      'heron/catalog 1',
      'heron/policies 1',
      'owl/site 3',
      'owl/catalog 1',
      'owl/policies 1',
    ]);
  });

  it('has nothing of one store in another', async () => {
    const { pool } = database;
    for (const [at, store] of STORES.entries()) {
      const other = STORES[1 - at] ?? '';
      const documents = await pool.query<{ url: string; text: string; locale: string; kind: string }>(
        'select url, title || text as text, locale, kind from documents where store_id = $1',
        [store],
      );
      expect(documents.rows).toHaveLength(5);
      const own = documents.rows.filter(({ text: said }) => said.includes(store));
      expect(own).toHaveLength(4);
      expect(documents.rows.filter(({ text: said }) => said.includes(other))).toEqual([]);
      expect(documents.rows.filter(({ url }) => url.includes(sites[1 - at]?.host ?? ''))).toEqual([]);
      expect(documents.rows.find(({ text: said }) => said.startsWith('Garantía'))).toMatchObject({
        kind: 'policy',
        locale: 'es',
      });
      const { rows: products } = await pool.query(
        'select name, price, currency from products where store_id = $1',
        [store],
      );
      expect(products).toEqual([{ name: `Boot of ${store}`, price: 100 + at, currency: 'EUR' }]);
      const { rows: lexemes } = await pool.query('select from postings where store_id = $1 and lexeme = $2', [
        store,
        other,
      ]);
      expect(lexemes).toEqual([]);
      const { rows: markets } = await pool.query(
        'select source_id, market from sources where store_id = $1 order by source_id',
        [store],
      );
      expect(markets).toEqual([
        { source_id: 'catalog', market: 'ES' },
        { source_id: 'policies', market: 'ES' },
        { source_id: 'site', market: null },
      ]);
    }
  });

  it('ingests only the sources that --source names, of all stores or of one', async () => {
    const names = async (...args: string[]) =>
      (await ingest(...args)).reports.map(
        ({ store, source, unchanged }) => `${store}/${source} ${unchanged}`,
      );
    expect(await names('--source', 'policies')).toEqual(['heron/policies 1', 'owl/policies 1']);
    expect(await names('--store', 'owl', '--source', 'policies', '--source', 'catalog')).toEqual([
      'owl/catalog 1',
      'owl/policies 1',
    ]);
  });

  it('says which sources there are when --source names none of them, and ingests nothing', async () => {
    const one = await ingest('--store', 'owl', '--source', 'policy');
    expect(one).toMatchObject({ status: 2, reports: [] });
    expect(one.stderr).toBe(
      '--source: expected a source of aisle.yaml, store owl (site, catalog, policies), found "policy".\n',
    );
    const all = await ingest('--source', 'site', '--source', 'blog');
    expect(all).toMatchObject({ status: 2, reports: [] });
    expect(all.stderr).toContain(
      '(heron: site, catalog, policies; owl: site, catalog, policies), found "blog"',
    );
    const both = await ingest('./owl/policies', '--source', 'site');
    expect(both).toMatchObject({ status: 2, reports: [] });
    expect(both.stderr).toMatch(/either --source.*or where to read/);
  });
});
