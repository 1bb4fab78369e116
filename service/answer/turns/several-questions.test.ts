import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { openTestDatabase, type TestDatabase } from '../../../sql/testing/open-test-database.ts';
import type { AnswerEvent } from '../../answer-question.ts';
import { makePage, publishStore } from '../made-up-store.fixture.ts';
import { makeOfflineAnswer } from '../offline-answer.fixture.ts';

const embeddingModel = openLocalEmbeddingModel();
const PAGES = [
  makePage('returns', 'Returns', {
    'How long you have': 'Unworn items can be returned within 45 days of delivery.',
  }),
  makePage('payment', 'Payment', { 'Ways to pay': 'You can pay by card or with PayPal.' }),
  makePage('visit', 'Visit us', { 'By car': 'There is free parking behind the shop.' }),
  makePage('contact', 'Contact', {
    Complaints: 'To make a complaint write to our manager, who answers complaints within 3 days.',
  }),
];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, 'wren', PAGES);
});
afterAll(() => database.close());

async function ask(question: string) {
  const events: AnswerEvent[] = [];
  const answer = makeOfflineAnswer(database.pool, embeddingModel);
  const onEvent = (event: AnswerEvent): void => {
    events.push(event);
  };
  const response = await answer(
    { store: 'wren', question },
    { signal: AbortSignal.timeout(20_000), onEvent },
  );
  const sent = events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
  return { response, sent };
}

describe('a message that asks several things', () => {
  it('is answered in order, each by its own evidence, and sent as it is kept', async () => {
    const { response, sent } = await ask(
      'How many days do I have to return items? Also can I pay with PayPal?',
    );
    expect(response.status).toBe('answered');
    expect(response.answer).toMatch(/45 days.*\[1\].*\n\n.*PayPal.*\[2\]/s);
    expect(sent).toBe(response.answer);
    for (const { answerSpans, quote } of response.citations)
      for (const { start, end } of answerSpans)
        expect(quote.replace(/\.$/, '')).toContain(response.answer.slice(start, end).replace(/^Yes\. /, ''));
  });

  it('is told which part was not found', async () => {
    const { response, sent } = await ask('Can I pay with PayPal? Do you rent out accordions?');
    expect(response.status).toBe('answered');
    expect(response.answer).toContain('PayPal');
    expect(response.answer).toContain('“Do you rent out accordions”');
    expect(sent).toBe(response.answer);
  });

  it('is not told that a part was not found which the answer to another one tells', async () => {
    const { response } = await ask('How do I make a complaint? And how long until complaints are answered?');
    expect(response.answer).toContain('3 days');
    expect(response.answer).not.toContain('“');
  });

  it('is abstained on as a whole where no part is answered', async () => {
    const { response } = await ask('Do you rent out accordions? Do you repair submarines?');
    expect(response.status).toBe('abstained');
    expect(response.answer).not.toContain('accordions');
  });
});

describe('a complaint', () => {
  it('with a matter is answered, and a person offered', async () => {
    const { response } = await ask('This is unacceptable!!! How many days do I have to return items?');
    expect(response).toMatchObject({ status: 'answered', handoff: { reason: 'complaint' } });
    expect(response.answer).toContain('45 days');
  });

  it('of which no page speaks is told what the store says of complaints', async () => {
    const { response, sent } = await ask('I am furious, your driver kicked my gate');
    expect(response).toMatchObject({ status: 'answered', handoff: { reason: 'complaint' } });
    expect(response.answer).toMatch(/^I'm sorry about the trouble\. .*complaint.*\[1\]/s);
    expect(sent).toBe(response.answer);
    for (const { answerSpans, quote } of response.citations)
      for (const { start, end } of answerSpans)
        expect(quote.startsWith(response.answer.slice(start, end))).toBe(true);
  });
});
