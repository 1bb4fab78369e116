import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../sql/document.ts';
import { findDocument } from '../../sql/find-document.ts';
import { listCatalogVocabulary } from '../../sql/list-catalog-vocabulary.ts';
import { publishDocument, removeDocuments, touchDocuments } from '../../sql/publish-document.ts';
import { emptyFilter, searchProducts } from '../../sql/search-products.ts';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore, findStore } from '../../sql/stores.ts';
import { madeUpProduct } from '../../sql/testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { describeConflict } from './merge/describe-conflict.ts';
import { mergeProducts } from './merge-products.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  for (const storeId of ['shop', 'other']) {
    await ensureStore(database.pool, storeId, null);
    for (const [sourceId, kind, location] of [
      ['site', 'site', 'https://shop.example/'],
      ['catalog', 'feed', '/exports/catalog.csv'],
    ] as const)
      await ensureSource(database.pool, { storeId, sourceId, kind, location });
  }
});

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T00:00:00Z`;

/** Publishes what a source states of the Ridge Jacket on a day. */
async function state(
  sourceId: 'site' | 'catalog',
  asOf: number,
  facts: Partial<ProductFacts> = {},
  storeId = 'shop',
): Promise<void> {
  const documentId = `${sourceId} ${facts.sku ?? 'NP-1042'}`;
  const url = `https://shop.example/${sourceId}/${facts.sku ?? 'NP-1042'}`;
  const said = sourceId === 'site' ? 'jacket windproof' : 'jacket packable';
  await publishDocument(
    database.pool,
    madeUpProduct(
      said,
      { sku: 'NP-1042', name: 'Ridge Jacket', price: 119, priceMax: 119, url, ...facts, asOf: day(asOf) },
      { storeId, sourceId, documentId, url, title: said },
    ),
  );
}

const search = (word?: string, filter = {}, storeId = 'shop') =>
  searchProducts(database.pool, {
    storeId,
    lexemes: word === undefined ? [] : [{ lexeme: word, weight: 1, required: true }],
    filter: { ...emptyFilter(), ...filter },
    sort: 'relevance',
    limit: 10,
  });
const merge = (storeId = 'shop') => mergeProducts(database.pool, storeId);
const reasons = async () => (await merge()).map((conflict) => describeConflict(conflict).reason);
const rows = async () =>
  (await database.pool.query(`select *, xmin::text as version from products order by store_id, document_id`))
    .rows;

