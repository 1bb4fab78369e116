import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NewDocument, publishDocument } from './publish-document.ts';
import { type PassageQuery, searchPassages } from './search-passages.ts';
import { ensureSource } from './sources.ts';
import { ensureStore, refreshStore } from './stores.ts';
import { madeUpDocument, madeUpPassage, madeUpProduct } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';
import { saveVectors } from './vectors.ts';

const CORPUS = ['red tent', 'red red boot', 'warm boot in winter', 'stove'];
const VECTORS: [hash: string, vector: number[]][] = [
  ['red tent', [1, 0]],
  ['red red boot', [0, 1]],
  ['warm boot in winter', [-1, 0]],
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const storeId of ['shop', 'other']) {
    await ensureStore(database.pool, storeId, null);
    await ensureSource(database.pool, { storeId, sourceId: 'site', kind: 'site', location: 'x' });
  }
  for (const [index, text] of CORPUS.entries())
    await publishDocument(
      database.pool,
      madeUpDocument(`d${index}`, [text], {
        kind: index === 3 ? 'faq' : 'page',
        locale: index === 3 ? 'es-MX' : 'en-GB',
      }),
    );
  await publishDocument(
    database.pool,
    madeUpDocument('d0', [madeUpPassage('red tent of others', { embedHash: 'red tent' })], {
      storeId: 'other',
    }),
  );
  await saveVectors(
    database.pool,
    'shop',
    'm',
    VECTORS.map(([hash, vector]) => ({ hash, vector })),
  );
  await saveVectors(database.pool, 'shop', 'n', [{ hash: 'stove', vector: [1, 0, 0] }]);
});
afterAll(() => database.close());

const search = (words: string[], given: Partial<PassageQuery> = {}) =>
  searchPassages(database.pool, {
    storeId: 'shop',
    lexemes: words.map((lexeme) => ({ lexeme, weight: 1 })),
    vector: null,
    fusionWeight: 0.3,
    locale: 'en',
    otherLocaleFactor: 1,
    documentIds: [],
    limit: 10,
    ...given,
  });
const ids = async (...given: Parameters<typeof search>) =>
  (await search(...given)).passages.map(({ documentId }) => documentId);

/** BM25 (Robertson & Zaragoza 2009) by hand: k1 = 1.2, b = 0.75, lengths 2, 3, 4 and 1 words. */
function bm25(text: string, words: string[]): number {
  const split = CORPUS.map((one) => one.split(' '));
  const mean = split.flat().length / split.length;
  const own = text.split(' ');
  return words.reduce((sum, word) => {
    const df = split.filter((one) => one.includes(word)).length;
    const tf = own.filter((one) => one === word).length;
    const idf = Math.log(1 + (split.length - df + 0.5) / (df + 0.5));
    return sum + (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * own.length) / mean));
  }, 0);
}

