import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../ingest/embedding/local-embedding-model.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { type AnswerResponse, answerResponseSchema } from '../schemas/answer-response.ts';
import { NO_USAGE } from './answerer.ts';
import { makePage, makeProduct, publishStore } from './made-up-store.fixture.ts';
import type { AnswerDeps } from './make-answer-question.ts';
import { makeOfflineAnswer } from './offline-answer.fixture.ts';

const embeddingModel = openLocalEmbeddingModel();

const WREN = [
  makePage('returns', 'Returns', {
    'How long you have': 'Unworn items can be returned within 45 days of delivery.',
    'Sale items': 'Sale items can be exchanged, but not refunded.',
  }),
  makePage(
    'delivery',
    'Delivery abroad',
    {
      'Prices and times':
        'Region: Canada; Time: 6–8 days; Price: $17\nRegion: Spain; Time: 9–12 days; Price: $29',
    },
    { shape: 'rows' },
  ),
  makePage('jokes', 'Garden gnome jokes', {
    'A joke a month': 'Our gnomes tell a new joke in the newsletter each month.',
  }),
  makeProduct('Dipper Tent', { price: 310, category: 'Tents', colors: { green: true } }),
  makeProduct('Larch Tent', { price: 259, category: 'Tents', colors: { red: true } }),
  makeProduct('Kestrel Jacket', { price: 129, category: 'Jackets', colors: { red: true, black: false } }),
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, 'wren', WREN);
  await publishStore(database.pool, embeddingModel, 'owl', WREN);
});
afterAll(() => database.close());

const makeAnswer = (more: Partial<AnswerDeps> = {}) => makeOfflineAnswer(database.pool, embeddingModel, more);

function makeAsk(more: Partial<AnswerDeps> = {}, store = 'wren') {
  const answer = makeAnswer(more);
  /** Asks in one conversation, and gives the last response. */
  return async (...questions: string[]): Promise<AnswerResponse> => {
    let response: AnswerResponse | undefined;
    for (const question of questions) {
      const conversationId = response?.conversationId;
      response = await answer(
        { store, question, ...(conversationId ? { conversationId } : {}) },
        { signal: AbortSignal.timeout(20_000) },
      );
      // The clock of the embedded database is too coarse for turns this close.
      await database.pool.query(
        `update answers set asked_at = asked_at - interval '1 minute' where conversation_id = $1`,
        [response.conversationId],
      );
    }
    if (response === undefined) throw new Error('nothing was asked');
    expect(answerResponseSchema.parse(response)).toEqual(response);
    return response;
  };
}

describe('a conversation', () => {
  it('takes another place, also after small talk and what is off topic', async () => {
    const response = await makeAsk()(
      'Do you deliver to Spain?',
      'thanks!',
      'Who won the 1998 World Cup?',
      'and to Canada?',
    );
    expect(response.understood).toMatchObject({ standalone: 'Do you deliver to Canada?', intent: 'store' });
    expect(response.answer).toContain('6–8 days');
    expect(response.answer).not.toContain('9–12');
  });

  it('knows which products it has shown', async () => {
    const ask = makeAsk();
    const shown = await ask('Which is the cheapest tent?');
    const [first, second] = shown.products.map(({ name }) => name);
    expect([first, second]).toEqual(['Larch Tent', 'Dipper Tent']);
    const response = await ask('Which is the cheapest tent?', 'how much is the second one?');
    expect(response.understood).toMatchObject({
      standalone: 'How much is the Dipper Tent?',
      intent: 'product',
    });
    expect(response.answer).toContain('310');
    expect(response.answer).not.toContain('259');
  });

  it('keeps the language where a question does not tell it', async () => {
    expect((await makeAsk()('¿Envían a España?', 'Klarna?')).locale).toBe('es');
  });

  it.each(['how heavy is the second one?', 'and in red?', 'cheaper ones?', 'Klarna?'])(
    'carries nothing of it into another one, nor into the same id at another store: "%s"',
    async (question) => {
      const { conversationId } = await makeAsk()(
        '¿Tienen carpas?',
        'Which is the cheapest tent?',
        '¿Envían a España?',
      );
      for (const elsewhere of [
        { store: 'owl', conversationId },
        { store: 'wren', conversationId: `cnv_${question}` },
      ]) {
        const response = await makeAnswer()(
          { question, ...elsewhere },
          { signal: AbortSignal.timeout(20_000) },
        );
        expect(response.understood?.standalone).toBe(question);
        expect(response.locale).toBe('en');
      }
    },
  );

  it('shows a chat model that rewrites follow-ups the turns of this conversation alone, and no small talk', async () => {
    const seen: string[][] = [];
    const rewrite: AnswerDeps['rewrite'] = async (question, history) => {
      seen.push(history.map((turn) => turn.question));
      return { question, usage: NO_USAGE };
    };
    await makeAsk({ rewrite }, 'owl')('Do you have jackets?');
    await makeAsk({ rewrite })('Do you deliver to Spain?', 'thanks', 'how long does it take?');
    expect(seen).toEqual([['Do you deliver to Spain?', 'thanks']]);
  });
});

describe('what is asked', () => {
  it('is told that only this store is spoken of, with topics that it has', async () => {
    const response = await makeAsk()('Who is the president of France?');
    expect(response).toMatchObject({ status: 'abstained', parts: [], citations: [], handoff: null });
    expect(response.understood?.intent).toBe('off_topic');
    expect(response.answer).toBe(
      'I can only answer questions about wren. You can ask me about delivery, returns, or products.',
    );
    expect(response.suggestions).toEqual(['Delivery', 'Returns', 'Products']);
  });

  it('is answered where the store has it, though others would call it off topic', async () => {
    const response = await makeAsk()('Do your gnomes tell a joke?');
    expect(response).toMatchObject({ status: 'answered', understood: { intent: 'store' } });
    expect(response.answer).toContain('newsletter');
  });

  it.each([
    ['thank you', "You're welcome."],
    ['bye', 'Goodbye!'],
    ['¿Eres un robot?', 'Soy un asistente automático: respondo con lo que dicen las páginas de la tienda.'],
  ])('is small talk: "%s"', async (question, said) => {
    const response = await makeAsk()(question);
    expect(response).toMatchObject({
      status: 'clarify',
      answer: said,
      citations: [],
      understood: { intent: 'small_talk' },
    });
    expect(response.clarify?.options).toHaveLength(3);
  });

  it('is answered when it is said in anger', async () => {
    const response = await makeAsk()(
      'This is unacceptable!!! How many days do I have to return unworn items?',
    );
    expect(response).toMatchObject({ status: 'answered', understood: { complaint: true } });
    expect(response.answer).toContain('45 days');
  });

  it('is passed on to people where a complaint has no answer', async () => {
    const response = await makeAsk()('I am furious, your driver kicked my gate');
    expect(response).toMatchObject({ status: 'abstained', handoff: { reason: 'complaint' } });
    expect(response.answer).toContain("I'm sorry about the trouble.");
  });

  it('is told which languages there are, in the store’s first', async () => {
    const response = await makeAsk()('Quelle est la politique de retour de votre boutique ?');
    expect(response).toMatchObject({ status: 'abstained', locale: 'en', understood: { language: 'fr' } });
    expect(response.answer).toContain('I can answer questions in English');
  });
});
