import OpenAI from 'openai';
import { afterEach, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../listen.ts';
import { problemSchema } from '../problem.ts';
import { askedFormats } from '../wire/recorded/formats.fixture.ts';
import { makeTestChat } from '../wire/ui-stream/test-chat.fixture.ts';
import { answerOf, ask, makeTestApp, post } from './mock-app.fixture.ts';

const servers: Listening[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close(0);
});

async function serveMock(): Promise<string> {
  const server = await listen(makeTestApp().app, 0, '127.0.0.1');
  servers.push(server);
  return server.url;
}

const refused = new Set(['error', 'rate-limited', 'unauthorized']);

describe('a scenario', () => {
  test.each(['answered', 'clarify', 'abstained', 'handoff'])('%s is there', async (status) => {
    const { app, scenarios } = makeTestApp();
    const shown = await Promise.all(
      scenarios
        .filter(({ name }) => !refused.has(name) && name !== 'error-in-stream')
        .map(async ({ name }) => (await answerOf(await ask(app, `#${name}`))).status),
    );
    expect(shown).toContain(status);
  });

  test('is chosen alike by its question, its name and the header', async () => {
    const { app, scenarios } = makeTestApp();
    for (const { name, questions } of scenarios) {
      if (refused.has(name)) continue;
      const asked = await (await ask(app, questions[0])).json();
      const named = await (await ask(app, `Is it? #${name}`)).json();
      const chosen = await (await ask(app, 'Is it?', {}, { 'x-mock-scenario': name })).json();
      expect([name, named.answer, chosen.answer]).toEqual([name, asked.answer, asked.answer]);
    }
  });

  test('of several questions goes on through a conversation, however it is chosen', async () => {
    const { app } = makeTestApp({ fixed: false });
    const questions = ['Do you ship to Spain?', 'How long does that take?', 'And to Mexico?'];
    const said: string[][] = [];
    for (const headers of [{}, { 'x-mock-scenario': 'follow-up' }] as const) {
      let conversationId: string | undefined;
      const answers: string[] = [];
      for (const question of questions) {
        const words = 'x-mock-scenario' in headers ? 'Go on' : question;
        const answer = await answerOf(
          await ask(app, words, conversationId ? { conversationId } : {}, headers),
        );
        conversationId = answer.conversationId;
        answers.push(answer.answer);
      }
      said.push(answers);
      const kept = await (await app.request(`/conversations/${conversationId}`)).json();
      expect(kept.turns.map(({ answer }: { answer: string }) => answer)).toEqual(answers);
    }
    expect(said[0]).toEqual(said[1]);
    expect(new Set(said[0]).size).toBe(3);
  });

  test('that does not exist is told, with those that do', async () => {
    const response = await ask(makeTestApp().app, 'Is it?', {}, { 'x-mock-scenario': 'nonsense' });
    expect(response.status).toBe(400);
    expect(problemSchema.parse(await response.json()).detail).toMatch(/"nonsense".*rate-limited/);
  });

  test('quotes what its documents say', async () => {
    const { app, scenarios } = makeTestApp();
    let quotes = 0;
    for (const { name } of scenarios) {
      // What is hostile quotes markup that no page has.
      if (refused.has(name) || name === 'hostile' || name === 'error-in-stream') continue;
      const { answer, parts, citations } = await answerOf(await ask(app, `#${name}`));
      for (const { documentId, start, end, quote, answerSpans, id } of citations) {
        const response = await app.request(`/documents/${documentId}`);
        expect((await response.json()).text.slice(start, end)).toBe(quote);
        for (const span of answerSpans) {
          const text = answer.slice(span.start, span.end);
          expect(parts.some((part) => part.citations.includes(id) && part.text.includes(text))).toBe(true);
        }
        quotes += 1;
      }
    }
    expect(quotes).toBeGreaterThan(20);
  });
});

