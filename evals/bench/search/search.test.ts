import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { searchPassages } from '../../../sql/search-passages.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { makeDice } from '../ingest/made-up/dice.ts';
import { makeExactSearch } from './exact-search.ts';
import { fillStores } from './fill-stores.ts';
import { makePassageMaker, storeSizes } from './made-up-passages.ts';

const TEXTS = [
  'A kettle boils water for tea and for coffee, and whistles when the water is hot.',
  'The tent stands in rain and wind; its poles are of aluminium, its floor of nylon.',
  'Lamps of brass light a room, and candles of wax light a table at dinner.',
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('storeSizes', () => {
  it('add up, the largest with three tenths, each smaller than the one before', () => {
    const sizes = storeSizes(200_000, 50);
    expect(sizes).toHaveLength(50);
    expect(sizes.reduce((a, b) => a + b, 0)).toBe(200_000);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect((sizes[0] ?? 0) / 200_000).toBeCloseTo(0.3, 2);
  });
});

describe('makePassageMaker', () => {
  it('makes passages of the texts’ words, the same by the same dice, and counts their words', async () => {
    const embed = async (texts: string[]) => texts.map((text) => [text.length, 1]);
    const make = async () => (await makePassageMaker(TEXTS, embed, makeDice(1)))();
    const [one, other] = [await make(), await make()];
    expect(one).toEqual(other);
    expect(one.vector[1]).toBeCloseTo(1);
    const words = new Set(TEXTS.flatMap((text) => text.split(/\s+/)));
    for (const word of one.text.split(' ')) expect(words.has(word)).toBe(true);
    expect(one.length).toBe([...one.postings.values()].reduce((a, b) => a + b, 0));
  });
});

describe('an exact search', () => {
  it('scores by words and by vector, best first', () => {
    const search = makeExactSearch();
    const add = (text: string, vector: number[]) =>
      search.add({ text, postings: new Map([[text, 1]]), length: 1, vector: Float32Array.from(vector) });
    add('tent', [1, 0]);
    add('lamp', [0, 3]);
    const best = search.best([{ lexeme: 'tent', weight: 1 }], Float32Array.from([0, 1]), 0.4, 2);
    expect(best.map(({ text }) => text)).toEqual(['tent', 'lamp']);
    expect(best.map(({ score }) => score)).toEqual([expect.closeTo(0.6), expect.closeTo(0.4)]);
  });

  it('is what the store’s search finds, in a store of its own among others, filled and indexed again', async () => {
    const model = openLocalEmbeddingModel();
    const schema = async () => {
      const { rows } = await database.pool.query<{ definition: string }>(
        `select indexdef as definition from pg_indexes where schemaname = 'public'
         union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
         where connamespace = 'public'::regnamespace order by 1`,
      );
      return rows.map(({ definition }) => definition);
    };
    const before = await schema();
    const searches = await fillStores(database.pool, model, {
      sizes: [300, 60],
      texts: TEXTS,
      kept: [0, 1],
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    expect(await schema()).toEqual(before);
    const { name, fusionWeight } = model;
    for (const [index, search] of searches) {
      for (const [word, question] of [
        ['kettl', 'a kettle for tea'],
        ['pole', 'tent poles in the wind'],
      ] as const) {
        const values = await model.embeddings.embedQuery(question);
        const lexemes = [{ lexeme: word, weight: 1 }];
        const { passages } = await searchPassages(database.pool, {
          storeId: `store-${index}`,
          lexemes,
          vector: { model: name, values },
          fusionWeight,
          locale: 'en',
          otherLocaleFactor: 1,
          documentIds: [],
          limit: 20,
        });
        const best = search.best(lexemes, Float32Array.from(values), fusionWeight, 10);
        expect(best[0]?.score).toBeGreaterThan(0.5);
        expect(passages.slice(0, 10).map(({ score }) => score)).toEqual(
          best.map(({ score }) => expect.closeTo(score, 4)),
        );
      }
    }
  });
});
