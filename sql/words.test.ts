import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishDocument, removeDocuments } from './publish-document.ts';
import { refreshStore } from './stores.ts';
import { ensureShops } from './testing/ensure-shops.ts';
import { madeUpDocument } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureShops(database);
});
afterAll(() => database.close());

const words = async (storeId: string) => {
  await refreshStore(database.pool, storeId);
  const { rows } = await database.pool.query<{ lexeme: string; passages: number }>(
    'select lexeme, passages from words where store_id = $1::text order by lexeme',
    [storeId],
  );
  return rows.map(({ lexeme, passages }) => [lexeme, passages]);
};

it('keeps which words a store has after a run, and in how many passages', async () => {
  await publishDocument(database.pool, madeUpDocument('a', ['red tent', 'red térmica']));
  await publishDocument(database.pool, madeUpDocument('b', ['tent'], { storeId: 'other' }));
  expect(await words('shop')).toEqual([
    ['red', 2],
    ['tent', 1],
    ['térmica', 1],
  ]);
  await publishDocument(database.pool, madeUpDocument('c', ['red lamp']));
  expect(await words('shop')).toContainEqual(['red', 3]);
  await removeDocuments(database.pool, 'shop', ['a']);
  expect(await words('shop')).toEqual([
    ['lamp', 1],
    ['red', 1],
  ]);
  expect(await words('other')).toEqual([['tent', 1]]);
});