describe('every format', () => {
  test.each(askedFormats)('$name has the same text and sources', async ({ ask }) => {
    const url = await serveMock();
    for (const { name } of makeTestApp().scenarios) {
      if (refused.has(name) || name === 'error-in-stream') continue;
      const json = await askedFormats[0]?.ask(url, `#${name}`, 'shop');
      expect(await ask(url, `#${name}`, 'shop')).toEqual(json);
    }
  });

  test.each([
    ['error', 503, 'retry-after'],
    ['rate-limited', 429, 'ratelimit'],
    ['unauthorized', 401, 'www-authenticate'],
  ])('%s is %i before the stream', async (name, status, header) => {
    const requests = [
      ['/answer', { question: 'q' }, {}],
      ['/answer', { question: 'q' }, { accept: 'text/event-stream' }],
      ['/chat', { messages: [{ role: 'user', parts: [{ type: 'text', text: 'q' }] }] }, {}],
      ['/v1/chat/completions', { model: 'shop', messages: [{ role: 'user', content: 'q' }] }, {}],
      [
        '/v1/chat/completions',
        { model: 'shop', stream: true, messages: [{ role: 'user', content: 'q' }] },
        {},
      ],
    ] as const;
    for (const [path, body, headers] of requests) {
      const chosen = await post(makeTestApp().app, path, body, { ...headers, 'x-mock-scenario': name });
      const words = JSON.stringify(body).replace('"q"', `"#${name}"`);
      const asked = await post(makeTestApp().app, path, JSON.parse(words), headers);
      for (const response of [chosen, asked]) {
        expect([path, response.status]).toEqual([path, status]);
        expect(response.headers.get(header)).toBeTruthy();
        const problem = await response.json();
        expect(path.startsWith('/v1') ? problem.error.message : problem.detail).toBeTruthy();
        expect(JSON.stringify(problem)).not.toContain('secret');
      }
    }
  });

  test('refusals and failures reach the clients of MCP', async () => {
    const { app } = makeTestApp();
    const call = (question: string, headers: Record<string, string> = {}) =>
      post(
        app,
        '/mcp',
        {
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'answer', arguments: { question } },
        },
        { accept: 'application/json, text/event-stream', origin: 'https://shop.example', ...headers },
      );
    for (const [name, status] of [
      ['rate-limited', 429],
      ['unauthorized', 401],
    ] as const) {
      expect((await call('q', { 'x-mock-scenario': name })).status).toBe(status);
      expect(await (await call(`#${name}`)).text()).toMatch(/"isError":true/);
    }
    for (const question of ['fail', 'late']) {
      const text = await (await call(question)).text();
      expect(text).toMatch(/"isError":true/);
      expect(text).not.toContain('secret');
    }
    expect(await (await call('Is it?')).text()).toContain('returned');
  });

  test('an error in the stream reaches the clients of each', async () => {
    const url = await serveMock();
    const events = await fetch(`${url}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ question: 'late' }),
    });
    expect(await events.text()).toMatch(/event: delta[\s\S]*event: error\ndata: \{"type"/);
    const chat = makeTestChat(url, { store: 'shop' });
    await chat.sendMessage({ text: 'late' });
    expect(chat.error?.message).toMatch(/unexpected error/);
    const openai = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'pk_any', maxRetries: 0 });
    const messages = [{ role: 'user' as const, content: 'late' }];
    const stream = openai.chat.completions.stream({ model: 'shop', messages });
    await expect(stream.finalChatCompletion()).rejects.toThrow(/unexpected error/);
  });

  test('an error is mended by asking again', async () => {
    const { app } = makeTestApp();
    const statuses = [];
    for (const _ of [1, 2, 3]) statuses.push((await ask(app, 'Does it fail?')).status);
    expect(statuses).toEqual([503, 200, 503]);
  });
});

describe('a page of another origin', () => {
  test('may ask with any key and header, and read what comes', async () => {
    const { app } = makeTestApp();
    const preflight = await app.request('/answer', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-mock-scenario',
        'access-control-request-private-network': 'true',
      },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-private-network')]).toEqual([
      204,
      'true',
    ]);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-mock-scenario');
    for (const name of ['answered', 'rate-limited']) {
      const headers = {
        origin: 'https://shop.example',
        authorization: 'Bearer pk_any',
        'x-mock-scenario': name,
      };
      const response = await ask(app, 'Is it?', {}, headers);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
    }
  });

  test('finds the chat page, its files and the list of scenarios', async () => {
    const { app, scenarios } = makeTestApp();
    expect(await (await app.request('/')).text()).toContain('src="page/chat.js"');
    const described = await (await app.request('/mock')).json();
    expect(described.scenarios.map(({ name }: { name: string }) => name)).toEqual(
      scenarios.map(({ name }) => name),
    );
    const page = await app.request('/mock', { headers: { accept: 'text/html,*/*' } });
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await page.text()).toContain('<code>rate-limited</code>');
  });

  test('every command that the list tells works', async () => {
    const { app } = makeTestApp();
    const { formats } = await (await app.request('/mock')).json();
    expect(formats).toHaveLength(askedFormats.length);
    for (const { curl } of formats as { curl: string }[]) {
      const [, url = ''] = /(http:\S+)/.exec(curl) ?? [];
      const [, body = ''] = /-d '(.*)'$/.exec(curl) ?? [];
      const [, accept = '*/*'] = /'accept: ([^']*)'/.exec(curl) ?? [];
      const response = await post(app, new URL(url).pathname, JSON.parse(body), { accept });
      expect(response.status).toBe(200);
      // Streams say it a word at a time.
      expect(await response.text()).toContain('returned');
    }
  });
});

test('with --fixed two mocks say the same, ids and times included', async () => {
  const all = async () => {
    const { app, scenarios } = makeTestApp();
    const bodies: string[] = [];
    for (const { name } of scenarios)
      bodies.push(await (await ask(app, `#${name}`, {}, { accept: 'text/event-stream' })).text());
    bodies.push(await (await app.request('/conversations/cnv_1')).text());
    return bodies;
  };
  expect(await all()).toEqual(await all());
  const { id } = await answerOf(await ask(makeTestApp({ fixed: false }).app, 'Is it?'));
  expect(id).toMatch(/^ans_[\w-]{22}$/);
});
