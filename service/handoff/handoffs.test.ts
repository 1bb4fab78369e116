import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HandoffConfig } from '../../ingest/config/config-format.ts';
import { saveAnswer } from '../../sql/answers.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makeId } from '../answer/compose/ids.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { makeConversations } from '../conversations/conversations.ts';
import { makeConversing } from '../conversations/conversing.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { readHandoffSettings } from './handoff-settings.ts';
import { makeHandoffs } from './handoffs.ts';
import { makeSaveFeedback } from './save-feedback.ts';
import { makeWithPeople } from './with-people.ts';

const MONDAY = new Date('2026-11-23T10:00:00Z');
const SUNDAY = new Date('2026-11-22T10:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const store of ['shop', 'other']) await ensureStore(database.pool, store, null);
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const table of ['handoffs', 'conversations']) await database.pool.query(`delete from ${table}`);
});

/** A service as it stands, with an answerer that says how often it was asked. */
function makeService(handoff: HandoffConfig = {}, now = MONDAY) {
  const { deps } = makeFakeService({ stores: ['shop', 'other'] });
  const { pool } = database;
  const settingsOf = readHandoffSettings([{ id: 'shop', handoff, timezone: 'UTC' }]);
  const asked: string[] = [];
  const answer: AnswerQuestion = async (request, options) => {
    asked.push(request.question);
    const response = { ...(await deps.answer(request, options)), id: makeId('ans') };
    const { id: answerId, conversationId, locale, status, model, timings } = response;
    const { store: storeId, question } = request;
    await saveAnswer(pool, {
      ...{ storeId, answerId, conversationId, question, standalone: question, locale, status, model },
      ...{ totalMs: timings.total, response, turnHolder: options.turn?.holder },
    });
    return response;
  };
  const handoffs = makeHandoffs({ pool, settingsOf, now: () => now });
  const app = makeApp({
    ...deps,
    answer: makeConversing({ pool, answer: makeWithPeople({ pool, answer, settingsOf }) }),
    conversations: makeConversations({ pool, retentionMs: () => null, readPeople: handoffs.readPeople }),
    saveFeedback: makeSaveFeedback(pool),
    requestHandoff: handoffs.request,
    handoffs,
    defaultStore: 'shop',
    logger: pino({ level: 'silent' }),
  });
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await app.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: response.status, body: await response.json() };
  };
  const ask = async (question: string, conversationId?: string) =>
    (await post('/answer', { question, ...(conversationId && { conversationId }) })).body;
  const get = async (path: string) => (await app.request(path)).json();
  return { post, ask, get, asked, app };
}

const deliveries = async () =>
  (await database.pool.query('select type, status, payload from handoff_deliveries order by place')).rows.map(
    ({ payload, ...row }) => ({ ...row, data: JSON.parse(payload).data }),
  );
const contact = 'ana@example.com';

