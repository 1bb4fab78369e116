import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishDocument } from './publish-document.ts';
import { emptyFilter, type ProductFilter, type ProductQuery, searchProducts } from './search-products.ts';
import { ensureShops } from './testing/ensure-shops.ts';
import { madeUpDocument, madeUpPassage, madeUpProduct } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

const ANYTHING = emptyFilter();

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureShops(database);
  const documents = [
    madeUpProduct('red tent', {
      price: 310.5,
      listPrice: 400,
      rating: 4.5,
      brand: 'Élan',
      attributes: { color: ['Red', 'Blue'], size: ['M'] },
    }),
    madeUpProduct('green tent', {
      price: 90,
      listPrice: 90,
      rating: 3,
      brand: 'HERON',
      attributes: { color: ['Green'] },
    }),
    madeUpProduct('stove', {
      price: null,
      availability: 'out_of_stock',
      attributes: { color: ['Bleu Éclat'] },
    }),
    madeUpDocument('page about a tent', ['tent tent tent']),
    madeUpProduct('others tent', { price: 1 }, { storeId: 'other' }),
  ];
  for (const document of documents) await publishDocument(database.pool, document);
});
afterAll(() => database.close());

const search = (filter: Partial<ProductFilter> = {}, given: Partial<Omit<ProductQuery, 'filter'>> = {}) =>
  searchProducts(database.pool, {
    storeId: 'shop',
    lexemes: [],
    filter: { ...ANYTHING, ...filter },
    sort: 'relevance',
    limit: 10,
    ...given,
  });
const names = async (...given: Parameters<typeof search>) =>
  (await search(...given)).map(({ product }) => product.name);
const word = (lexeme: string, required = true, weight = 1) => ({ lexeme, weight, required });

