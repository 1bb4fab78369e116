import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findDocument } from './find-document.ts';
import { listDocuments } from './list-documents.ts';
import { publishDocument, removeDocuments } from './publish-document.ts';
import { ensureSource } from './sources.ts';
import { ensureStore, findStore } from './stores.ts';
import { madeUpDocument, madeUpPassage, madeUpProduct } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  for (const storeId of ['shop', 'other']) {
    await ensureStore(database.pool, storeId, null);
    await ensureSource(database.pool, { storeId, sourceId: 'site', kind: 'site', location: 'x' });
  }
});

/** The sums that BM25 needs, as kept and as counted. */
async function sums(storeId: string): Promise<{ kept: number[]; counted: number[] }> {
  const { rows } = await database.pool.query(
    `select s.passage_count::int as passages, s.lexeme_count::int as lexemes, count(p.passage_id)::int as n,
       coalesce(sum(p.length), 0)::int as length
     from stores s left join passages p on p.store_id = s.store_id where s.store_id = $1 group by s.store_id`,
    [storeId],
  );
  return { kept: [rows[0]?.passages, rows[0]?.lexemes], counted: [rows[0]?.n, rows[0]?.length] };
}
const countRows = async (table: 'postings' | 'passages' | 'products' | 'documents') =>
  (await database.pool.query(`select count(*)::int as n from ${table} where store_id = 'shop'`)).rows[0]?.n;

describe('publishDocument', () => {
  it('keeps text, places and headings as they were given', async () => {
    const text = 'Envío 🎒 "gratis", {a,b} \\ NULL';
    const passage = madeUpPassage(text, {
      start: 3,
      end: 3 + text.length,
      heading: ['A "b"', 'c, {d}', 'NULL', ''],
    });
    await publishDocument(
      database.pool,
      madeUpDocument('d', [passage], { text: `ab\n${text}`, locale: 'es' }),
    );
    const { rows } = await database.pool.query(
      'select start_offset, end_offset, text, heading from passages',
    );
    expect(rows).toEqual([
      { start_offset: 3, end_offset: 3 + text.length, text, heading: ['A "b"', 'c, {d}', 'NULL', ''] },
    ]);
    const found = await findDocument(database.pool, 'shop', 'd');
    expect(found?.text.slice(3, 3 + text.length)).toBe(text);
  });

  it('puts a new version in the place of the old one, and keeps the sums right', async () => {
    await publishDocument(database.pool, madeUpDocument('a', ['red tent', 'blue tent in rain']));
    await publishDocument(database.pool, madeUpDocument('b', ['stove']));
    expect(await sums('shop')).toEqual({ kept: [3, 7], counted: [3, 7] });
    await publishDocument(database.pool, madeUpDocument('a', ['green tent'], { title: 'New' }));
    expect(await sums('shop')).toEqual({ kept: [2, 3], counted: [2, 3] });
    expect(await countRows('postings')).toBe(3);
    expect((await findDocument(database.pool, 'shop', 'a'))?.title).toBe('New');
    await publishDocument(database.pool, madeUpDocument('a', []));
    expect(await sums('shop')).toEqual({ kept: [1, 1], counted: [1, 1] });
  });

  it('drops the facts of what is no product any more', async () => {
    const product = madeUpProduct('tent');
    await publishDocument(database.pool, product);
    expect(await countRows('products')).toBe(1);
    await publishDocument(database.pool, { ...product, product: null, kind: 'page' });
    expect(await countRows('products')).toBe(0);
  });

  it('leaves the old version whole when the new one cannot be stored', async () => {
    const old = madeUpProduct('tent');
    await publishDocument(database.pool, old);
    const revision = (await findStore(database.pool, 'shop'))?.revision;
    const broken = { ...old, title: 'Broken', product: old.product && { ...old.product, asOf: 'no date' } };
    await expect(publishDocument(database.pool, broken)).rejects.toThrow();
    expect((await findDocument(database.pool, 'shop', 'tent'))?.title).toBe('tent');
    expect([await countRows('passages'), await countRows('postings'), await countRows('products')]).toEqual([
      1, 1, 1,
    ]);
    expect(await sums('shop')).toEqual({ kept: [1, 1], counted: [1, 1] });
    expect((await findStore(database.pool, 'shop'))?.revision).toBe(revision);
  });

  it('tells caches that something changed', async () => {
    const revision = async () => (await findStore(database.pool, 'shop'))?.revision ?? -1;
    const before = await revision();
    await publishDocument(database.pool, madeUpDocument('a', ['tent']));
    const published = await revision();
    expect(published).toBeGreaterThan(before);
    await removeDocuments(database.pool, 'shop', ['a']);
    expect(await revision()).toBeGreaterThan(published);
  });

  it('keeps the same id in two stores apart', async () => {
    await publishDocument(database.pool, madeUpDocument('a', ['red tent']));
    await publishDocument(
      database.pool,
      madeUpDocument('a', ['stove'], { storeId: 'other', title: 'Other' }),
    );
    expect((await findDocument(database.pool, 'shop', 'a'))?.title).toBe('a');
    await removeDocuments(database.pool, 'other', ['a']);
    expect(await findDocument(database.pool, 'other', 'a')).toBeNull();
    expect((await findDocument(database.pool, 'shop', 'a'))?.text).toBe('red tent');
    expect([await sums('shop'), await sums('other')].map(({ kept }) => kept)).toEqual([
      [1, 2],
      [0, 0],
    ]);
  });
});

describe('removeDocuments', () => {
  it('removes them with all that hangs on them, and no others', async () => {
    for (const name of ['tent', 'stove', 'lamp']) await publishDocument(database.pool, madeUpProduct(name));
    await removeDocuments(database.pool, 'shop', ['tent', 'stove', 'unknown']);
    expect((await listDocuments(database.pool, 'shop', 'site')).map(({ documentId }) => documentId)).toEqual([
      'lamp',
    ]);
    expect([await countRows('passages'), await countRows('postings'), await countRows('products')]).toEqual([
      1, 1, 1,
    ]);
    expect(await sums('shop')).toEqual({ kept: [1, 1], counted: [1, 1] });
    await removeDocuments(database.pool, 'shop', []);
    expect(await countRows('documents')).toBe(1);
  });
});
