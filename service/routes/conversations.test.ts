import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { problemSchema } from '../problem.ts';
import { conversationSchema, deletedConversationSchema } from '../schemas/conversation.ts';

function makeTestApp() {
  const { deps } = makeFakeService({ stores: ['sample', 'other'] });
  const app = makeApp({ ...deps, defaultStore: 'sample', logger: pino({ level: 'silent' }) });
  const ask = (question: string) =>
    app.request('/answer', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question }),
    });
  return { app, ask };
}

async function readProblem(response: Response) {
  const { instance: _, ...problem } = problemSchema.parse(await response.json());
  return problem;
}

describe('/conversations/{id}', () => {
  it('gives the turns, not to be kept by anybody in between', async () => {
    const { app, ask } = makeTestApp();
    await ask('Can I return a jacket?');
    const response = await app.request('/conversations/cnv_1');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const conversation = conversationSchema.strict().parse(await response.json());
    expect(conversation.turns).toMatchObject([
      { question: 'Can I return a jacket?', status: 'answered', feedback: null },
    ]);
    expect(conversation.turns[0]?.citations).toHaveLength(2);
  });

  it('deletes, and says what', async () => {
    const { app, ask } = makeTestApp();
    await ask('one');
    const response = await app.request('/conversations/cnv_1?store=sample', { method: 'DELETE' });
    expect(deletedConversationSchema.parse(await response.json())).toMatchObject({ deleted: { answers: 1 } });
    expect((await app.request('/conversations/cnv_1')).status).toBe(404);
  });

  it.each(['GET', 'DELETE'])('tells a foreign one like one that is not there: %s', async (method) => {
    const { app, ask } = makeTestApp();
    await ask('one');
    const paths = [
      '/conversations/cnv_9',
      '/conversations/cnv_1?store=other',
      '/conversations/%00',
      '/conversations/x',
    ];
    const problems = await Promise.all(
      paths.map(async (path) => readProblem(await app.request(path, { method }))),
    );
    expect(problems[0]).toMatchObject({ status: 404, type: 'urn:aisle:problem:unknown-conversation' });
    for (const problem of problems) expect(problem).toEqual(problems[0]);
    expect((await app.request('/conversations/cnv_1')).status).toBe(200);
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'before=1', "before=ans_'"])('refuses ?%s', async (query) => {
    const { app } = makeTestApp();
    expect((await app.request(`/conversations/cnv_1?${query}`)).status).toBe(400);
  });

  it('does not let a deleted one be read from its stream', async () => {
    const { app } = makeTestApp();
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const body = JSON.stringify({ question: 'q' });
    await (await app.request('/answer', { method: 'POST', headers, body })).text();
    expect((await app.request('/answer/ans_1/events')).status).toBe(200);
    await app.request('/conversations/cnv_1', { method: 'DELETE' });
    expect((await app.request('/answer/ans_1/events')).status).toBe(404);
  });
});
