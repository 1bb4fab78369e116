import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProductFacts } from './document.ts';
import { findProductsByAddress } from './find-products-by-address.ts';
import { saveMergedRows } from './merge-products.ts';
import { publishDocument } from './publish-document.ts';
import { type Queryable, withTransaction } from './queryable.ts';
import { ensureShops } from './testing/ensure-shops.ts';
import { madeUpProduct } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

const long = `https://shop.example/${'x'.repeat(5_000)}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureShops(database);
  const product = (id: string, url: string, stated = url, storeId = 'shop') =>
    madeUpProduct(id, { url: stated }, { url, storeId });
  // A page and its row in a feed, which links to the page under another address.
  const page = product('page', 'https://shop.example/products/tent');
  const row = product(
    'row',
    'https://feeds.example/all.xml#tent-1',
    'https://m.shop.example/t/tent-1?ref=feed',
  );
  const documents = [
    page,
    row,
    product('stove', 'https://shop.example/products/stove/'),
    product('red', 'https://shop.example/products/mug?color=red'),
    product('blue', 'https://shop.example/products/mug?color=blue'),
    product('long', 'https://shop.example/products/long', long),
    product('elsewhere', 'https://shop.example/products/tent', undefined, 'other'),
  ];
  for (const document of documents) await publishDocument(database.pool, document);
  const merged = (documentId: string, primaryId: string | null) => {
    const { asOf: _, ...facts } = page.product as ProductFacts;
    return { documentId, primaryId, offerId: 'row', mergeHash: 'm', facts, conflicts: null };
  };
  await saveMergedRows(database.pool, 'shop', [merged('page', null), merged('row', 'page')]);
});
afterAll(() => database.close());

const find = (address: string, store = 'shop') => findProductsByAddress(database.pool, store, address);

describe('findProductsByAddress', () => {
  it.each([
    ['https://shop.example/products/tent', ['page']],
    ['https://shop.example/products/tent/', ['page']],
    ['https://shop.example/products/tent?utm_source=mail#reviews', ['page']],
    ['tent', ['page']],
    ['stove', ['stove']],
    ['https://shop.example/products/stove', ['stove']],
    [long, ['long']],
    ['products/tent', []],
    ['https://shop.example/products/ten', []],
    ['https://shop.example/products', []],
    ['https://shop.example/', []],
    ['%', []],
    ['_ent', []],
    ['/', []],
    ['?', []],
    ['', []],
  ])('by a page’s address, or the handle that it ends in: %.60s', async (address, ids) => {
    expect(await find(address)).toEqual(ids);
  });

  it.each([
    'https://m.shop.example/t/tent-1?ref=feed',
    'https://m.shop.example/t/tent-1',
    'tent-1',
    'https://feeds.example/all.xml#tent-1',
  ])('by an address of any document that was merged into it: %s', async (address) => {
    expect(await find(address)).toEqual(['page']);
  });

  it('of several under one path the one with the whole address', async () => {
    expect(await find('https://shop.example/products/mug?color=blue')).toEqual(['blue']);
    expect(await find('https://shop.example/products/mug?color=green')).toEqual(['blue', 'red']);
    expect(await find('mug')).toEqual(['blue', 'red']);
  });

  it("of another store's none", async () => {
    expect(await find('https://shop.example/products/tent', 'other')).toEqual(['elsewhere']);
    expect(await find('stove', 'other')).toEqual([]);
  });

  it('whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (address) => {
        // PostgreSQL has no text with a zero in it.
        const ids = await find(address.replaceAll('\0', ''));
        expect(ids.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['https://shop.example/products/tent', 'tent'])('through indexes alone: %s', async (address) => {
    const plan = await withTransaction(database.pool, async (client) => {
      // Of a handful of rows a scan is always cheapest.
      await client.query('set local enable_seqscan = off');
      const lines: string[] = [];
      const explained: Queryable = {
        query: async (text: string, values: unknown[]) => {
          const result = await client.query(`explain ${text}`, values);
          lines.push(...result.rows.map((row: Record<string, unknown>) => String(row['QUERY PLAN'])));
          return { ...result, rows: [] };
        },
      } as Queryable;
      await findProductsByAddress(explained, 'shop', address);
      return lines.join('\n');
    });
    const by = address === 'tent' ? 'handle' : 'path';
    expect(plan).toMatch(new RegExp(`documents_by_${by}[^]*products_by_${by}`));
    expect(plan).toMatch(/Index Cond: \(\(store_id = 'shop'::text\) AND \(md5/);
    expect(plan).not.toContain('Seq Scan');
  });
});
