import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { findDocument } from '../../../sql/find-document.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { publishStore } from '../../answer/made-up-store.fixture.ts';
import { offlineAnswerDeps } from '../../answer/offline-answer.fixture.ts';
import { ANSWER_THRESHOLD } from '../../answer/rank/confidence.ts';
import { recordedStore } from '../../wire/recorded/recorded-store.fixture.ts';
import { makeStoreSearch } from './make-store-search.ts';
import type { StoreSearch } from './store-search.ts';

const store = 'wren';
const embeddingModel = openLocalEmbeddingModel();
let database: TestDatabase;
let search: StoreSearch;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, store, recordedStore);
  search = makeStoreSearch(offlineAnswerDeps(database.pool, embeddingModel));
});
afterAll(() => database.close());

describe('policies', () => {
  const policies = (query: string, more: object = {}) =>
    search.searchPolicies({ store, query, ...more }, new AbortController().signal);

  test.each([
    ['return unworn items', 'https://shop.example/returns', '45 days'],
    ['how long does delivery to Spain take', 'https://shop.example/delivery', 'Spain'],
    ['tumble dry', 'https://shop.example/care', 'low heat'],
    ['garantía de las tiendas', 'https://shop.example/es/garantia', '3 años'],
  ])('finds the passage: %s', async (query, url, words) => {
    const { passages, confidence } = await policies(query);
    expect(passages[0]).toMatchObject({ url, quote: expect.stringContaining(words) });
    expect(confidence).toBeGreaterThan(ANSWER_THRESHOLD);
    expect(passages[0]?.link.startsWith(`${url}#:~:text=`)).toBe(true);
  });

  test('quotes are slices of their documents, each passage once, and of no product', async () => {
    const { passages } = await policies('jacket', { limit: 20 });
    expect(passages.length).toBeGreaterThan(1);
    expect(new Set(passages.map(({ quote }) => quote)).size).toBe(passages.length);
    for (const { documentId, quote, highlight, start, end, contentHash } of passages) {
      const document = await findDocument(database.pool, store, documentId);
      expect(document?.text.slice(start, end)).toBe(quote);
      expect(document?.contentHash).toBe(contentHash);
      expect(document?.kind).not.toBe('product');
      expect(quote).toContain(highlight);
    }
    expect((await policies('jacket', { limit: 1 })).passages).toEqual(passages.slice(0, 1));
  });

  test('is not sure of what no page says', async () => {
    expect((await policies('who won the 1998 world cup')).confidence).toBeLessThan(ANSWER_THRESHOLD);
  });

  test('of a store that is not there it says so', async () => {
    const nowhere = search.searchPolicies({ store: 'none', query: 'x' }, new AbortController().signal);
    await expect(nowhere).rejects.toMatchObject({ kind: 'unknown-store' });
  });
});

describe('the catalog', () => {
  const catalog = (request: object) =>
    search.searchCatalog({ store, ...request }, new AbortController().signal);
  const names = ({ products }: { products: { name: string }[] }) => products.map(({ name }) => name);

  test('understands what the words say, and filters beside them', async () => {
    const worded = await catalog({ query: 'red jackets under $150' });
    const filtered = await catalog({
      query: 'jackets',
      filters: { maxPrice: 150, color: 'red' },
    });
    expect(names(worded).sort()).toEqual(['Harrier Jacket', 'Kestrel Jacket']);
    expect(names(filtered).sort()).toEqual(names(worded).sort());
    for (const { price } of [...worded.products, ...filtered.products])
      expect(price).toBeLessThanOrEqual(150);
  });

  test.each([
    ['Larch Tent', 'Larch Tent'],
    ['the larch tent', 'Larch Tent'],
    ['I need the Larch tent', 'Larch Tent'],
    ['larsh tent', 'Larch Tent'],
    ['Kestrel', 'Kestrel Jacket'],
  ])('finds a product by its name: %s', async (query, name) => {
    expect(names(await catalog({ query }))[0]).toBe(name);
  });

  test('what is said beside a name is not passed over', async () => {
    for (const query of ['larch tent repair kit', 'larch tent footprint'])
      expect(await catalog({ query })).toMatchObject({
        products: [],
        total: 0,
        near: { products: [{ name: 'Larch Tent' }], without: ['words'] },
      });
  });

  test('gives all products where no words are given, in the order that is asked for', async () => {
    const found = await catalog({ sort: 'price_desc', limit: 3 });
    expect(found.total).toBe(11);
    expect(names(found)).toEqual(['Dipper Tent', 'Larch Tent', 'Sparrowhawk Jacket']);
    const cheap = await catalog({ sort: 'price_asc', filters: { minPrice: 250 } });
    expect(names(cheap)).toEqual(['Larch Tent', 'Dipper Tent']);
  });

  test('what comes near is never given for what was asked for', async () => {
    const found = await catalog({ query: 'tents', filters: { maxPrice: 100 } });
    expect(found.products).toEqual([]);
    expect(found.total).toBe(0);
    expect(found.near?.without).toContain('price');
    expect(names(found.near ?? { products: [] })).toContain('Larch Tent');
    for (const query of ['submarines', 'flying carpet', 'underwater flying carpet tent'])
      expect(await catalog({ query })).toMatchObject({ products: [], near: null });
  });
});

describe('a product', () => {
  test.each([
    { sku: 'LARCH-TENT' },
    { sku: 'larchtent' },
    { sku: 'Larch Tent-red' },
    { url: 'https://shop.example/products/larch-tent' },
    { url: 'https://shop.example/products/larch-tent/?ref=mail#top' },
    { url: 'larch-tent' },
  ])('is found by %j', async (named) => {
    const product = await search.findProduct({ store, ...named });
    expect(product).toMatchObject({
      sku: 'LARCH-TENT',
      price: 259,
      brand: 'Heron',
      category: 'Camping > Tents',
      variants: [{ sku: 'Larch Tent-red', availability: 'in_stock' }],
    });
  });

  test.each([
    { sku: 'none' },
    { url: 'tent' },
    { url: '' },
    { url: '/' },
    { url: '%' },
    { url: 'https://shop.example/' },
  ])('is not found by %j', async (named) => {
    await expect(search.findProduct({ store, ...named })).rejects.toMatchObject({ kind: 'unknown-product' });
  });

  test('of another store is none', async () => {
    await expect(search.findProduct({ store: 'other', sku: 'LARCH-TENT' })).rejects.toMatchObject({
      kind: 'unknown-product',
    });
  });
});