describe('mergeProducts', () => {
  it('answers a search with one card that has the facts of page and feed', async () => {
    await state('site', 1, { attributes: { color: ['Red'] }, rating: 4.5 });
    await state('catalog', 2, { sku: 'np-1042', brand: 'Heron', attributes: { size: ['M'] } });
    expect(await search()).toHaveLength(2);
    expect(await merge()).toEqual([]);
    for (const found of [
      await search(),
      await search('windproof'),
      await search('packable'),
      await search('jacket', {
        brands: ['heron'],
        minRating: 4,
        attributes: { size: ['m'], color: ['red'] },
      }),
    ])
      expect(found).toMatchObject([
        {
          documentId: 'site NP-1042',
          text: 'jacket windproof',
          product: { url: 'https://shop.example/site/NP-1042', asOf: day(2), brand: 'Heron' },
        },
      ]);
    expect(
      (await listCatalogVocabulary(database.pool, 'shop')).map(({ value, products }) => [value, products]),
    ).toEqual([
      ['Red', 1],
      ['M', 1],
      ['Heron', 1],
      ['Ridge Jacket', 1],
    ]);
  });

  it('takes a row of one variant for a part of the page’s product', async () => {
    const variants = ['s', 'm'].map((size) => ({
      sku: `NP-1042-${size}`,
      attributes: { size },
      price: 119,
      availability: 'in_stock' as const,
    }));
    await state('site', 1, { variants });
    await state('catalog', 2, { sku: 'np-1042-m', price: 129, priceMax: 129 });
    expect(await reasons()).toEqual([expect.stringMatching(/^price of NP-1042-m: the page says 119.00 USD/)]);
    expect(await search()).toMatchObject([{ product: { sku: 'NP-1042', price: 119, priceMax: 129 } }]);
  });

  it('leaves documents and their quotes as they are, with the card’s facts', async () => {
    await state('site', 1);
    await state('catalog', 2, { sku: 'np-1042', price: 129, priceMax: 129 });
    await merge();
    const [found] = await search();
    expect(found).toMatchObject({
      documentId: 'catalog np-1042',
      text: 'jacket packable',
      product: { price: 129 },
    });
    const cited = await findDocument(database.pool, 'shop', found?.documentId ?? '');
    expect(cited?.text.slice(found?.start, found?.end)).toBe(found?.text);
    expect(cited?.product).toEqual(found?.product);
    const names = (await listCatalogVocabulary(database.pool, 'shop')).find(({ field }) => field === 'name');
    expect(names?.documentIds).toEqual(['site NP-1042', 'catalog np-1042']);
  });

  it('reports a conflict in each run until it is corrected, and follows the newest price', async () => {
    await state('site', 1);
    await state('catalog', 2, { sku: 'np-1042', price: 129, priceMax: 129 });
    const found = [
      expect.stringMatching(
        /^price: the page says 119.00 USD, catalog.csv says 129.00 USD\. .* catalog.csv says/,
      ),
    ];
    expect(await reasons()).toEqual(found);
    expect(await reasons()).toEqual(found);

    const seen = { documentId: 'site NP-1042', etag: null, lastModified: null, fetchedAt: day(3) };
    await touchDocuments(database.pool, 'shop', [seen]);
    expect(await reasons()).toEqual([expect.stringMatching(/Shoppers are told what the page says/)]);
    expect(await search()).toMatchObject([
      { documentId: 'site NP-1042', product: { price: 119, asOf: day(3) } },
    ]);

    await state('site', 4, { price: 129, priceMax: 129 });
    expect(await reasons()).toEqual([]);
    expect((await search())[0]?.product).toMatchObject({ price: 129, asOf: day(4) });
  });

  it('dates the facts by when any source last stated them, without writing them anew', async () => {
    await state('site', 1);
    await state('catalog', 2, { sku: 'np-1042' });
    await merge();
    const seen = { documentId: 'catalog np-1042', etag: null, lastModified: null, fetchedAt: day(9) };
    await touchDocuments(database.pool, 'shop', [seen]);
    await merge();
    expect((await search())[0]?.product.asOf).toBe(day(9));
  });

  it('changes nothing when nothing has changed', async () => {
    await state('site', 1, { sku: 'Alone-77', name: 'Stove' });
    await state('site', 1);
    await state('catalog', 2, { sku: 'np-1042', availability: 'out_of_stock' });
    const conflicts = await merge();
    const [before, store] = [await rows(), await findStore(database.pool, 'shop')];
    expect(await merge()).toEqual(conflicts);
    expect(await rows()).toEqual(before);
    expect(await findStore(database.pool, 'shop')).toEqual(store);
  });

  it('tells caches of the store that products have changed', async () => {
    await state('site', 1);
    await state('catalog', 2, { sku: 'np-1042' });
    const before = (await findStore(database.pool, 'shop'))?.revision ?? 0;
    await merge();
    expect((await findStore(database.pool, 'shop'))?.revision).toBeGreaterThan(before);
  });

  it('shows what is left as it was stated when a document is removed', async () => {
    await state('site', 1, { brand: 'Heron' });
    await state('catalog', 2, { sku: 'np-1042', price: 129, priceMax: 129, rating: 3 });
    await merge();
    await removeDocuments(database.pool, 'shop', ['site NP-1042']);
    expect(await search()).toHaveLength(1);
    expect(await merge()).toEqual([]);
    expect(await search()).toMatchObject([
      {
        product: {
          sku: 'np-1042',
          price: 129,
          brand: null,
          rating: 3,
          url: 'https://shop.example/catalog/np-1042',
        },
      },
    ]);
    expect(await rows()).toMatchObject([{ primary_id: null, merge_hash: null, conflicts: null }]);
  });

  it('shows the page alone again when the feed’s row is removed', async () => {
    await state('site', 1);
    await state('catalog', 2, { sku: 'np-1042', price: 129, priceMax: 129, brand: 'Heron' });
    await merge();
    await removeDocuments(database.pool, 'shop', ['catalog np-1042']);
    expect(await search()).toMatchObject([{ documentId: 'site NP-1042', text: 'jacket windproof' }]);
    await merge();
    expect((await search())[0]?.product).toMatchObject({ price: 119, brand: null, asOf: day(1) });
  });

  it('parts products that turn out to be two, and never shows a row twice meanwhile', async () => {
    await state('site', 1);
    await state('catalog', 2, { sku: 'np-1042' });
    await merge();
    await state('catalog', 3, { sku: 'np-1042', price: 99 });
    expect(await search()).toHaveLength(1);
    await publishDocument(
      database.pool,
      madeUpProduct(
        'stove',
        { sku: 'ST-9000', name: 'Camp Stove', asOf: day(4) },
        { sourceId: 'catalog', documentId: 'catalog np-1042' },
      ),
    );
    await merge();
    expect((await search()).map(({ product }) => product.name)).toEqual(['Camp Stove', 'Ridge Jacket']);
  });

  it('merges within a store only', async () => {
    await state('site', 1);
    await state('catalog', 1, { price: 5, priceMax: 5 }, 'other');
    expect(await merge()).toEqual([]);
    expect(await merge('other')).toEqual([]);
    expect(await merge('nowhere')).toEqual([]);
    expect((await rows()).map((row) => row.primary_id)).toEqual([null, null]);
    expect((await search(undefined, {}, 'other'))[0]?.product.price).toBe(5);
  });

  it('gives the same result when two processes merge at once while documents are published', async () => {
    await state('site', 1);
    await state('catalog', 2, { sku: 'np-1042' });
    await Promise.all([
      merge(),
      merge(),
      ...[3, 4, 5].map((asOf) => state('site', asOf, { rating: asOf })),
      merge(),
    ]);
    await merge();
    const [feed, page] = await rows();
    expect([feed?.primary_id, page?.primary_id]).toEqual([page?.document_id, null]);
    expect(await search()).toMatchObject([
      { product: { rating: page?.stated.rating, asOf: day(page?.stated.rating) } },
    ]);
  });
});
