import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { saveAnswer } from '../../sql/answers.ts';
import { deleteConversation } from '../../sql/delete-conversations.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makeId } from '../answer/compose/ids.ts';
import type { AnswerQuestion, TurnPlace } from '../answer-question.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { makeConversations } from './conversations.ts';
import { makeConversing } from './conversing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const store of ['shop', 'other']) await ensureStore(database.pool, store, null);
});
afterAll(() => database.close());

/** An instance of the service: answers are logged as the pipeline logs them, after `work`. */
function makeInstance(work: (question: string, signal: AbortSignal) => Promise<void> = async () => {}) {
  const { deps } = makeFakeService({ stores: ['shop', 'other'] });
  const seen: { question: string; turn: TurnPlace | undefined }[] = [];
  const answer: AnswerQuestion = async (request, options) => {
    const { store: storeId, question } = request;
    seen.push({ question, turn: options.turn });
    await work(question, options.signal);
    const response = { ...(await deps.answer(request, { signal: options.signal })), id: makeId('ans') };
    const { id: answerId, conversationId, locale, status, model, timings } = response;
    await saveAnswer(database.pool, {
      ...{ storeId, answerId, conversationId, question, standalone: question, locale, status, model },
      totalMs: timings.total,
      response,
      turnHolder: options.turn?.holder,
    });
    return response;
  };
  const converse = makeConversing({ pool: database.pool, answer });
  const ask = (
    question: string,
    conversationId?: string,
    store = 'shop',
    signal = AbortSignal.timeout(60_000),
  ) => converse({ question, store, ...(conversationId && { conversationId }) }, { signal, keyId: 'key_1' });
  return { ask, seen };
}

const conversations = () => makeConversations({ pool: database.pool, retentionMs: () => 1_000 });
const questionsOf = async (id: string) =>
  (await conversations().read('shop', id, { limit: 100 }))?.turns.map(({ question }) => question);

describe('a question', () => {
  it('begins a conversation with an unguessable id, and a follow-up goes on with it', async () => {
    const { ask, seen } = makeInstance();
    const { conversationId } = await ask('one');
    expect(conversationId).toMatch(/^cnv_[\w-]{22}$/);
    expect((await ask('two', conversationId)).conversationId).toBe(conversationId);
    expect(seen.map(({ turn }) => turn?.isNew)).toEqual([true, false]);
    expect(await questionsOf(conversationId)).toEqual(['one', 'two']);
    const { rows } = await database.pool.query(
      'select key_id, turn_holder from conversations where conversation_id = $1',
      [conversationId],
    );
    expect(rows).toEqual([{ key_id: 'key_1', turn_holder: null }]);
  });

  it.each([
    ['was made up', async () => 'mine'],
    ['nobody was given', async () => makeId('cnv')],
    ['holds a NUL', async () => 'cnv_\0'],
    [
      'is of another store',
      async () => (await makeInstance().ask('there', undefined, 'other')).conversationId,
    ],
  ])('does not go on with an id that %s', async (_name, makeGiven) => {
    const { ask, seen } = makeInstance();
    const given = await makeGiven();
    const { conversationId } = await ask('one', given);
    expect(conversationId).not.toBe(given);
    expect(seen[0]?.turn?.isNew).toBe(true);
    expect(await questionsOf(conversationId)).toEqual(['one']);
  });
});

