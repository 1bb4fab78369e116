import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../ingest/embedding/local-embedding-model.ts';
import { readConversation } from '../../sql/read-conversation.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makePage, publishStore } from '../answer/made-up-store.fixture.ts';
import type { AnswerDeps } from '../answer/make-answer-question.ts';
import { makeOfflineAnswer } from '../answer/offline-answer.fixture.ts';
import type { AnswerEvent } from '../answer-question.ts';
import { makeConversing } from '../conversations/conversing.ts';
import { answerResponseSchema } from '../schemas/answer-response.ts';
import { makeAnswerCache } from './answer-cache.ts';

const embeddingModel = openLocalEmbeddingModel();
const page = (days: number) =>
  makePage('returns', 'Returns', {
    'How long you have': `Unworn items can be returned within ${days} days of delivery.`,
    'Sale items': 'Sale items can be exchanged, but not refunded.',
  });
const QUESTION = 'How many days do I have to return something?';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, 'wren', [page(45)]);
  await publishStore(database.pool, embeddingModel, 'owl', [page(10)]);
});
afterAll(() => database.close());

/** The pipeline as the service has it; each call gives the response and its events. */
function makeAsk(more: Partial<AnswerDeps> = {}) {
  const { pool } = database;
  const answer = makeConversing({
    pool,
    answer: makeOfflineAnswer(pool, embeddingModel, { cache: makeAnswerCache(), ...more }),
  });
  return async (
    question: string,
    more: { store?: string; conversationId?: string; locale?: string } = {},
  ) => {
    const events: AnswerEvent[] = [];
    const response = await answer(
      { store: 'wren', question, ...more },
      { signal: AbortSignal.timeout(60_000), onEvent: (event) => void events.push(event) },
    );
    return { response, events };
  };
}

describe('an exact repeat of a question', () => {
  it('is answered with the same, as an answer and a conversation of its own', async () => {
    const ask = makeAsk();
    const first = await ask(QUESTION);
    const again = await ask(`  ${QUESTION.replace(' ', '  ')}`);
    expect(first.response).not.toHaveProperty('cached');
    expect(first.response.answer).toContain('45 days');
    const { id, conversationId, timings, cached, ...rest } = again.response;
    expect(answerResponseSchema.parse(again.response)).toEqual(again.response);
    expect(first.response).toMatchObject(rest);
    expect(cached).toBe(true);
    expect([id, conversationId]).not.toContain(first.response.id);
    expect(conversationId).not.toBe(first.response.conversationId);
    expect(timings).toMatchObject({ embed: 0, search: 0, generate: 0, verify: 0 });
    expect(again.events[0]).toMatchObject({ type: 'start', id, conversationId });
    expect(again.events.slice(1)).toEqual(first.events.slice(1));
    const kept = await readConversation(database.pool, 'wren', conversationId, { limit: 9, before: null });
    expect(kept?.turns).toMatchObject([{ answerId: id, response: { cached: true } }]);
  });

  it('has follow-ups like any other answer', async () => {
    const ask = makeAsk();
    await ask(QUESTION);
    const { response } = await ask(QUESTION);
    const followUp = await ask('and on sale?', { conversationId: response.conversationId });
    expect(followUp.response.conversationId).toBe(response.conversationId);
    expect(followUp.response).not.toHaveProperty('cached');
    const asFirst = await ask('and on sale?');
    expect(asFirst.response.understood?.standalone).not.toBe(followUp.response.understood?.standalone);
  });

  it('is answered anew at another store, in another language and within a conversation', async () => {
    const ask = makeAsk();
    const { response } = await ask(QUESTION);
    const others = [
      await ask(QUESTION, { store: 'owl' }),
      await ask(QUESTION, { locale: 'es' }),
      await ask(QUESTION, { conversationId: response.conversationId }),
    ];
    for (const other of others) expect(other.response).not.toHaveProperty('cached');
    expect(others[0]?.response.answer).toContain('10 days');
  });

  it('is answered anew after a publish', async () => {
    const ask = makeAsk();
    expect((await ask(QUESTION, { store: 'owl' })).response.answer).toContain('10 days');
    await publishStore(database.pool, embeddingModel, 'owl', [page(99)]);
    const { response } = await ask(QUESTION, { store: 'owl' });
    expect(response.answer).toContain('99 days');
    expect(response).not.toHaveProperty('cached');
    expect((await ask(QUESTION, { store: 'owl' })).response.cached).toBe(true);
  });

  it('is answered anew when a model failed the first time', async () => {
    let fails = true;
    const flaky = {
      ...embeddingModel,
      embeddings: {
        ...embeddingModel.embeddings,
        embedDocuments: (texts: string[]) => embeddingModel.embeddings.embedDocuments(texts),
        embedQuery: (text: string) =>
          fails ? Promise.reject(new Error('down')) : embeddingModel.embeddings.embedQuery(text),
      },
    };
    const ask = makeAsk({ embeddingModel: flaky as typeof embeddingModel });
    await ask(QUESTION);
    fails = false;
    expect((await ask(QUESTION)).response).not.toHaveProperty('cached');
    expect((await ask(QUESTION)).response.cached).toBe(true);
  });

  it('is answered anew where somebody tells who they are', async () => {
    const ask = makeAsk();
    const question = 'My order 123456 came, how many days do I have to return it?';
    await ask(question);
    expect((await ask(question)).response).not.toHaveProperty('cached');
  });
});
