import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTurns, type NewAnswer, saveAnswer } from './answers.ts';
import { beginConversation, releaseTurn, renewTurn, takeTurn } from './conversations.ts';
import { readConversation } from './read-conversation.ts';
import { ensureStore } from './stores.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureStore(database.pool, 'shop', null);
});
afterAll(() => database.close());

const turn = (conversationId: string, holder: string) => ({ storeId: 'shop', conversationId, holder });
const answer = (answerId: string, given: Partial<NewAnswer> = {}): NewAnswer => ({
  storeId: 'shop',
  answerId,
  conversationId: 'talk',
  question: answerId,
  standalone: answerId,
  locale: 'en',
  status: 'answered',
  model: 'extractive',
  totalMs: 1,
  response: { id: answerId },
  ...given,
});

describe('a turn', () => {
  it('is one holder’s until it is released, saved or silent for too long', async () => {
    const { pool } = database;
    expect(await takeTurn(pool, turn('c1', 'a'))).toBe('unknown');
    await beginConversation(pool, turn('c1', 'a'), null);
    expect(await takeTurn(pool, turn('c1', 'b'))).toBe('busy');
    await releaseTurn(pool, turn('c1', 'b'));
    expect(await takeTurn(pool, turn('c1', 'b'))).toBe('busy');
    await releaseTurn(pool, turn('c1', 'a'));
    expect(await takeTurn(pool, turn('c1', 'b'))).toBe('taken');
    await saveAnswer(pool, answer('a1', { conversationId: 'c1', turnHolder: 'b' }));
    expect(await takeTurn(pool, turn('c1', 'c'))).toBe('taken');
    await pool.query(
      `update conversations set turn_until = now() - interval '1 second' where conversation_id = 'c1'`,
    );
    expect(await takeTurn(pool, turn('c1', 'd'))).toBe('taken');
  });

  it('is renewed by its holder alone, and not after its end', async () => {
    const { pool } = database;
    await beginConversation(pool, turn('c2', 'a'), null);
    expect(await renewTurn(pool, turn('c2', 'b'))).toBe(false);
    expect(await renewTurn(pool, turn('c2', 'a'))).toBe(true);
    await saveAnswer(pool, answer('a2', { conversationId: 'c2', turnHolder: 'a' }));
    expect(await renewTurn(pool, turn('c2', 'a'))).toBe(false);
  });

  it('that was taken for dead still keeps its answer, and leaves the turn to who has it', async () => {
    const { pool } = database;
    await beginConversation(pool, turn('c3', 'slow'), null);
    await pool.query(
      `update conversations set turn_until = now() - interval '1 second' where conversation_id = 'c3'`,
    );
    expect(await takeTurn(pool, turn('c3', 'next'))).toBe('taken');
    await saveAnswer(pool, answer('a3', { conversationId: 'c3', turnHolder: 'slow' }));
    expect(await renewTurn(pool, turn('c3', 'next'))).toBe(true);
    expect((await readConversation(pool, 'shop', 'c3', { limit: 9, before: null }))?.turns).toHaveLength(1);
  });

  it('of no store is nothing', async () => {
    await beginConversation(database.pool, { storeId: 'nowhere', conversationId: 'c4', holder: 'a' }, null);
    expect(await takeTurn(database.pool, { storeId: 'nowhere', conversationId: 'c4', holder: 'a' })).toBe(
      'unknown',
    );
  });
});

it('keeps turns of one tick of the clock in order', async () => {
  const { pool } = database;
  const ids = Array.from({ length: 6 }, (_, at) => `t${at}`);
  for (const id of ids) await saveAnswer(pool, answer(id));
  await pool.query(`update answers set asked_at = '2026-01-01' where conversation_id = 'talk'`);
  expect((await listTurns(pool, 'shop', 'talk', 9)).map(({ question }) => question)).toEqual(ids);
  const page = await readConversation(pool, 'shop', 'talk', { limit: 2, before: 't4' });
  expect(page?.turns.map(({ answerId }) => answerId)).toEqual(['t2', 't3']);
});

it('finds the conversations of answers that were there before', async () => {
  const { pool } = database;
  await pool.query('delete from conversations');
  await saveAnswer(pool, answer('b1', { conversationId: 'old' }));
  await saveAnswer(pool, answer('b2', { conversationId: 'old' }));
  await pool.query(`update answers set asked_at = '2026-01-01' where answer_id = 'b1'`);
  await pool.query(`update answers set asked_at = '2026-02-01' where answer_id = 'b2'`);
  await pool.query('drop table conversations cascade');
  await pool.query('alter table answers drop column turn');
  await pool.query('create index answers_by_conversation on answers (store_id, conversation_id, asked_at)');
  await pool.query(readFileSync(new URL('./migrations/0016_conversations.sql', import.meta.url), 'utf8'));
  const found = await readConversation(pool, 'shop', 'old', { limit: 9, before: null });
  expect(found?.turns.map(({ answerId }) => answerId)).toEqual(['b1', 'b2']);
  expect([found?.startedAt, found?.lastAt]).toEqual(
    (await pool.query(`select min(asked_at) as a, max(asked_at) as b from answers`)).rows.flatMap(
      ({ a, b }) => [a, b],
    ),
  );
});
