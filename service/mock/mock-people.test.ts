import { describe, expect, test } from 'vitest';
import { type App, answerOf, ask, makeTestApp, post } from './mock-app.fixture.ts';

describe('people', () => {
  const say = (app: App, id: string, body: object) => post(app, `/handoff/${id}/status`, body);
  const read = async (app: App, id: string) => (await app.request(`/conversations/${id}`)).json();
  const listed = async (app: App) => (await (await app.request('/mock/handoffs')).json()).handoffs;

  test('who take over make the assistant silent, write, and leave it to answer again', async () => {
    const { app } = makeTestApp();
    const { conversationId, ...first } = await answerOf(await ask(app, 'I would like an agent'));
    expect(first).toMatchObject({ status: 'handoff', handoff: { reason: 'taken' }, citations: [] });
    const { takeover, messages } = await read(app, conversationId);
    expect([takeover, messages.map(({ from }: { from: string }) => from)]).toEqual([
      'taken',
      ['shopper', 'person'],
    ]);
    // Whatever is asked, and however a scenario is chosen.
    for (const question of ['Where is my parcel?', 'Which jackets are waterproof?']) {
      const { handoff, products } = await answerOf(
        await ask(app, question, { conversationId }, { 'x-mock-scenario': 'products' }),
      );
      expect([handoff?.reason, products]).toEqual(['taken', []]);
    }
    const after = await read(app, conversationId);
    expect(after.takeover).toBe('closed');
    expect(after.messages.filter(({ from }: { from: string }) => from === 'person')).toHaveLength(4);
    expect((await answerOf(await ask(app, 'Can I return it?', { conversationId }))).status).toBe('answered');
  });

  test('can be played by hand: listed, taken, written, closed', async () => {
    const { app } = makeTestApp();
    const { conversationId, id: answerId } = await answerOf(await ask(app, '#people-there'));
    const send = (body: object, key = 'k1') =>
      post(
        app,
        '/handoff',
        { message: 'Help me', conversationId, answerId, ...body },
        { 'idempotency-key': key },
      );
    const receipt = await (await send({})).json();
    expect(receipt).toMatchObject({ status: 'received', available: true, opensAt: null });
    expect((await (await send({})).json()).id).toBe(receipt.id);
    expect((await send({ message: 'Something else' })).status).toBe(422);
    const [handoff, ...others] = await listed(app);
    expect([handoff.id, handoff.status, others]).toEqual([receipt.id, 'waiting', []]);
    expect(handoff.transcript).toHaveLength(1);
    expect(handoff.text).toContain('Help me');
    const does = async (body: object) => (await (await say(app, receipt.id, body)).json()).status;
    expect(await does({ type: 'taken', by: 'Luis' })).toBe('taken');
    expect((await answerOf(await ask(app, 'Hello?', { conversationId }))).handoff?.reason).toBe('taken');
    expect(await does({ type: 'message', text: 'Here I am.' })).toBe('taken');
    const { messages } = await read(app, conversationId);
    expect(messages.map(({ text }: { text: string }) => text)).toContain('Here I am.');
    expect(await does({ type: 'closed' })).toBe('closed');
    expect((await say(app, receipt.id, { type: 'taken' })).status).toBe(409);
    expect((await say(app, 'hnd_none', { type: 'taken' })).status).toBe(404);
    expect(await (await app.request(`/handoff/${receipt.id}`)).json()).toMatchObject({
      ...{ status: 'closed', takenBy: 'Luis', reason: 'asked-for-a-person', conversationId },
    });
    await app.request(`/conversations/${conversationId}`, { method: 'DELETE' });
    expect(await listed(app)).toEqual([]);
  });

  test('are asked for an address where nobody is there, or there is nowhere to answer', async () => {
    const { app } = makeTestApp();
    const { conversationId } = await answerOf(await ask(app, '#people-away'));
    expect((await post(app, '/handoff', { message: 'Help', conversationId })).status).toBe(400);
    expect((await post(app, '/handoff', { message: 'Help' })).status).toBe(400);
    const contact = 'ana@shop.example';
    const receipt = await (await post(app, '/handoff', { message: 'Help', conversationId, contact })).json();
    expect(receipt).toMatchObject({ available: false, opensAt: '2026-03-02T08:00:00.000Z' });
  });

  test('what was called wrong is told with the conversation', async () => {
    const { app } = makeTestApp();
    const { conversationId, id: answerId } = await answerOf(await ask(app, 'Can I return it?'));
    await post(app, '/feedback', { answerId, rating: 'down', citations: [{ id: 2, wrong: true }] });
    const { turns } = await read(app, conversationId);
    expect(turns[0].feedback).toEqual({ rating: 1, comment: null, wrongCitations: [2] });
  });
});
