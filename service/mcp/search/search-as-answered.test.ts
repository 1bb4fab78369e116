import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { productText } from '../../../ingest/extract/product-text.ts';
import type { SourceDocument } from '../../../ingest/extract/source-document.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { makePage, makeProduct, publishStore } from '../../answer/made-up-store.fixture.ts';
import { makeAnswerQuestion } from '../../answer/make-answer-question.ts';
import { offlineAnswerDeps } from '../../answer/offline-answer.fixture.ts';
import type { AnswerQuestion } from '../../answer-question.ts';
import { makeStoreSearch } from './make-store-search.ts';
import type { StoreSearch } from './store-search.ts';

const store = 'hill';
const signal = new AbortController().signal;
const embeddingModel = openLocalEmbeddingModel();
let database: TestDatabase;
let search: StoreSearch;
let answer: AnswerQuestion;

const goods: [name: string, category: string, price: number, color: string, description: string][] = [
  [
    'Wader Boot',
    'Footwear > Boots',
    160,
    'brown',
    'Waterproof leather keeps the water out of your shoes on wet trails.',
  ],
  ['Trod Boot', 'Footwear > Boots', 120, 'green', 'Light boots of mesh that breathes on hot days.'],
  ['Croft Sweater', 'Clothing > Sweaters', 75, 'green', 'Thick wool, warm on cold evenings.'],
  ['Breeze Shirt', 'Clothing > Shirts', 35, 'red', 'Thin cotton for the summer.'],
  ['Ember Stove', 'Camping > Stoves', 60, 'red', 'Boils a liter of water in three minutes.'],
  ['Glow Lamp', 'Camping > Lamps', 25, 'green', 'Hangs in the tent and shines for 40 hours.'],
];

beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, store, [
    makePage('guide', 'Keeping dry', {
      'Dry feet': 'To keep your feet dry on a walk, keep your boots dry and proof them after every wet walk.',
    }),
    ...goods.map(([name, category, price, color, description]): SourceDocument => {
      const made = makeProduct(name, { price, category, colors: { [color]: true } });
      return made.product === null ? made : { ...made, ...productText(made.product, { description }) };
    }),
  ]);
  const deps = offlineAnswerDeps(database.pool, embeddingModel);
  search = makeStoreSearch(deps);
  answer = makeAnswerQuestion(deps);
});
afterAll(() => database.close());

const names = (products: { name: string }[]) => products.map(({ name }) => name);
const catalog = async (query: string, more: object = {}) => {
  const { products, total, near } = await search.searchCatalog({ store, query, ...more }, signal);
  return { found: names(products), near: names(near?.products ?? []), without: near?.without ?? [], total };
};

test.each([
  'boots',
  'something warm under $100',
  'something warm for cold evenings',
  'waterproof boots',
  'which stoves do you have?',
  'a gift under $30',
  'green boots under $100',
  'a lamp for the tent',
  'boots with a zip',
  'botas verdes',
  'something to keep my feet dry',
])('finds what an answer to the same words shows: %s', async (query) => {
  const { products, ...shown } = await answer({ store, question: query }, { signal });
  const { found, near } = await catalog(query);
  expect(products.length, JSON.stringify(shown.answer)).toBeGreaterThan(0);
  // Of what only comes near an answer shows the first few.
  expect([...found, ...near].slice(0, products.length)).toEqual(names(products));
  expect(found.length > 0).toBe(shown.status !== 'abstained');
});

test.each(['keep my feet dry on wet trails'])(
  'finds by likeness, though a page answers the same: %s',
  async (query) => {
    expect((await answer({ store, question: query }, { signal })).citations[0]?.url).toContain('/guide');
    const { found, near } = await catalog(query);
    expect([...found, ...near][0]).toBe('Wader Boot');
  },
);

test('what the request says goes before the words, and is never given up in silence', async () => {
  expect(await catalog('something warm', { filters: { maxPrice: 30 } })).toMatchObject({ found: [] });
  expect(await catalog('boots', { filters: { color: 'green' } })).toMatchObject({
    found: ['Trod Boot'],
    total: 1,
  });
  expect(await catalog('boots', { sort: 'price_asc' })).toMatchObject({ found: ['Trod Boot', 'Wader Boot'] });
  expect(await catalog('boots', { sort: 'price_asc', limit: 1 })).toMatchObject({
    found: ['Trod Boot'],
    total: 2,
  });
  expect(await catalog('boots', { filters: { maxPrice: 50 } })).toMatchObject({
    found: [],
    total: 0,
    near: expect.arrayContaining(['Trod Boot', 'Wader Boot']),
    without: ['price'],
  });
});

test('where nothing comes near, nothing is shown', async () => {
  for (const query of ['submarines', 'flying carpet', 'who won the 1998 world cup'])
    expect(await catalog(query)).toEqual({ found: [], near: [], without: [], total: 0 });
});

test('of many products only those are counted that are like what was asked for', async () => {
  const pegs = Array.from({ length: 40 }, (_, at) =>
    makeProduct(`Peg ${at + 10}`, { price: 2 + at, category: 'Camping > Pegs', colors: { red: true } }),
  );
  const mallet = makeProduct('Thrush Mallet', {
    price: 9,
    category: 'Tools > Mallets',
    colors: { red: true },
  });
  await publishStore(database.pool, embeddingModel, 'many', [...pegs, mallet]);
  for (const query of ['something called thrush', 'something called thrush under $30'])
    expect(await catalog(query, { store: 'many' })).toMatchObject({ found: ['Thrush Mallet'], total: 1 });
  const { found, total } = await catalog('pegs', { store: 'many', limit: 24 });
  expect([found.length, total]).toEqual([24, 40]);
});
