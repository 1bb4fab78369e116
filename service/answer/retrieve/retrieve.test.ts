import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { makePage, makeProduct, publishStore } from '../made-up-store.fixture.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { type RetrieveOptions, retrieve } from './retrieve.ts';

const model = openLocalEmbeddingModel();
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, model, 'heron', [
    makePage('returns', 'Returns', { Time: 'Unworn items can be returned within 45 days.' }),
    makePage('shipping', 'Shipping', { Home: 'Standard shipping costs $6.50. Parcels travel by bicycle.' }),
    makePage('es/pagos', 'Pagos', { Formas: 'Aceptamos tarjetas y transferencias.' }, { locale: 'es' }),
    makeProduct('Dipper Tent', { price: 310, category: 'Tents', colors: { green: true } }),
  ]);
  await publishStore(database.pool, model, 'owl', [
    makePage('returns', 'Returns', { Time: 'Items can be returned within 7 days to our bicycle depot.' }),
  ]);
  await publishStore(
    database.pool,
    model,
    'codes',
    [
      ...['XJ-900 Lamp', 'XJ-800 Lamp', 'WH-1000XM5 Headset', 'WH-1000XM4 Headset', 'TT-1043-GRN Rope'],
      ...['TT-1043-RED Rope', 'Camera A7', 'Camera A7S', 'Stormline Jacket', 'Nightjar 20', 'Nightfall 30'],
    ].map((name) => makeProduct(name, { price: 9, category: 'Things', colors: { grey: true } })),
  );
});
afterAll(() => database.close());

interface Given extends Partial<Omit<RetrieveOptions, 'question'>> {
  embeddingModel?: EmbeddingModel;
}
const warn = vi.fn();
const find = (question: string, { embeddingModel = model, ...given }: Given = {}) => {
  const locale = given.locale ?? 'en';
  return retrieve(
    { pool: database.pool, embeddingModel, logger: { warn } },
    {
      storeId: 'heron',
      question,
      terms: questionTerms(question, locale),
      locale,
      limit: 5,
      documentIds: [],
      ...given,
    },
  );
};
const titles = async (...given: Parameters<typeof find>) =>
  (await find(...given)).evidence.map(({ title }) => title);

