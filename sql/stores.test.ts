import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { publishDocument } from './publish-document.ts';
import { ensureSource } from './sources.ts';
import { ensureStore, findStore, listStores, refreshStore } from './stores.ts';
import { madeUpDocument } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('delete from stores'));

it('makes a store once, under its id until it has a name', async () => {
  await ensureStore(database.pool, 'shop', null);
  expect((await findStore(database.pool, 'shop'))?.name).toBe('shop');
  await ensureStore(database.pool, 'shop', 'Heron');
  await ensureStore(database.pool, 'shop', null);
  expect(await findStore(database.pool, 'shop')).toEqual({
    storeId: 'shop',
    name: 'Heron',
    locales: [],
    revision: 0,
    passageCount: 0,
    embeddingModel: null,
  });
});

it('finds no store that is not there', async () => {
  expect(await findStore(database.pool, 'nowhere')).toBeNull();
  expect(await listStores(database.pool)).toEqual([]);
});

it('lists stores in the order they were made', async () => {
  for (const [index, id] of ['zebra', 'ant', 'mole'].entries()) {
    await ensureStore(database.pool, id, null);
    // The clock of the embedded database is too coarse for stores made this close.
    await database.pool.query('update stores set created_at = now() + $1::interval where store_id = $2', [
      `${index} minutes`,
      id,
    ]);
  }
  await ensureStore(database.pool, 'zebra', 'Zebra');
  expect((await listStores(database.pool)).map(({ storeId }) => storeId)).toEqual(['zebra', 'ant', 'mole']);
});

it('counts the languages of its own documents, the most frequent first', async () => {
  for (const storeId of ['shop', 'other']) {
    await ensureStore(database.pool, storeId, null);
    await ensureSource(database.pool, { storeId, sourceId: 'site', kind: 'site', location: 'x' });
  }
  for (const [id, locale] of [
    ['a', 'es'],
    ['b', 'en'],
    ['c', 'es'],
  ] as const)
    await publishDocument(database.pool, madeUpDocument(id, ['tent'], { locale }));
  await publishDocument(database.pool, madeUpDocument('d', [], { storeId: 'other', locale: 'fr' }));
  const before = await findStore(database.pool, 'shop');
  await refreshStore(database.pool, 'shop');
  const after = await findStore(database.pool, 'shop');
  expect(after).toMatchObject({ locales: ['es', 'en'], passageCount: 3 });
  expect(after?.revision).toBe((before?.revision ?? 0) + 1);
  expect((await findStore(database.pool, 'other'))?.locales).toEqual([]);
});
