import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishDocument } from './publish-document.ts';
import { searchPassages } from './search-passages.ts';
import { emptyFilter, searchProducts } from './search-products.ts';
import { ensureSource, listMarkets } from './sources.ts';
import { ensureStore, findStore } from './stores.ts';
import { madeUpDocument, madeUpProduct } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

const MARKETS: Record<string, string | null> = { all: null, us: 'US', es: 'ES' };
let database: TestDatabase;

const setMarket = (sourceId: string, market: string | null, storeId = 'shop') =>
  ensureSource(database.pool, { storeId, sourceId, kind: 'feed', location: 'x', market });
const revision = async () => (await findStore(database.pool, 'shop'))?.revision ?? -1;

beforeAll(async () => {
  database = await openTestDatabase();
  const { pool } = database;
  for (const storeId of ['shop', 'other']) {
    await ensureStore(pool, storeId, null);
    for (const [sourceId, market] of Object.entries(MARKETS)) await setMarket(sourceId, market, storeId);
  }
  for (const sourceId of Object.keys(MARKETS)) {
    const locale = sourceId === 'es' ? 'es-ES' : 'en';
    await publishDocument(
      pool,
      madeUpDocument(`returns-${sourceId}`, [`return boots ${sourceId}`], { sourceId, locale }),
    );
    // The same tent in three sources, and a thing of each one's own that shares its number with others'.
    for (const [name, sku] of [
      ['tent', 'T-1001'],
      [`stove-${sourceId}`, '1'],
    ] as const) {
      const id = `${name}-${sourceId}`;
      const url = `https://shop.example/${id}`;
      await publishDocument(
        pool,
        madeUpProduct(
          name,
          { sku, url, price: sourceId === 'es' ? 9 : 10 },
          { sourceId, locale, documentId: id, url },
        ),
      );
    }
  }
  await publishDocument(
    pool,
    madeUpDocument('returns-other', ['return boots'], { storeId: 'other', sourceId: 'us' }),
  );
});
afterAll(() => database.close());

const findPassages = async (market: string | null, noMarketFactor = 1) => {
  const { passages } = await searchPassages(database.pool, {
    storeId: 'shop',
    lexemes: [{ lexeme: 'boots', weight: 1 }],
    vector: null,
    fusionWeight: 0,
    locale: 'en',
    otherLocaleFactor: 1,
    documentIds: [],
    market,
    noMarketFactor,
    limit: 10,
  });
  return passages.map(({ documentId, market: of, score }) => [documentId, of, score]);
};
const findProducts = async (market: string | null) => {
  const found = await searchProducts(database.pool, {
    storeId: 'shop',
    lexemes: [],
    filter: emptyFilter(),
    sort: 'relevance',
    market,
    limit: 10,
  });
  return found.map(({ documentId }) => documentId).sort();
};

describe('passages', () => {
  it('of a market are its own and those for all, which count less', async () => {
    expect(await findPassages('US', 0.5)).toEqual([
      ['returns-us', 'US', 1],
      ['returns-all', null, 0.5],
    ]);
  });

  it('of no market are all alike', async () => {
    const all = await findPassages(null, 0.5);
    expect(all.map(([id]) => id).sort()).toEqual(['returns-all', 'returns-es', 'returns-us']);
    expect(new Set(all.map(([, , score]) => score))).toEqual(new Set([1]));
  });
});

describe('products', () => {
  it('of a market are its own, and those for all that it does not have itself', async () => {
    expect(await findProducts('ES')).toEqual(['stove-all-all', 'stove-es-es', 'tent-es']);
    expect(await findProducts('FR')).toEqual(['stove-all-all', 'tent-all']);
  });

  it('of no market are all', async () => {
    expect(await findProducts(null)).toHaveLength(6);
  });
});

describe('a source', () => {
  it('makes known the markets there are documents for, with their languages', async () => {
    expect(await listMarkets(database.pool, 'shop')).toEqual([
      { market: 'ES', languages: ['es'] },
      { market: 'US', languages: ['en'] },
    ]);
  });

  it('changes the store’s revision with its market, and only then', async () => {
    const before = await revision();
    await setMarket('us', 'US');
    await setMarket('new', 'MX');
    expect(await revision()).toBe(before);
    await setMarket('us', null);
    expect(await revision()).toBe(before + 1);
    await setMarket('us', 'US');
  });
});