describe('searchProducts', () => {
  it('gives every product of the store, and of no other, when nothing is asked', async () => {
    expect(await names()).toEqual(['green tent', 'red tent', 'stove']);
    expect(await names({}, { storeId: 'other' })).toEqual(['others tent']);
    expect(await names({}, { storeId: 'nowhere' })).toEqual([]);
  });

  it.each<[string, Partial<ProductFilter>, string[]]>([
    ['a least price', { minPrice: 90.01 }, ['red tent']],
    ['a most price, itself included', { maxPrice: 90 }, ['green tent']],
    ['a range of prices', { minPrice: 90, maxPrice: 310.5 }, ['green tent', 'red tent']],
    ['availability', { availability: ['out_of_stock', 'preorder'] }, ['stove']],
    ['a reduced price', { onSale: true }, ['red tent']],
    ['a least rating', { minRating: 4.5 }, ['red tent']],
    ['a brand, in any case', { brands: ['heron', 'nobody'] }, ['green tent']],
    ['a brand with accents', { brands: ['élan'] }, ['red tent']],
    ['a value of an attribute', { attributes: { color: ['blue', 'green'] } }, ['green tent', 'red tent']],
    ['a value with accents', { attributes: { color: ['bleu éclat'] } }, ['stove']],
    ['several attributes at once', { attributes: { color: ['green', 'red'], size: ['m'] } }, ['red tent']],
    ['an attribute that no product has', { attributes: { flavor: ['mint'] } }, []],
    ['a value that is not wanted', { notAttributes: { color: ['red', 'bleu éclat'] } }, ['green tent']],
  ])('leaves out what does not pass %s', async (_, filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it('never finds more under a further condition', async () => {
    const filter = fc.record({
      minPrice: fc.option(fc.constantFrom(0, 90, 200)),
      maxPrice: fc.option(fc.constantFrom(90, 400)),
      onSale: fc.boolean(),
      brands: fc.constantFrom<string[]>([], ['heron'], ['élan']),
      attributes: fc.constantFrom<Record<string, string[]>>(
        {},
        { color: ['red'] },
        { color: ['green', 'blue'] },
      ),
      notAttributes: fc.constantFrom<Record<string, string[]>>({}, { color: ['blue'] }),
    });
    await fc.assert(
      fc.asyncProperty(filter, async (given) => {
        const both = await names(given);
        for (const key of Object.keys(given) as (keyof typeof given)[])
          expect(await names({ ...given, [key]: ANYTHING[key] })).toEqual(expect.arrayContaining(both));
      }),
      { numRuns: 20 },
    );
  });

  it('asks for every required word, and lets the others count', async () => {
    expect(await names({}, { lexemes: [word('tent')] })).toEqual(['green tent', 'red tent']);
    expect(await names({}, { lexemes: [word('tent'), word('red', false)] })).toEqual([
      'red tent',
      'green tent',
    ]);
    expect(await names({}, { lexemes: [word('tent'), word('walnut')] })).toEqual([]);
    const [best] = await search({}, { lexemes: [word('tent'), word('red', false), word('walnut', false)] });
    expect(best?.matched.sort()).toEqual(['red', 'tent']);
  });

  it('counts a word by its rarity among products, once however often it is said', async () => {
    const found = await search({}, { lexemes: [word('tent', false, 2), word('red', false)] });
    const idf = (df: number) => Math.log(1 + (3 - df + 0.5) / (df + 0.5));
    const scores = found.map(({ product, score }) => [product.name, score] as const);
    expect(scores).toEqual([
      ['red tent', expect.closeTo(2 * idf(2) + idf(1), 6)],
      ['green tent', expect.closeTo(2 * idf(2), 6)],
      ['stove', 0],
    ]);
  });

  it('sorts by price and rating, what has none last', async () => {
    expect(await names({}, { sort: 'price_asc' })).toEqual(['green tent', 'red tent', 'stove']);
    expect(await names({}, { sort: 'price_desc' })).toEqual(['red tent', 'green tent', 'stove']);
    expect(await names({}, { sort: 'rating' })).toEqual(['red tent', 'green tent', 'stove']);
    expect(await names({}, { sort: 'price_desc', limit: 1 })).toEqual(['red tent']);
  });

  it('gives the facts as they were published, with the passage that states them', async () => {
    const page = madeUpProduct('lamp', { price: 12.5, asOf: '2026-11-02T03:04:05Z', variants: [] });
    const passages = [
      madeUpPassage('a lamp for reading'),
      madeUpPassage('Price: $12.50', { shape: 'facts', start: 19, end: 32, heading: ['lamp'] }),
    ];
    await publishDocument(database.pool, { ...page, passages });
    const [found] = await search({ maxPrice: 20 });
    expect(found?.product).toEqual(page.product);
    expect(found).toMatchObject({ text: 'Price: $12.50', start: 19, end: 32, heading: ['lamp'] });
  });
});

describe('what is asked of one version at once', () => {
  const version = (
    color: string,
    size: string,
    price: number,
    availability: 'in_stock' | 'out_of_stock',
  ) => ({
    sku: `${color}-${size}`,
    attributes: { color, size },
    price,
    availability,
  });
  beforeAll(() =>
    publishDocument(
      database.pool,
      madeUpProduct('rug', {
        price: 20,
        priceMax: 60,
        brand: 'Élan',
        category: 'Home > Rugs',
        attributes: { color: ['Red', 'Plum'], size: ['S', 'L'], weight: ['2 kg'] },
        variants: [version('Red', 'S', 20, 'out_of_stock'), version('Plum', 'L', 60, 'in_stock')],
      }),
    ),
  );
  it.each<[string, Partial<ProductFilter>, boolean]>([
    ['color and size of one', { attributes: { color: ['plum'], size: ['l'] } }, true],
    ['color and size of two', { attributes: { color: ['plum'], size: ['s'] } }, false],
    ['a color in stock', { attributes: { color: ['plum'] }, availability: ['in_stock'] }, true],
    ['a color that is sold out', { attributes: { color: ['red'] }, availability: ['in_stock'] }, false],
    ['a price between those of two', { minPrice: 30, maxPrice: 50 }, false],
    ['a price of one', { minPrice: 50, maxPrice: 70 }, true],
    ['one that is not red', { notAttributes: { color: ['red'] }, attributes: { size: ['l'] } }, true],
    ['all not wanted', { notAttributes: { color: ['red', 'plum'] } }, false],
    ['a level of its category', { categories: ['rugs'] }, true],
    ['another category', { categories: ['home > lamps'] }, false],
    ['a brand that is not wanted', { notBrands: ['élan'] }, false],
    [
      'one of several attributes',
      { choices: [{ said: 'x', attributes: { x: ['1'], weight: ['2 kg'] }, names: [], lexemes: [] }] },
      true,
    ],
    ['its name', { choices: [{ said: 'x', attributes: { x: ['1'] }, names: ['rug'], lexemes: [] }] }, true],
    ['a kind that is not wanted', { notCalled: ['rug'] }, false],
    ['what it does not speak of', { without: ['fringe'] }, true],
    ['what it speaks of', { without: ['rug'] }, false],
  ])('passes or not: %s', async (_, filter, passes) => {
    expect((await names(filter)).includes('rug')).toBe(passes);
  });

  it('sorts by an attribute with its unit, what states none last, and counts all that pass', async () => {
    const order = {
      direction: 'asc' as const,
      values: [{ attribute: 'weight', value: '2 kg', amount: 2000, rank: 0 }],
    };
    const found = await search({ categories: [] }, { sort: 'measure', order, limit: 2 });
    expect(found[0]?.product.name).toBe('rug');
    expect(found.map(({ total }) => total)).toEqual([5, 5]);
  });
});
