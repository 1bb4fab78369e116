import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { makeProduct, publishStore } from '../made-up-store.fixture.ts';
import { makeStoreCache } from './store-cache.ts';

const model = openLocalEmbeddingModel();
const tent = makeProduct('Dipper Tent', { price: 310, category: 'Tents', colors: { green: true } });
const stove = makeProduct('Ember Stove', { price: 60, category: 'Stoves', colors: { red: true } });
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, model, 'heron', [tent]);
  await publishStore(database.pool, model, 'owl', [stove]);
});
afterAll(() => database.close());

it('knows no store that is not there', async () => {
  expect(await makeStoreCache(database.pool)('nowhere')).toBeNull();
});

it('reads each store’s own vocabulary, once while nothing changes', async () => {
  const load = makeStoreCache(database.pool);
  const first = await load('heron');
  expect(first?.store).toMatchObject({ storeId: 'heron', locales: ['en'] });
  expect(first?.vocabulary.names.map(({ name }) => name)).toEqual(['Dipper Tent']);
  expect((await load('heron'))?.vocabulary).toBe(first?.vocabulary);
  expect((await load('owl'))?.vocabulary.names.map(({ name }) => name)).toEqual(['Ember Stove']);
});

it('reads it anew after an ingest', async () => {
  const load = makeStoreCache(database.pool);
  await load('heron');
  await publishStore(database.pool, model, 'heron', [stove]);
  expect((await load('heron'))?.vocabulary.names.map(({ name }) => name).sort()).toEqual([
    'Dipper Tent',
    'Ember Stove',
  ]);
});

it('does not keep a failure', async () => {
  let broken = true;
  const flaky: Queryable = {
    query: (async (text: string, values?: unknown[]) => {
      if (broken && text.includes('from products')) throw new Error('connection lost');
      return database.pool.query(text, values);
    }) as Queryable['query'],
  };
  const load = makeStoreCache(flaky);
  await expect(load('heron')).rejects.toThrow('connection lost');
  broken = false;
  expect((await load('heron'))?.vocabulary.names).not.toEqual([]);
});
