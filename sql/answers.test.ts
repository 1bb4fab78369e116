import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTurns, type NewAnswer, saveAnswer } from './answers.ts';
import { ensureStore } from './stores.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

const answer = (answerId: string, given: Partial<NewAnswer> = {}): NewAnswer => ({
  storeId: 'shop',
  answerId,
  conversationId: 'talk',
  question: `question ${answerId}`,
  standalone: `standalone ${answerId}`,
  locale: 'en',
  status: 'answered',
  model: 'extractive',
  totalMs: 1.5,
  response: { answer: `said ${answerId}` },
  ...given,
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const storeId of ['shop', 'other']) await ensureStore(database.pool, storeId, null);
  for (const [index, id] of ['a1', 'a2', 'a3'].entries()) {
    await saveAnswer(database.pool, answer(id));
    // The clock of the embedded database is too coarse for turns this close.
    await database.pool.query('update answers set asked_at = now() + $1::interval where answer_id = $2', [
      `${index} minutes`,
      id,
    ]);
  }
  await saveAnswer(database.pool, answer('b1', { conversationId: 'another' }));
  await saveAnswer(database.pool, answer('o1', { storeId: 'other' }));
});
afterAll(() => database.close());

describe('listTurns', () => {
  it('gives the last turns of one conversation of one store, oldest first', async () => {
    const turns = await listTurns(database.pool, 'shop', 'talk', 2);
    expect(turns).toEqual(
      ['a2', 'a3'].map((id) => ({
        question: `question ${id}`,
        standalone: `standalone ${id}`,
        answer: `said ${id}`,
        status: 'answered',
        locale: 'en',
        intent: null,
        products: [],
        clarify: null,
      })),
    );
    const other = await listTurns(database.pool, 'other', 'talk', 9);
    expect(other.map(({ answer: said }) => said)).toEqual(['said o1']);
    expect(await listTurns(database.pool, 'shop', 'unknown', 9)).toEqual([]);
  });
});

it('tells what a turn wanted, showed and offered, in order', async () => {
  const card = (name: string, price: number | null) => ({
    name,
    price,
    attributes: { color: ['red'] },
    url: '/',
  });
  const response = {
    answer: 'Which size?',
    understood: { intent: 'product', standalone: 'tents' },
    products: [card('Larch 2', 259), card('Alder 1', null)],
    clarify: { attribute: 'size', question: 'Which size?', options: ['1', '2'] },
  };
  await saveAnswer(database.pool, answer('c1', { conversationId: 'shown', locale: 'es', response }));
  expect(await listTurns(database.pool, 'shop', 'shown', 1)).toMatchObject([
    {
      locale: 'es',
      intent: 'product',
      products: [
        { name: 'Larch 2', price: 259, attributes: { color: ['red'] } },
        { name: 'Alder 1', price: null },
      ],
      clarify: { attribute: 'size', options: ['1', '2'] },
    },
  ]);
});
