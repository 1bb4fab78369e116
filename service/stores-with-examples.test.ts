import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocalEmbeddingModel } from '../ingest/embedding/local-embedding-model.ts';
import { openTestDatabase, type TestDatabase } from '../sql/testing/open-test-database.ts';
import { makePage, publishStore } from './answer/made-up-store.fixture.ts';
import { type ConfiguredExamples, storesWithExamples } from './stores-with-examples.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, openLocalEmbeddingModel(), 'shop', [
    makePage('delivery', 'Delivery', { 'How long does it take?': 'Parcels take three days to arrive.' }),
    makePage('returns', 'Returns', { 'Can I send it back?': 'You can send it back within 30 days.' }),
    makePage(
      'es/envio',
      'Envío',
      { '¿Cuánto tarda el envío?': 'Los paquetes tardan tres días en llegar.' },
      { locale: 'es' },
    ),
  ]);
});

afterAll(() => database?.close());

const examplesOf = async (examples?: ConfiguredExamples) => {
  const configured = new Map(examples === undefined ? [] : [['shop', examples]]);
  const [store] = await storesWithExamples(database.pool, configured);
  return { first: store?.examples, byLocale: store?.examplesByLocale };
};
const english = ['Can I send it back?', 'How long does it take?'];
const spanish = ['¿Cuánto tarda el envío?'];

test('each language has the questions of its own pages', async () => {
  expect(await examplesOf()).toEqual({ first: english, byLocale: { en: english, es: spanish } });
});

test.each([
  [{ es: ['¿Hacéis arreglos?'] }, { first: english, byLocale: { en: english, es: ['¿Hacéis arreglos?'] } }],
  [['Do you repair?'], { first: ['Do you repair?'], byLocale: { en: ['Do you repair?'], es: spanish } }],
  [
    { fr: ['Réparez-vous ?'] },
    { first: english, byLocale: { en: english, es: spanish, fr: ['Réparez-vous ?'] } },
  ],
] as [ConfiguredExamples, object][])(
  'what a store has configured stands in place of them: %j',
  async (examples, wanted) => {
    expect(await examplesOf(examples)).toEqual(wanted);
  },
);
