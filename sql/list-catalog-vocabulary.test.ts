import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCatalogVocabulary } from './list-catalog-vocabulary.ts';
import { publishDocument } from './publish-document.ts';
import { ensureShops } from './testing/ensure-shops.ts';
import { madeUpDocument, madeUpProduct } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureShops(database);
  const tent = { name: 'Tent', brand: 'Heron', category: 'Camping', attributes: { color: ['Red', 'Blue'] } };
  for (const document of [
    madeUpProduct('t1', tent),
    madeUpProduct('t2', { ...tent, brand: null, attributes: { color: ['Red'], cut: ['Red'] } }),
    madeUpDocument('page', ['tent']),
    madeUpProduct('t3', { ...tent, name: 'Secret' }, { storeId: 'other' }),
  ])
    await publishDocument(database.pool, document);
});
afterAll(() => database.close());

it('lists every name, brand, category and value of one store, the most frequent first', async () => {
  const terms = await listCatalogVocabulary(database.pool, 'shop');
  expect(terms.map(({ field, attribute, value, products }) => [field, attribute, value, products])).toEqual([
    ['attribute', 'color', 'Red', 2],
    ['category', '', 'Camping', 2],
    ['name', '', 'Tent', 2],
    ['attribute', 'color', 'Blue', 1],
    ['attribute', 'cut', 'Red', 1],
    ['brand', '', 'Heron', 1],
  ]);
  const ids = new Map(terms.map(({ field, documentIds }) => [field, documentIds.sort()]));
  expect(ids.get('name')).toEqual(['t1', 't2']);
  expect(ids.get('category')).toEqual([]);
  expect(await listCatalogVocabulary(database.pool, 'nowhere')).toEqual([]);
});