describe('a handoff', () => {
  it('takes the conversation along with its quotes and links, and nothing of others', async () => {
    const { ask, post, get } = makeService({ webhook: 'https://desk.example', email: 'help@shop.example' });
    await ask('Is it somebody else’s jacket?');
    const { conversationId, id: answerId } = await ask('Can I return a jacket?');
    const { status, body } = await post('/handoff', { contact, message: 'Help', conversationId, answerId });
    expect(status).toBe(202);
    const [delivery, ...more] = await deliveries();
    expect(more).toEqual([]);
    expect(delivery).toMatchObject({
      type: 'handoff.requested',
      status: 'pending',
      data: {
        ...{ id: body.id, store: 'shop', conversationId, contact, reason: 'asked-for-a-person' },
        messages: [{ from: 'shopper', text: 'Help' }],
        transcript: [
          {
            question: 'Can I return a jacket?',
            answerId,
            citations: [{ id: 1, link: expect.any(String) }, {}],
          },
        ],
      },
    });
    const { text } = delivery?.data ?? {};
    expect(text).toMatch(/^To: help@shop.example\nReply-To: ana@example.com\nSubject: \[shop\] Help\nDate: /);
    expect(text).toContain('"We can\'t accept items that have been worn."');
    expect(text).not.toContain('somebody else');
    expect(await get(`/conversations/${conversationId}`)).toMatchObject({
      takeover: 'waiting',
      messages: [{ from: 'shopper', text: 'Help' }],
    });
  });

  it('gives the reason for which people were offered', async () => {
    const { ask, post } = makeService();
    const { conversationId, id: answerId } = await ask('Is the moon made of cheese?');
    await post('/handoff', { contact, message: 'Help', conversationId, answerId });
    expect(await deliveries()).toMatchObject([{ status: 'kept', data: { reason: 'not-found' } }]);
  });

  it.each(['unknown', 'cnv_unknown', 'cnv_AAAAAAAAAAAAAAAAAAAAAA'])(
    'is kept without a conversation that there is not: %j',
    async (conversationId) => {
      const { post } = makeService();
      const { status } = await post('/handoff', { contact, message: 'x', conversationId, answerId: 'ans_1' });
      expect(status).toBe(202);
      expect(await deliveries()).toMatchObject([{ data: { conversationId: null, transcript: [] } }]);
    },
  );

  it('asks for a contact unless somebody is there to answer in the conversation', async () => {
    const hours = 'Mon-Fri 9:00-18:00';
    const open = makeService({ hours });
    const { conversationId } = await open.ask('Can I return it?');
    const wanted = { message: 'Help', conversationId };
    expect(await open.post('/handoff', wanted)).toMatchObject({
      status: 202,
      body: { available: true, opensAt: null },
    });
    expect(await open.post('/handoff', { message: 'Help' })).toMatchObject({ status: 400 });
    const closed = makeService({ hours }, SUNDAY);
    expect(await closed.post('/handoff', wanted)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'contact', expected: expect.stringContaining('2026-11-23T09:00:00.000Z') }] },
    });
    expect(await makeService().post('/handoff', wanted)).toMatchObject({ status: 400 });
    expect(await closed.post('/handoff', { ...wanted, contact })).toMatchObject({
      status: 202,
      body: { available: false, opensAt: '2026-11-23T09:00:00.000Z' },
    });
  });

  it('is opened once a conversation: what comes after joins it, word for word the same changes nothing', async () => {
    const { ask, post } = makeService();
    const { conversationId } = await ask('Can I return it?');
    const send = async (message: string) =>
      (await post('/handoff', { contact, message, conversationId })).body.id;
    const id = await send('Help');
    expect(await send('Help')).toBe(id);
    expect(await send('Please')).toBe(id);
    expect((await deliveries()).map(({ type, data }) => [type, data.message?.text])).toEqual([
      ['handoff.requested', undefined],
      ['handoff.message', 'Please'],
    ]);
    await post(`/handoff/${id}/status`, { type: 'closed' });
    expect(await send('Help again')).not.toBe(id);
  });

  it('is opened once by two requests at once', async () => {
    const { ask, post } = makeService();
    const { conversationId } = await ask('Can I return it?');
    const sent = await Promise.all(
      ['a', 'b', 'c'].map((message) => post('/handoff', { contact, message, conversationId })),
    );
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    const types = (await deliveries()).map(({ type }) => type).sort();
    expect(types).toEqual(['handoff.message', 'handoff.message', 'handoff.requested']);
  });

  it('is the same for the same Idempotency-Key, also at once, and refuses the key for another request', async () => {
    const { post } = makeService();
    const headers = { 'idempotency-key': 'one' };
    const request = { contact, message: 'Help' };
    const sent = await Promise.all([1, 2, 3].map(() => post('/handoff', request, headers)));
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    expect(await deliveries()).toHaveLength(1);
    expect(await post('/handoff', { ...request, message: 'Other' }, headers)).toMatchObject({
      status: 422,
      body: { type: 'urn:aisle:problem:idempotency-key-reused' },
    });
    expect((await post('/handoff', request, { 'idempotency-key': 'two' })).status).toBe(202);
    expect(await deliveries()).toHaveLength(2);
  });

  it('goes with its conversation', async () => {
    const { ask, post, app } = makeService();
    const { conversationId } = await ask('Can I return it?');
    await post('/handoff', { contact, message: 'Help', conversationId });
    const deleted = await app.request(`/conversations/${conversationId}`, { method: 'DELETE' });
    expect(await deleted.json()).toMatchObject({ deleted: { answers: 1, handoffs: 1 } });
    for (const table of ['handoffs', 'handoff_messages', 'handoff_deliveries'])
      expect((await database.pool.query(`select 1 from ${table}`)).rows).toEqual([]);
  });
});

