import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { emptyFilter } from '../../../sql/search-products.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { makePage, makeProduct, publishStore } from '../made-up-store.fixture.ts';
import { nameProducts, productEvidence } from './find-products.ts';
import type { CatalogQuery } from './read-catalog-query.ts';
import { isAllAskedFor, searchCatalog } from './search-catalog.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const boots = Array.from({ length: 12 }, (_, index) =>
    makeProduct(`Trail Boots ${index}`, { price: 90 + index, category: 'Boots', colors: { red: index > 0 } }),
  );
  await publishStore(database.pool, openLocalEmbeddingModel(), 'heron', [
    ...boots,
    makeProduct('Ember Stove', { price: 60, category: 'Stoves', colors: { red: true } }),
    makePage('boots', 'Boots', { Care: 'Boots want wax.' }),
  ]);
});
afterAll(() => database.close());

async function ask(words: string[], given: Partial<CatalogQuery> = {}) {
  const lexemes = words.map((lexeme) => ({ lexeme, weight: 1, required: true }));
  const found = await searchCatalog(database.pool, 'heron', {
    filter: emptyFilter(),
    sort: 'price_asc',
    lexemes,
    constraints: {},
    ...given,
  });
  return isAllAskedFor(found) ? found.products : [];
}
const names = async (...given: Parameters<typeof ask>) =>
  (await ask(...given)).map(({ product }) => product.name);

describe('the products that are all that was asked for', () => {
  it('finds what has every name', async () => {
    expect(await names(['stove'])).toEqual(['Ember Stove']);
    const boots = await names(['boot']);
    expect(boots).toHaveLength(12);
    expect(boots[0]).toBe('Trail Boots 0');
  });

  it('finds what has most of the names where nothing has them all', async () => {
    expect(await names(['stove', 'titanium'])).toEqual(['Ember Stove']);
    expect(await names(['titanium'], { filter: { ...emptyFilter(), maxPrice: 1 } })).toEqual([]);
  });

  it('keeps the filter and the order', async () => {
    expect(
      await names(['boot'], { filter: { ...emptyFilter(), minPrice: 100 }, sort: 'price_desc' }),
    ).toEqual(['Trail Boots 11', 'Trail Boots 10']);
    expect(await names([], { filter: { ...emptyFilter(), maxPrice: 60 } })).toEqual(['Ember Stove']);
  });
});

describe('products as evidence', () => {
  it('are numbered after the passages and are slices of their documents', async () => {
    const [piece, ...more] = productEvidence(await ask(['stove']), 3);
    expect(more).toEqual([]);
    expect(piece).toMatchObject({ index: 3, kind: 'product', shape: 'facts', title: 'Ember Stove' });
    const { rows } = await database.pool.query('select text from documents where document_id = $1', [
      piece?.documentId,
    ]);
    expect(rows[0]?.text.slice(piece?.start, piece?.end)).toBe(piece?.text);
  });

  it('are named with price and availability in the language of the answer, quoting both', async () => {
    const evidence = productEvidence(await ask(['boot']), 0);
    const drafts = nameProducts(evidence, 'en');
    expect(drafts).toHaveLength(5);
    expect(drafts[0]).toMatchObject({ text: 'Trail Boots 0 – $90.00, sold out', layout: 'item' });
    expect(drafts[1]?.text).toBe('Trail Boots 1 – $91.00, in stock');
    const quoted = drafts[1]?.quotes.map(({ evidence: index, start, end }) => {
      const piece = evidence[index];
      return piece?.text.slice(start - piece.start, end - piece.start);
    });
    expect(quoted?.join('\n')).toBe('Price: $91.00\nAvailability: in stock');
    expect(nameProducts(evidence, 'es')[1]?.text).toBe('Trail Boots 1 – $91.00, en stock');
  });

  it('are not named where nothing states their facts', async () => {
    const [piece] = productEvidence(await ask(['stove']), 0);
    expect(piece && nameProducts([{ ...piece, text: 'Brand: Heron' }], 'en')).toEqual([]);
  });
});
