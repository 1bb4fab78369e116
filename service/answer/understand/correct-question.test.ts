import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import { buildVocabulary } from '../catalog/vocabulary.ts';
import { makePage, publishStore } from '../made-up-store.fixture.ts';
import { correctQuestion } from './correct-question.ts';
import { questionTerms } from './question-terms.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, openLocalEmbeddingModel(), 'heron', [
    makePage('contact', 'Contact', {
      'Write to us': 'We are Garanty Ltd, at post@heron.example.',
    }),
  ]);
});
afterAll(() => database.close());

const vocabulary = buildVocabulary(
  [{ field: 'name', attribute: '', value: 'Refunt Jacket', products: 1, documentIds: ['doc'] }],
  'en',
);

function correct(question: string, locale = 'en'): Promise<string | null> {
  const terms = questionTerms(question, locale);
  return correctQuestion(database.pool, 'heron', question, { terms, named: null, locale }, vocabulary);
}

it.each([
  ['whats your email adress', 'en', 'whats your email address'],
  ['how long is the warrannty?', 'en', 'how long is the warranty?'],
  ['¿Hacéis devoluciónes o reembolzo?', 'es', '¿Hacéis devoluciónes o reembolso?'],
])('puts the names of what every store speaks of right: %s', async (question, locale, right) => {
  expect(await correct(question, locale)).toBe(right);
});

it.each([
  ['what is the garanty', 'a word that the store uses'],
  ['is the refunt warm', 'a name of a product'],
  ['can I ship with Curier', 'a name'],
  ['can I return a kestrel', 'a word of the language'],
  ['what is your email address', 'nothing that is misspelled'],
])('leaves “%s”: %s', async (question) => {
  expect(await correct(question)).toBeNull();
});