describe('two questions at once', () => {
  it.each([
    ['one instance', false],
    ['two instances', true],
  ])('are answered one after the other by %s', async (_name, isTwo) => {
    const { conversationId } = await makeInstance().ask('zero');
    const gate = Promise.withResolvers<void>();
    const under: string[] = [];
    const work = async (question: string) => {
      under.push(question);
      if (question === 'one') await gate.promise;
    };
    const first = makeInstance(work);
    const second = isTwo ? makeInstance(work) : first;
    const one = first.ask('one', conversationId);
    await vi.waitFor(() => expect(under).toEqual(['one']), { timeout: 20_000 });
    const two = second.ask('two', conversationId);
    // A question of another conversation waits for none of them.
    await second.ask('elsewhere');
    expect(under).toEqual(['one', 'elsewhere']);
    gate.resolve();
    await Promise.all([one, two]);
    expect(await questionsOf(conversationId)).toEqual(['zero', 'one', 'two']);
  });

  it.each([
    ['one instance', false],
    ['two instances', true],
  ])('leave the way free when the client of the first goes away: %s', async (_name, isTwo) => {
    const { conversationId } = await makeInstance().ask('zero');
    const under = Promise.withResolvers<void>();
    const work = async (question: string) => {
      if (question !== 'one') return;
      under.resolve();
      // Deaf to its signal.
      await new Promise(() => {});
    };
    const first = makeInstance(work);
    const client = new AbortController();
    const one = first.ask('one', conversationId, 'shop', client.signal);
    await under.promise;
    const second = isTwo ? makeInstance(work) : first;
    const two = second.ask('two', conversationId);
    client.abort(new Error('gone'));
    await expect(one).rejects.toThrow('gone');
    await two;
    expect(await questionsOf(conversationId)).toEqual(['zero', 'two']);
  });

  it('do not wait for an instance that was killed', async () => {
    const { conversationId } = await makeInstance().ask('zero');
    await database.pool.query(
      `update conversations set turn_holder = $2, turn_until = now() + interval '300 ms' where conversation_id = $1`,
      [conversationId, randomUUID()],
    );
    await makeInstance().ask('one', conversationId);
    expect(await questionsOf(conversationId)).toEqual(['zero', 'one']);
  });

  it('end with what they were asked with, while another instance answers on', async () => {
    const { conversationId } = await makeInstance().ask('zero');
    await database.pool.query(
      `update conversations set turn_holder = 'x', turn_until = now() + interval '1 hour' where conversation_id = $1`,
      [conversationId],
    );
    const reason = new Error('too slow');
    const client = new AbortController();
    const asked = makeInstance().ask('one', conversationId, 'shop', client.signal);
    client.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });
});

describe('a conversation', () => {
  it('is read with its last turns, and paged back', async () => {
    const { ask } = makeInstance();
    const { conversationId } = await ask('q1 jacket');
    for (const question of ['q2', 'q3', 'q4']) await ask(question, conversationId);
    const { read } = conversations();
    const last = await read('shop', conversationId, { limit: 2 });
    expect(last?.turns.map(({ question }) => question)).toEqual(['q3', 'q4']);
    expect(last?.more).toBe(true);
    const before = last?.turns[0]?.id;
    const first = await read('shop', conversationId, { limit: 2, before });
    expect(first?.turns.map(({ question }) => question)).toEqual(['q1 jacket', 'q2']);
    expect(first?.more).toBe(false);
    expect(first?.turns[0]?.products).toHaveLength(2);
    expect(new Date(last?.expiresAt ?? 0).getTime()).toBe(new Date(last?.lastAt ?? 0).getTime() + 1_000);
  });

  it('is known to its own store alone', async () => {
    const { conversationId } = await makeInstance().ask('one');
    const { read, delete: remove } = conversations();
    expect(await read('other', conversationId, { limit: 9 })).toBeNull();
    expect(await remove('other', conversationId)).toBeNull();
    expect(await read('shop', "cnv_' or true --", { limit: 9 })).toBeNull();
    expect(await questionsOf(conversationId)).toEqual(['one']);
  });

  it('goes with all that hangs on it, and is then not gone on with', async () => {
    const { ask } = makeInstance();
    const { conversationId, id } = await ask('one');
    const other = await ask('of somebody else');
    await ask('two', conversationId);
    const { pool } = database;
    await pool.query(
      `insert into feedback (store_id, answer_id, rating) values ('shop', $1, 1), ('shop', $2, 5)`,
      [id, other.id],
    );
    await pool.query(
      `insert into handoffs (store_id, handoff_id, conversation_id) values ('shop', 'h1', $1)`,
      [conversationId],
    );
    expect(await conversations().delete('shop', conversationId)).toEqual({
      id: conversationId,
      deleted: { answers: 2, feedback: 1, handoffs: 1 },
    });
    expect(await conversations().delete('shop', conversationId)).toBeNull();
    const { rows } = await pool.query('select answer_id from feedback');
    expect(rows).toEqual([{ answer_id: other.id }]);
    expect((await ask('again', conversationId)).conversationId).not.toBe(conversationId);
  });

  it('does not come back with an answer that was being made when it was deleted', async () => {
    const { conversationId } = await makeInstance().ask('one');
    await makeInstance(async () => {
      await deleteConversation(database.pool, 'shop', conversationId);
    }).ask('two', conversationId);
    expect(await questionsOf(conversationId)).toBeUndefined();
    const { rows } = await database.pool.query('select 1 from answers where conversation_id = $1', [
      conversationId,
    ]);
    expect(rows).toEqual([]);
  });
});
