import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFilter, searchProducts } from '../../sql/search-products.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makeSourceSpec } from './source-spec.ts';
import { makeRunner } from './testing/run-tools.ts';
import { type SmallSite, startSmallSite } from './testing/small-site.ts';

let database: TestDatabase;
let site: SmallSite;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'aisle-feed-'));
  site = await startSmallSite({ '/stove': productPage(129) });
});
afterAll(async () => {
  await site.close();
  await database.close();
  await rm(folder, { recursive: true });
});

function productPage(price: number): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: 'Ember Stove',
    sku: 'EMBER-1',
    brand: 'Ember',
    offers: { '@type': 'Offer', price, priceCurrency: 'USD', availability: 'https://schema.org/InStock' },
  };
  return `<!doctype html><html lang="en"><head><title>Ember Stove</title>
    <script type="application/ld+json">${JSON.stringify(data)}</script></head><body><main><h1>Ember Stove</h1>
    <p>The Ember Stove boils a litre of water in three minutes, and packs into its own pot.</p></main></body></html>`;
}

async function ingestBoth(feedPrice: number) {
  const feed = join(folder, 'catalog.csv');
  await writeFile(
    feed,
    `sku,name,price,currency,color,gtin,link\nEMBER-1,Ember Stove,${feedPrice},USD,Graphite,4006381333931,${site.origin}/stove\n`,
  );
  const sources = [
    makeSourceSpec({ id: 'site', kind: 'site', location: `${site.origin}/`, allowHosts: [site.host] }),
    makeSourceSpec({ id: 'feed', kind: 'feed', location: feed }),
  ];
  const reports = [];
  for (const source of sources) reports.push(await makeRunner(database, source).run({ source }));
  return reports;
}

it('makes one product of its page and its row in a feed, and reports what they contradict each other in', async () => {
  const [page, row] = await ingestBoth(139);
  expect([page?.status, row?.status]).toEqual(['done', 'done']);
  expect(row?.problems).toEqual([
    expect.objectContaining({
      url: `${site.origin}/stove`,
      stage: 'conflict',
      reason: expect.stringMatching(/price: .*129.* 139/),
    }),
  ]);
  const search = () =>
    searchProducts(database.pool, {
      storeId: 'shop',
      lexemes: [],
      // What the feed alone knows finds the page's product.
      filter: { ...emptyFilter(), attributes: { color: ['graphite'] } },
      sort: 'relevance',
      limit: 10,
    });
  const found = await search();
  expect(found.map(({ product }) => product)).toEqual([
    expect.objectContaining({
      name: 'Ember Stove',
      price: 139,
      gtin: '4006381333931',
      url: `${site.origin}/stove`,
    }),
  ]);

  const [, again] = await ingestBoth(129);
  expect(again).toMatchObject({ status: 'done', changed: 1, problems: [] });
  expect((await search()).map(({ product }) => product.price)).toEqual([129]);
});