describe('a person', () => {
  async function handOff(settings: HandoffConfig = {}) {
    const service = makeService(settings);
    const { conversationId } = await service.ask('Can I return it?');
    const { body } = await service.post('/handoff', { contact, message: 'Help', conversationId });
    const say = (said: object, id = body.id) => service.post(`/handoff/${id}/status`, said);
    return { ...service, conversationId, id: body.id, say };
  }

  it('has the conversation alone from taking to closing it', async () => {
    const { ask, asked, say, get, conversationId, id } = await handOff();
    await ask('Still you?', conversationId);
    expect(await say({ type: 'taken', by: 'Ana' })).toEqual({
      status: 200,
      body: { id, store: 'shop', conversationId, status: 'taken' },
    });
    const silent = await ask('My order is late', conversationId);
    expect(silent).toMatchObject({
      status: 'handoff',
      answer: expect.stringContaining('A person at the store is with you'),
      handoff: { reason: 'taken' },
      citations: [],
      conversationId,
    });
    await say({ type: 'message', text: 'I look into it' });
    expect(await get(`/conversations/${conversationId}`)).toMatchObject({
      takeover: 'taken',
      messages: [{ text: 'Help' }, { text: 'My order is late' }, { from: 'person', text: 'I look into it' }],
      turns: [{}, {}, { question: 'My order is late', status: 'handoff' }],
    });
    expect((await deliveries()).map(({ type }) => type)).toEqual(['handoff.requested', 'handoff.message']);
    await ask('Elsewhere it answers');
    expect(await say({ type: 'closed' })).toMatchObject({ body: { status: 'closed' } });
    expect((await ask('Can I return it?', conversationId)).status).toBe('answered');
    expect(asked).toEqual(['Can I return it?', 'Still you?', 'Elsewhere it answers', 'Can I return it?']);
    expect(await get(`/handoff/${id}`)).toMatchObject({
      status: 'closed',
      takenBy: 'Ana',
      transcript: { length: 4 },
      messages: { length: 3 },
    });
  });

  it('takes it with the first message, which is the same when it is sent again', async () => {
    const { say, get, conversationId } = await handOff();
    const message = { type: 'message', text: 'Hello', id: 'm1' };
    expect(await say(message)).toMatchObject({ body: { status: 'taken' } });
    await say({ type: 'closed' });
    expect(await say(message)).toMatchObject({ body: { status: 'closed' } });
    expect(await say({ ...message, id: 'm2', text: 'One more thing' })).toMatchObject({
      body: { status: 'closed' },
    });
    expect(await say({ type: 'taken' })).toMatchObject({
      status: 409,
      body: { type: 'urn:aisle:problem:handoff-closed' },
    });
    const { messages } = await get(`/conversations/${conversationId}`);
    expect(messages.map(({ text }: { text: string }) => text)).toEqual(['Help', 'Hello', 'One more thing']);
  });

  it('who has gone home leaves the conversation to the assistant', async () => {
    const { ask, say, get, conversationId } = await handOff();
    await say({ type: 'taken' });
    await database.pool.query(`update handoffs set person_at = now() - interval '13 hours'`);
    expect((await ask('Anybody?', conversationId)).status).toBe('answered');
    expect((await get(`/conversations/${conversationId}`)).takeover).toBe('closed');
  });

  it('is not sent what machines say to each other, nor more than somebody types', async () => {
    const { ask, say, asked, conversationId } = await handOff();
    await say({ type: 'message', text: 'We will look into your order today.' });
    await ask('Automatic reply: I am away until Monday', conversationId);
    await ask('> We will look into your order today.', conversationId);
    const { answer } = await ask('thanks', conversationId);
    await ask(answer, conversationId);
    expect((await deliveries()).map(({ data }) => data.message?.text)).toEqual([undefined, 'thanks']);
    const said = [];
    for (let at = 0; at < 12; at += 1) said.push((await ask(`word ${at}`, conversationId)).answer);
    expect(await deliveries()).toHaveLength(10);
    expect(said.at(-1)).toContain('was not passed on');
    expect(asked).toHaveLength(1);
  });

  it('is not called again by an echo of what was said, once the handoff is closed', async () => {
    const { ask, post, say, id, conversationId } = await handOff();
    await say({ type: 'closed' });
    const { answer } = await ask('I want a person', conversationId);
    for (const message of [answer, 'This is an automated message, do not answer.']) {
      const again = await post('/handoff', { contact, message, conversationId });
      expect(again).toMatchObject({ status: 202, body: { id } });
    }
    expect(await deliveries()).toHaveLength(1);
  });

  it.each([
    ['nothing to do', {}, 400],
    ['a message without a text', { type: 'message' }, 400],
    ['a text with what is no message', { type: 'closed', text: 'x' }, 400],
    ['an unknown handoff', { type: 'taken' }, 404, 'hnd_unknown'],
    ['an id that is none', { type: 'taken' }, 404, 'hnd_%00'],
  ])('is told of %s', async (_name, said, status, id?) => {
    const { say } = await handOff();
    expect(await say(said, id)).toMatchObject({ status });
  });

  it('of another store finds none', async () => {
    const { post, get, id } = await handOff();
    expect((await post(`/handoff/${id}/status?store=other`, { type: 'taken' })).status).toBe(404);
    expect((await get(`/handoff/${id}?store=other`)).status).toBe(404);
    expect((await get(`/handoff/${id}`)).id).toBe(id);
  });
});

describe('feedback', () => {
  it('names citations that are wrong, and takes that back with the next one', async () => {
    const { ask, post } = makeService();
    const { id: answerId } = await ask('Can I return it?');
    const wrong = (ids: number[]) => ids.map((id) => ({ id, wrong: true }));
    const rate = (ids: number[]) =>
      post('/feedback', { answerId, rating: 'down', citations: wrong(ids), store: 'shop' });
    expect((await rate([2, 2])).status).toBe(200);
    expect((await rate([1, 3])).body).toMatchObject({
      status: 400,
      errors: [{ path: 'citations[1].id', expected: 'one of its citations: 1, 2', got: '3' }],
    });
    expect((await rate([])).status).toBe(200);
    const { rows } = await database.pool.query(
      'select rating, wrong_citations as wrong from feedback where answer_id = $1 order by feedback_id',
      [answerId],
    );
    expect(rows).toEqual([
      { rating: 1, wrong: [2] },
      { rating: 1, wrong: [] },
    ]);
    expect((await post('/feedback', { answerId: 'ans_none', rating: 1 })).status).toBe(404);
  });
});
