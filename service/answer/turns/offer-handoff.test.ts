import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import type { AnswerResponse } from '../../schemas/answer-response.ts';
import { makePage, publishStore } from '../made-up-store.fixture.ts';
import { makeOfflineAnswer } from '../offline-answer.fixture.ts';

const embeddingModel = openLocalEmbeddingModel();
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, 'wren', [
    makePage('returns', 'Returns', {
      'How long you have': 'Unworn items can be returned within 45 days of delivery.',
    }),
  ]);
});
afterAll(() => database.close());

/** Asks in one conversation; a function makes a question of the answer before it. */
async function ask(
  ...questions: (string | ((before: AnswerResponse) => string))[]
): Promise<AnswerResponse[]> {
  const answer = makeOfflineAnswer(database.pool, embeddingModel, {
    offerPerson: (store, locale, reason) => ({ reason, message: `${store} ${locale}`, available: true }),
  });
  const responses: AnswerResponse[] = [];
  for (const question of questions) {
    const before = responses.at(-1);
    const conversationId = before?.conversationId;
    responses.push(
      await answer(
        {
          store: 'wren',
          question: typeof question === 'string' ? question : before ? question(before) : '',
          ...(conversationId && { conversationId }),
        },
        { signal: AbortSignal.timeout(20_000) },
      ),
    );
  }
  return responses;
}
const reasons = (responses: AnswerResponse[]) => responses.map(({ handoff }) => handoff?.reason ?? null);

const unknown = ['Do you offer gift wrapping?', 'Do you have a loyalty programme?'];

describe('a person is offered', () => {
  it('where nothing was found, and as such when that happens twice in a row', async () => {
    const [first, second] = unknown;
    const responses = await ask(
      first ?? '',
      second ?? '',
      'How long can I return unworn items?',
      first ?? '',
    );
    expect(responses.map(({ status }) => status)).toEqual([
      'abstained',
      'abstained',
      'answered',
      'abstained',
    ]);
    expect(reasons(responses)).toEqual(['not-found', 'abstained-twice', null, 'not-found']);
  });

  it('after something off topic, for what was not found alone', async () => {
    expect(reasons(await ask('Who won the 1998 World Cup?', unknown[0] ?? ''))).toEqual([null, 'not-found']);
  });

  it('to whoever asks for one or may come to harm, in the words of the store', async () => {
    const responses = await ask('Can I talk to a person?', 'I want to kill myself');
    expect(reasons(responses)).toEqual(['asked-for-a-person', 'self-harm']);
    expect(responses[0]).toMatchObject({
      status: 'handoff',
      answer: 'wren en',
      handoff: { available: true },
    });
  });

  it('to no machine: an automatic reply, or what was said here come back', async () => {
    const responses = await ask(
      'Automatic reply: I want to talk to a person when I am back',
      unknown[0] ?? '',
      ({ answer }) => `> ${answer}`,
    );
    expect(reasons(responses)).toEqual([null, 'not-found', null]);
    expect(responses[2]?.status).toBe('abstained');
  });
});