describe('searchPassages', () => {
  it('scores by BM25, words alone by the share of the best', async () => {
    const words = ['red', 'boot'];
    const { passages, total, frequencies } = await search(words);
    expect(passages.map(({ text }) => text)).toEqual(['red red boot', 'red tent', 'warm boot in winter']);
    const best = bm25('red red boot', words);
    for (const { text, bm25: found, score, cosine } of passages) {
      expect(found).toBeCloseTo(bm25(text, words), 6);
      expect(score).toBeCloseTo(bm25(text, words) / best, 6);
      expect(cosine).toBe(0);
    }
    expect(total).toBe(4);
    expect(frequencies).toEqual(
      new Map([
        ['red', 2],
        ['boot', 2],
      ]),
    );
  });

  it('multiplies a word by its weight', async () => {
    const lexemes = [{ lexeme: 'red', weight: 0.5 }];
    const { passages } = await search([], { lexemes });
    expect(passages[0]?.bm25).toBeCloseTo(0.5 * bm25('red red boot', ['red']), 6);
  });

  it('fuses with the cosine, and takes opposite vectors for unrelated', async () => {
    const vector = { model: 'm', values: [3, 0] };
    const { passages } = await search(['red'], { vector });
    const by = new Map(passages.map((passage) => [passage.text, passage]));
    const best = bm25('red red boot', ['red']);
    expect(by.get('red tent')?.score).toBeCloseTo((0.7 * bm25('red tent', ['red'])) / best + 0.3, 5);
    expect(by.get('red red boot')?.score).toBeCloseTo(0.7, 5);
    expect(by.get('warm boot in winter')).toMatchObject({ cosine: -1, score: 0, bm25: 0 });
    expect(by.has('stove')).toBe(false);
  });

  it('compares only vectors of the same model', async () => {
    expect(await ids([], { vector: { model: 'n', values: [1, 0, 0] } })).toEqual(['d3']);
    expect(await ids([], { vector: { model: 'unknown', values: [1] } })).toEqual([]);
  });

  it('takes a vector of zeros, as of a text without words, for unrelated to all', async () => {
    await saveVectors(database.pool, 'shop', 'z', [
      { hash: 'red tent', vector: [0, 0] },
      { hash: 'stove', vector: [1, 1] },
    ]);
    const find = async (values: number[]) =>
      (await search([], { vector: { model: 'z', values } })).passages.map(({ text, cosine }) => [
        text,
        cosine,
      ]);
    expect(await find([2, 2])).toEqual([
      ['stove', expect.closeTo(1)],
      ['red tent', 0],
    ]);
    expect((await find([0, 0])).map(([, cosine]) => cosine)).toEqual([0, 0]);
  });

  it('ranks another language lower, whatever the region', async () => {
    const score = async (locale: string) =>
      (await search(['stove'], { locale, otherLocaleFactor: 0.5 })).passages[0]?.score;
    expect(await score('es')).toBeCloseTo(1);
    expect(await score('es-ES')).toBeCloseTo(1);
    expect(await score('en')).toBeCloseTo(0.5);
  });

  it('stops at the limit, but finds the best of the documents asked about besides', async () => {
    const all = ['red', 'boot', 'stove'];
    expect(await ids(all, { limit: 1 })).toEqual(['d3']);
    expect(await ids(all, { limit: 1, documentIds: ['d0', 'd2', 'gone'] })).toEqual(['d3', 'd0']);
    expect(await ids(['red'], { limit: 1, documentIds: ['d3'] })).toEqual(['d1']);
    const scores = async (given: Partial<PassageQuery>) =>
      new Map((await search(all, given)).passages.map(({ documentId, score }) => [documentId, score]));
    const [alone, besides] = [await scores({}), await scores({ limit: 1, documentIds: ['d0'] })];
    expect(besides.get('d0')).toBe(alone.get('d0'));
  });

  it('finds one of equal texts, the best source’s, at the best one’s score', async () => {
    const copy = (id: string, given: Partial<NewDocument>) =>
      publishDocument(
        database.pool,
        madeUpDocument(id, ['Kettles boil.'], { storeId: 'copies', kind: 'product', ...given }),
      );
    await ensureStore(database.pool, 'copies', null);
    await ensureSource(database.pool, { storeId: 'copies', sourceId: 'site', kind: 'site', location: 'x' });
    const find = async (given: Partial<PassageQuery> = {}) =>
      (await search(['boil.'], { storeId: 'copies', otherLocaleFactor: 0.5, ...given })).passages.map(
        ({ documentId, score }) => [documentId, score],
      );
    await copy('a', { locale: 'fr' });
    await copy('b', {});
    expect(await find()).toEqual([['b', 1]]);
    await copy('c', { kind: 'page', genre: 'article', modifiedAt: '2026-02-01T00:00:00Z' });
    expect(await find()).toEqual([['b', 1]]);
    await copy('d', { kind: 'policy' });
    await copy('e', { kind: 'policy', modifiedAt: '2026-02-01T00:00:00Z' });
    await copy('f', { kind: 'policy', modifiedAt: '2026-01-01T00:00:00Z' });
    expect(await find()).toEqual([['e', 1]]);
    expect(await find({ locale: 'fr' })).toEqual([['a', 1]]);
    expect(await find({ documentIds: ['b'] })).toEqual([
      ['b', 1],
      ['e', 1],
    ]);
    expect((await search(['boil.'], { storeId: 'copies' })).passages[0]?.modifiedAt).toEqual(
      new Date('2026-02-01T00:00:00Z'),
    );
  });

  it('looks among more candidates where copies take all places', async () => {
    await ensureStore(database.pool, 'crowd', null);
    await ensureSource(database.pool, { storeId: 'crowd', sourceId: 'site', kind: 'site', location: 'x' });
    for (let index = 0; index < 12; index++)
      await publishDocument(database.pool, madeUpDocument(`d${index}`, ['red mug'], { storeId: 'crowd' }));
    await publishDocument(
      database.pool,
      madeUpDocument('far', ['a long text with something red in it'], { storeId: 'crowd' }),
    );
    const { passages } = await search(['red', 'mug'], { storeId: 'crowd', limit: 2 });
    expect(passages.map(({ text }) => text)).toEqual(['red mug', 'a long text with something red in it']);
  });

  it('tells which words of the store may be meant by one that it does not have', async () => {
    const near = async (...spelled: string[]) =>
      (await search(spelled, { spelled, storeId: 'shop' })).nearWords.map(({ lexeme, name }) => [
        lexeme,
        name,
      ]);
    await publishDocument(database.pool, madeUpProduct('Warmline 3', {}, {}));
    await refreshStore(database.pool, 'shop');
    expect(await near('winer')).toEqual([['winter', false]]);
    expect(await near('warml')).toEqual(
      expect.arrayContaining([
        ['warm', false],
        ['warmline', true],
      ]),
    );
    expect(await near('winter')).toEqual([]);
    expect(await near('%')).toEqual([]);
    expect((await search(['winer'], { spelled: ['winer'], storeId: 'other' })).nearWords).toEqual([]);
  });

  it('sees one store’s passages alone', async () => {
    const { passages, total, frequencies } = await search(['red', 'others'], { storeId: 'other' });
    expect(passages.map(({ text }) => text)).toEqual(['red tent of others']);
    expect([total, frequencies.get('red')]).toEqual([1, 1]);
    expect(await ids(['others'])).toEqual([]);
    // The same hash has a vector in the other store only.
    expect(await ids([], { storeId: 'other', vector: { model: 'm', values: [1, 0] } })).toEqual([]);
    expect(await search(['red'], { storeId: 'nowhere' })).toEqual({
      passages: [],
      full: false,
      total: 0,
      frequencies: new Map(),
      nearWords: [],
    });
  });

  it('finds nothing for nothing, and takes any text for a word', async () => {
    expect(await ids([])).toEqual([]);
    expect(await ids(["'; drop table stores; --", '%', ''])).toEqual([]);
  });

  it('keeps every fused score in 0…1, best first', async () => {
    const words = fc.uniqueArray(fc.constantFrom('red', 'boot', 'tent', 'stove', 'warm', 'none'), {
      maxLength: 4,
    });
    const axis = fc.integer({ min: -9, max: 9 });
    await fc.assert(
      fc.asyncProperty(words, axis, axis, fc.nat(100), async (given, x, y, percent) => {
        const fusionWeight = percent / 100;
        const { passages } = await search(given, { vector: { model: 'm', values: [x, y] }, fusionWeight });
        const scores = passages.map(({ score }) => score);
        for (const score of scores) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      { numRuns: 40 },
    );
  });
});
