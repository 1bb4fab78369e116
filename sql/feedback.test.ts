import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAnswer } from './answers.ts';
import { findCitationIds, saveFeedback } from './feedback.ts';
import { ensureStore } from './stores.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const store of ['shop', 'other']) await ensureStore(database.pool, store, null);
  for (const [answerId, response] of [
    ['a1', { citations: [{ id: 1 }, { id: 2 }] }],
    ['a2', {}],
  ] as const)
    await saveAnswer(database.pool, {
      ...{ storeId: 'shop', answerId, conversationId: 'talk', question: 'q', standalone: 'q' },
      ...{ locale: 'en', status: 'answered', model: 'm', totalMs: 1, response },
    });
});
afterAll(() => database.close());

describe('saveFeedback', () => {
  const rate = (storeId: string, answerId: string, rating = 5) =>
    saveFeedback(database.pool, { storeId, answerId, rating, comment: 'útil' });

  it('keeps a rating of an answer that the store gave, and says so', async () => {
    expect(await rate('shop', 'a1')).toBe(true);
    const { rows } = await database.pool.query(
      'select answer_id, rating, comment, wrong_citations from feedback',
    );
    expect(rows).toEqual([{ answer_id: 'a1', rating: 5, comment: 'útil', wrong_citations: [] }]);
  });

  it('keeps none of an answer that is unknown or another store’s', async () => {
    expect(await rate('shop', 'nothing')).toBe(false);
    expect(await rate('other', 'a1')).toBe(false);
  });

  it('refuses a rating that is none', async () => {
    await expect(rate('shop', 'a2', 6)).rejects.toThrow();
  });
});

it('tells which citations an answer has', async () => {
  expect(await findCitationIds(database.pool, 'shop', 'a1')).toEqual([1, 2]);
  expect(await findCitationIds(database.pool, 'shop', 'a2')).toEqual([]);
  expect(await findCitationIds(database.pool, 'other', 'a1')).toBeNull();
});
