import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishDocument, touchDocuments } from './publish-document.ts';
import { searchPassages } from './search-passages.ts';
import { ensureSource } from './sources.ts';
import { ensureStore } from './stores.ts';
import { madeUpDocument, madeUpProduct } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const storeId of ['shop', 'other']) {
    await ensureStore(database.pool, storeId, null);
    await ensureSource(database.pool, { storeId, sourceId: 'site', kind: 'site', location: 'x' });
  }
});
afterAll(() => database.close());

const search = async (word: string, storeId = 'shop') =>
  (
    await searchPassages(database.pool, {
      storeId,
      lexemes: [{ lexeme: word, weight: 1 }],
      vector: null,
      fusionWeight: 0,
      locale: 'en',
      otherLocaleFactor: 1,
      documentIds: [],
      limit: 10,
    })
  ).passages;

it('gives what is met again without reading it, with the scores of the new search', async () => {
  await publishDocument(database.pool, madeUpDocument('page', ['a tent and a tent pole']));
  const [first] = await search('tent');
  const [again] = await search('tent');
  const [other] = await search('pole');
  expect(again).toEqual(first);
  expect(again?.heading).toBe(first?.heading);
  expect(other?.bm25).not.toBe(first?.bm25);
});

it('reads anew what has changed: when its document was seen, its product, its source', async () => {
  await publishDocument(database.pool, madeUpProduct('lamp', { price: 10 }));
  expect((await search('lamp'))[0]?.product?.price).toBe(10);

  const fetchedAt = '2031-05-06T07:08:09.000Z';
  await touchDocuments(database.pool, 'shop', [
    { documentId: 'lamp', etag: null, lastModified: null, fetchedAt },
  ]);
  const [seen] = await search('lamp');
  expect(seen?.fetchedAt.toISOString()).toBe(fetchedAt);
  expect(seen?.product?.asOf).toBe('2031-05-06T07:08:09Z');

  await database.pool.query(`update products set price = 12 where document_id = 'lamp'`);
  expect((await search('lamp'))[0]?.product?.price).toBe(12);
  await database.pool.query(`update sources set market = 'US' where store_id = 'shop'`);
  expect((await search('lamp'))[0]?.market).toBe('US');
  await publishDocument(database.pool, madeUpDocument('lamp', ['a brighter lamp']));
  expect((await search('lamp')).map(({ text, product: facts }) => [text, facts])).toEqual([
    ['a brighter lamp', null],
  ]);
});

it('keeps stores apart', async () => {
  await publishDocument(database.pool, madeUpDocument('rug', ['a rug of this shop']));
  await publishDocument(database.pool, madeUpDocument('rug', ['a rug of that shop'], { storeId: 'other' }));
  for (let time = 0; time < 2; time += 1) {
    expect((await search('rug')).map(({ text }) => text)).toEqual(['a rug of this shop']);
    expect((await search('rug', 'other')).map(({ text }) => text)).toEqual(['a rug of that shop']);
  }
});
