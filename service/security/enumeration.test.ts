import { expect, test } from 'vitest';
import type { App } from '../app-env.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { makeStrictService, rivalKey, shopKey } from './strict-service.fixture.ts';

const CONVERSATION = 'cnv_abcdefghijklmnopqrstuv';
const UNKNOWN = 'cnv_zyxwvutsrqponmlkjihgfe';

const bearer = ({ text }: { text: string }) => ({ authorization: `Bearer ${text}` });

/** All that a caller gets to see, but for what names its own request. */
async function seen(
  app: App,
  key: { text: string },
  method: string,
  path: string,
  body: object | null,
  own: string[],
): Promise<string> {
  const response = await app.request(path, {
    method,
    headers: {
      ...bearer(key),
      accept: 'application/json, text/event-stream',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status).toBeGreaterThanOrEqual(200);
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
  const text = JSON.stringify([response.status, headers, await response.text()]);
  return own
    .reduce((masked, word) => masked.replaceAll(word, 'OWN'), text)
    .replace(/urn:aisle:request:[\w-]+/, '');
}

/** A service in which the rival's shop has a conversation, with an answer whose stream has just ended. */
async function makeSharedService(): Promise<{ app: App; answerId: string }> {
  const documents = makeFakeService({ stores: ['rival'] }).deps.findDocument;
  const { app } = makeStrictService({
    findDocument: documents,
    // As the database does: an answer is of one store.
    saveFeedback: async ({ store, answerId }) => store === 'rival' && answerId === 'ans_1',
  });
  const asked = await app.request('/answer', {
    method: 'POST',
    headers: { ...bearer(rivalKey), 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ question: 'Is it there?', conversationId: CONVERSATION }),
  });
  const chat = await app.request('/chat', {
    method: 'POST',
    headers: { ...bearer(rivalKey), 'content-type': 'application/json' },
    body: JSON.stringify({
      conversationId: CONVERSATION,
      messages: [{ role: 'user', parts: [{ type: 'text', text: 'Is it there?' }] }],
    }),
  });
  await chat.text();
  const [, answerId = ''] = /"id":"(ans_\w+)"/.exec(await asked.text()) ?? [];
  return { app, answerId };
}

const cases: [
  what: string,
  method: string,
  path: (id: string) => string,
  ids: [foreign: string, unknown: string],
  body?: (id: string) => object,
][] = [
  ['a document', 'GET', (id) => `/documents/${id}`, ['doc_returns', 'doc_nowhere']],
  ['a conversation', 'GET', (id) => `/conversations/${id}`, [CONVERSATION, UNKNOWN]],
  ['a conversation to delete', 'DELETE', (id) => `/conversations/${id}`, [CONVERSATION, UNKNOWN]],
  ['the stream of an answer', 'GET', (id) => `/answer/${id}/events`, ['ans_1', 'ans_9']],
  ['the stream of a conversation', 'GET', (id) => `/chat/${id}/stream`, [CONVERSATION, UNKNOWN]],
  ['a model', 'GET', (id) => `/v1/models/${id}`, ['rival', 'nowhere']],
  ['an answer to rate', 'POST', () => '/feedback', ['ans_1', 'ans_9'], (id) => ({ answerId: id, rating: 1 })],
  ['a store to ask', 'POST', () => '/answer', ['rival', 'nowhere'], (store) => ({ question: 'q', store })],
  ['a store of a document', 'GET', (id) => `/documents/doc_returns?store=${id}`, ['rival', 'nowhere']],
  [
    'a store of a conversation',
    'GET',
    (id) => `/conversations/${CONVERSATION}?store=${id}`,
    ['rival', 'nowhere'],
  ],
  [
    'a store of a tool',
    'POST',
    () => '/mcp',
    ['rival', 'nowhere'],
    (store) => ({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'search_policies', arguments: { query: 'returns', store } },
    }),
  ],
  [
    'a store of a completion',
    'POST',
    () => '/v1/chat/completions',
    ['rival', 'nowhere'],
    (model) => ({ model, messages: [{ role: 'user', content: 'q' }] }),
  ],
  [
    'a store of a handoff',
    'POST',
    () => '/handoff',
    ['rival', 'nowhere'],
    (store) => ({ contact: 'a@b.example', message: 'm', store }),
  ],
];

test.each(cases)(
  "another shop's %s is told like one that is not there, to the byte",
  async (_what, method, path, ids, body) => {
    const { app, answerId } = await makeSharedService();
    const [foreign, unknown] = ids.map((id) => (id === 'ans_1' ? answerId : id));
    if (foreign === undefined || unknown === undefined) throw new Error('two ids are needed');
    const ask = (key: { text: string }, id: string) =>
      seen(app, key, method, path(id), body?.(id) ?? null, [id]);
    expect(await ask(shopKey, foreign)).toBe(await ask(shopKey, unknown));
    // Otherwise nothing is there at all, and nothing was hidden.
    expect(await ask(rivalKey, foreign)).not.toBe(await ask(rivalKey, unknown));
  },
);

test('lists name no other shop', async () => {
  const { app } = await makeSharedService();
  for (const path of ['/stores', '/v1/models']) {
    const text = await (await app.request(path, { headers: bearer(shopKey) })).text();
    expect(text).toContain('shop');
    expect(text).not.toContain('rival');
  }
});

test("a question in another shop's conversation learns nothing of it", async () => {
  const { app } = await makeSharedService();
  const ask = async (conversationId: string) =>
    seen(app, shopKey, 'POST', '/answer', { question: 'And that?', conversationId }, [conversationId]);
  const mask = (text: string) => text.replace(/ans_\d+|\(\d+\)/g, '');
  expect(mask(await ask(CONVERSATION))).toBe(mask(await ask(UNKNOWN)));
});