describe('retrieve', () => {
  it('finds passages by words, best first and numbered, each an exact place in its document', async () => {
    const { evidence } = await find('Can I return unworn items?');
    expect(evidence[0]).toMatchObject({ title: 'Returns', heading: ['Returns', 'Time'], kind: 'policy' });
    expect(evidence.map(({ index }) => index)).toEqual(evidence.map((_, index) => index));
    expect(evidence.map(({ score }) => score)).toEqual(
      evidence.map(({ score }) => score).sort((a, b) => b - a),
    );
    for (const { start, end, text } of evidence) expect(end - start).toBe(text.length);
  });

  it('finds by meaning where no word is shared', async () => {
    const { evidence } = await find('canvas shelter', { terms: [] });
    expect(evidence[0]?.title).toBe('Dipper Tent');
    expect(evidence[0]?.cosine).toBeGreaterThan(0);
  });

  it('never finds another store’s passages', async () => {
    expect(await titles('bicycle depot', { storeId: 'owl' })).toEqual(['Returns']);
    const { evidence } = await find('bicycle depot within 7 days');
    expect(evidence.map(({ text }) => text).join()).not.toContain('7 days');
    expect(await titles('bicycle', { storeId: 'nowhere' })).toEqual([]);
  });

  it('searches by words alone in a language that the model does not speak', async () => {
    const english = { ...model, languages: ['en'] };
    const { evidence } = await find('transferencias', { locale: 'es', embeddingModel: english });
    expect(evidence.map(({ title, cosine }) => [title, cosine])).toEqual([['Pagos', 0]]);
  });

  it('searches by words alone when the model fails, and says so without the question', async () => {
    warn.mockClear();
    const embeddings = Object.assign(Object.create(model.embeddings), {
      embedQuery: () => Promise.reject(new Error('503')),
    });
    const { evidence } = await find('bicycle parcels', { embeddingModel: { ...model, embeddings } });
    expect(evidence.map(({ title, cosine }) => [title, cosine])).toEqual([['Shipping', 0]]);
    expect(warn).toHaveBeenCalledOnce();
    expect(JSON.stringify(warn.mock.calls)).not.toContain('bicycle');
  });

  it('finds the passages of a misspelled word', async () => {
    const { evidence, terms } = await find('bicylce', { locale: 'fr' });
    expect(evidence.map(({ title }) => title)).toEqual(['Shipping']);
    expect(terms[0]?.lexeme).toBe(questionTerms('bicycle', 'en')[0]?.lexeme);
  });

  it('looks through the products called by name besides, each passage once', async () => {
    const { evidence: all } = await find('tent', { limit: 50 });
    const tent = all.find(({ title }) => title === 'Dipper Tent')?.documentId ?? '';
    expect(await titles('unworn items returned', { limit: 1 })).toEqual(['Returns']);
    expect(await titles('unworn items returned', { limit: 1, documentIds: [tent] })).toEqual([
      'Returns',
      'Dipper Tent',
    ]);
    const places = (await find('tent', { limit: 50, documentIds: [tent] })).evidence.map(
      ({ documentId, start }) => `${documentId} ${start}`,
    );
    expect(new Set(places).size).toBe(places.length);
  });

  it('lets ten copies of a paragraph leave room for the rest, and keeps the policy’s own', async () => {
    const rule = 'Glass may travel by courier alone, in a double box, at the cost of nine dollars a parcel.';
    await publishStore(database.pool, model, 'glass', [
      ...Array.from({ length: 40 }, (_, index) => {
        const name = `Vase ${index}`;
        return { ...makePage(`p/${index}`, name, { Courier: `${name}\n${rule}` }), kind: 'product' as const };
      }),
      makePage('courier', 'Courier', { Glass: rule }),
      makePage('jobs', 'Jobs', { Drivers: 'We look for a courier who likes to travel.' }),
    ]);
    const { evidence } = await find('glass travel by courier', { storeId: 'glass', limit: 3 });
    expect(evidence.map(({ title, text }) => [title, text.endsWith(rule)])).toEqual([
      ['Courier', true],
      ['Jobs', false],
    ]);
  });

  it.each([
    ['XJ-900', 'XJ-900 Lamp'],
    ['xj900', 'XJ-900 Lamp'],
    ['WH-1000XM5', 'WH-1000XM5 Headset'],
    ['tt-1043-grn', 'TT-1043-GRN Rope'],
    ['A7S', 'Camera A7S'],
    ['the stormlin jaket', 'Stormline Jacket'],
    ['nightjr', 'Nightjar 20'],
    ['storm', 'Stormline Jacket'],
  ])('finds %s, a code whole and a name by its beginning or nearly so', async (asked, title) => {
    const { evidence, terms } = await find(asked, { storeId: 'codes' });
    expect(evidence[0]?.title).toBe(title);
    expect(terms.length).toBeGreaterThan(0);
  });

  it('makes one round trip, and one more only for an unknown word', async () => {
    const query = vi.spyOn(database.pool, 'query');
    const trips = async (...given: Parameters<typeof find>) => {
      query.mockClear();
      await find(...given);
      return query.mock.calls.length;
    };
    const { evidence } = await find('tent', { limit: 50 });
    const documentIds = evidence.map(({ documentId }) => documentId).slice(0, 2);
    expect(await trips('return unworn items', { documentIds })).toBe(1);
    expect(await trips('bicylce', { locale: 'fr' })).toBe(2);
    query.mockRestore();
  });

  it('gives rarer words of the store a greater idf', async () => {
    const { terms } = await find('bicycle zebra', { locale: 'fr' });
    const idf = new Map(terms.map((term) => [term.word, term.idf]));
    expect(idf.get('zebra')).toBeGreaterThan(idf.get('bicycle') ?? Number.NaN);
  });
});
