import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeApp } from './app.ts';
import { makeFakeService } from './mock/fake-service.ts';
import { problemSchema } from './problem.ts';
import type { ServiceDeps } from './service-deps.ts';

function makeTestApp(changes: Partial<ServiceDeps> = {}, stores?: string[]) {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const { deps, record } = makeFakeService(stores && { stores });
  const app = makeApp({ ...deps, logger: pino({ level: 'debug' }, sink), ...changes });
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const postJson = (path: string, body: unknown, headers = {}) => post(path, JSON.stringify(body), headers);
  return { app, record, lines, post, postJson };
}

async function readProblem(pending: Response | Promise<Response>) {
  const response = await pending;
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.instance).toBe(`urn:aisle:request:${response.headers.get('x-request-id')}`);
  const { status, type, detail, errors } = problem;
  return { response, status, kind: type.replace('urn:aisle:problem:', ''), detail, errors };
}

test('answers a question as JSON', async () => {
  const { postJson, record } = makeTestApp();
  const response = await postJson('/answer', { question: ' Can I return a jacket? ' });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: 'answered',
    store: 'sample',
    conversationId: 'cnv_1',
  });
  expect(record.questions).toEqual([{ question: 'Can I return a jacket?', store: 'sample' }]);
});

test.each([
  ['an empty question', { question: '' }, 'question', 'empty text'],
  ['2,001 characters', { question: 'x'.repeat(2001) }, 'question', 'text of 2001 characters'],
  ['a question of the wrong type', { question: ['a'] }, 'question', 'a list of 1'],
  ['no question', {}, 'question', 'nothing'],
  ['a NUL, which no database keeps', { question: 'a\0' }, 'question', 'the text "a\\u0000"'],
  ['a lone surrogate', { question: 'a\ud800' }, 'question', 'the text "a\\ud800"'],
  ['a body that is no object', [1], 'body', 'a list of 1'],
  ['a limit that is no number', { question: 'a', limit: '6' }, 'limit', 'the text "6"'],
])('refuses %s', async (_name, body, path, got) => {
  const { postJson, record } = makeTestApp();
  const problem = await readProblem(postJson('/answer', body));
  expect(problem).toMatchObject({ status: 400, kind: 'invalid-request', errors: [{ path, got }] });
  expect(record.questions).toEqual([]);
});

test('takes a question of exactly 2,000 characters', async () => {
  const { postJson } = makeTestApp();
  expect((await postJson('/answer', { question: 'x'.repeat(2000) })).status).toBe(200);
});

test('lists every mistake of a request at once', async () => {
  const { postJson } = makeTestApp();
  const { errors, detail } = await readProblem(
    postJson('/answer', { question: 1, limit: 0, filters: 'red' }),
  );
  expect(errors?.map(({ path }) => path)).toEqual(['question', 'filters', 'limit']);
  expect(detail).toContain('limit: expected at least 1, got the number 0');
});

test.each([
  ['text that is no JSON', '{"question": ', 'malformed-json', 400],
  ['nothing', '', 'malformed-json', 400],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x00, 0x22]), 'malformed-json', 400],
  ['more than the limit', JSON.stringify({ question: 'x'.repeat(70_000) }), 'body-too-large', 413],
])('refuses a body of %s', async (_name, body, kind, status) => {
  const { post } = makeTestApp();
  expect(await readProblem(post('/answer', body))).toMatchObject({ kind, status });
});

test('bounds a body that does not say its length', async () => {
  const { app } = makeTestApp({ limits: { maxBodyBytes: 100 } });
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(60));
    },
  });
  const init = {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
    duplex: 'half' as const,
  };
  expect(await readProblem(app.request('/answer', init))).toMatchObject({ status: 413 });
  expect(sent).toBeLessThan(6);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
  'refuses the content type %j',
  async (type) => {
    const { post } = makeTestApp();
    const problem = await readProblem(post('/answer', '{"question":"a"}', { 'content-type': type }));
    expect(problem).toMatchObject({ status: 415, kind: 'unsupported-media-type' });
    expect(problem.detail).toContain('Content-Type: application/json');
  },
);

test.each(['application/json; charset=utf-8', 'Application/JSON', 'application/vnd.shop+json'])(
  'takes the content type %j',
  async (type) => {
    const { post } = makeTestApp();
    expect((await post('/answer', '{"question":"a"}', { 'content-type': type })).status).toBe(200);
  },
);

test('an unknown store says how to list the stores', async () => {
  const { postJson } = makeTestApp();
  const problem = await readProblem(postJson('/answer', { question: 'a', store: 'nope' }));
  expect(problem).toMatchObject({ status: 404, kind: 'unknown-store' });
  expect(problem.detail).toContain('GET /stores');
});

test('of several stores one must be named, or configured', async () => {
  const two = makeTestApp({}, ['a', 'b']);
  const problem = await readProblem(two.postJson('/answer', { question: 'q' }));
  expect(problem).toMatchObject({ status: 400, errors: [{ path: 'store' }] });
  const configured = makeTestApp({ defaultStore: 'b' }, ['a', 'b']);
  expect(await (await configured.postJson('/answer', { question: 'q' })).json()).toMatchObject({
    store: 'b',
  });
});

test('an unknown address is a problem, a wrong method one with Allow', async () => {
  const { app } = makeTestApp();
  expect(await readProblem(app.request('/nope'))).toMatchObject({ status: 404, kind: 'unknown-route' });
  const wrong = [
    ['/answer', 'GET', 'POST'],
    ['/documents/d', 'DELETE', 'GET, HEAD'],
    ['/', 'POST', 'GET, HEAD'],
    ['/health', 'PUT', 'GET, HEAD'],
    ['/openapi.json', 'POST', 'GET, HEAD'],
  ] as const;
  for (const [path, method, allow] of wrong) {
    const { response, status } = await readProblem(app.request(path, { method }));
    expect([path, status, response.headers.get('allow')]).toEqual([path, 405, allow]);
  }
});

test('a document comes with its text; one of another store does not exist', async () => {
  const { app } = makeTestApp();
  expect(await (await app.request('/documents/doc_returns?store=sample')).json()).toMatchObject({
    id: 'doc_returns',
    text: expect.stringContaining("can't accept"),
  });
  const cases = [
    ['/documents/doc_other', 'unknown-document'],
    ['/documents/doc_returns?store=other', 'unknown-store'],
  ] as const;
  for (const [path, kind] of cases) {
    expect(await readProblem(app.request(path))).toMatchObject({ status: 404, kind });
  }
});

test('feedback finds its answer without the store being named', async () => {
  const { postJson, record } = makeTestApp({}, ['a', 'b']);
  const response = await postJson('/feedback', { answerId: 'ans_1', rating: 'up', comment: 'good' });
  expect(response.status).toBe(200);
  expect(record.feedback).toEqual([{ answerId: 'ans_1', rating: 'up', comment: 'good', store: 'a' }]);
  const unknown = await readProblem(postJson('/feedback', { answerId: 'x', rating: 5 }));
  expect(unknown).toMatchObject({ status: 404, kind: 'unknown-answer' });
});

test.each([0, 6, 2.5, 'meh', null])('feedback refuses the rating %j', async (rating) => {
  const { postJson } = makeTestApp();
  const problem = await readProblem(postJson('/feedback', { answerId: 'ans_1', rating }));
  expect(problem).toMatchObject({ status: 400, errors: [{ path: 'rating' }] });
});

test('a handoff is kept and acknowledged', async () => {
  const { postJson, record } = makeTestApp();
  const response = await postJson('/handoff', { contact: 'a@b.example', message: 'Help' });
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({ id: 'hnd_1', status: 'received' });
  expect(record.handoffs).toEqual([{ contact: 'a@b.example', message: 'Help', store: 'sample' }]);
  expect(await readProblem(postJson('/handoff', { contact: '', message: '' }))).toMatchObject({
    status: 400,
    errors: [{ path: 'contact' }, { path: 'message' }],
  });
});

test('is alive, and ready only when every check passes', async () => {
  expect(await (await makeTestApp().app.request('/health')).json()).toEqual({ status: 'ok' });
  expect((await makeTestApp().app.request('/ready')).status).toBe(200);
  const checks = { database: { ok: true }, model: { ok: false, detail: 'not loaded yet' } };
  const { app } = makeTestApp({ checkReady: async () => ({ ok: false, checks }) });
  const problem = await readProblem(app.request('/ready'));
  expect(problem).toMatchObject({ status: 503, kind: 'not-ready', detail: 'model: not loaded yet' });
});

test('a database that is down is a 503 everywhere, without its words', async () => {
  const down = async () => {
    throw Object.assign(new Error('connect to db.internal'), { code: 'ECONNREFUSED' });
  };
  const { app, postJson } = makeTestApp({ listStores: down, checkReady: down });
  for (const pending of [
    postJson('/answer', { question: 'a' }),
    app.request('/ready'),
    app.request('/stores'),
  ]) {
    const { response, status, kind, detail } = await readProblem(pending);
    expect({ status, kind }).toEqual({ status: 503, kind: 'database-unavailable' });
    expect(detail).not.toContain('db.internal');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

test('an unknown error is a 500 with the request id; its stack is in the log alone', async () => {
  const answer = async () => {
    throw new Error('SELECT secret');
  };
  const { postJson, lines } = makeTestApp({ answer });
  const { detail, kind } = await readProblem(
    postJson('/answer', { question: 'a' }, { 'x-request-id': 'trace-1' }),
  );
  expect(kind).toBe('internal');
  expect(detail).toContain('trace-1');
  expect(detail).not.toContain('secret');
  const logged = lines.map((line) => JSON.parse(line)).find(({ level }) => level === 50);
  expect(logged).toMatchObject({
    requestId: 'trace-1',
    error: { stack: expect.stringContaining('SELECT secret') },
  });
});

test('an answer that takes too long is a 504, even from a pipeline that ignores its signal', async () => {
  const { postJson } = makeTestApp({ answer: () => new Promise(() => {}), limits: { answerTimeoutMs: 20 } });
  expect(await readProblem(postJson('/answer', { question: 'a' }))).toMatchObject({
    status: 504,
    kind: 'timeout',
  });
});

test('logs each request without what was asked', async () => {
  const { app, postJson, lines } = makeTestApp();
  await postJson('/answer', { question: 'my private question' });
  await app.request('/documents/doc_returns?store=sample&note=private');
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries).toMatchObject([
    { method: 'POST', path: '/answer', status: 200, store: 'sample', answerStatus: 'answered' },
    { method: 'GET', path: '/documents/doc_returns', status: 200, store: 'sample' },
  ]);
  expect(entries.every(({ ms, requestId }) => typeof ms === 'number' && typeof requestId === 'string')).toBe(
    true,
  );
  expect(lines.join('')).not.toContain('private');
});

test('the OpenAPI document is 3.1 and names every route and its problems', async () => {
  const { app } = makeTestApp();
  const document = await (await app.request('/openapi.json')).json();
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).sort()).toEqual(
    [
      '/answer',
      '/answer/{id}/events',
      '/v1/models/{id}',
      '/v1/models',
      '/v1/chat/completions',
      '/chat/{id}/stream',
      '/chat',
      '/conversations/{id}',
      '/documents/{id}',
      '/feedback',
      '/handoff',
      '/handoff/{id}',
      '/handoff/{id}/status',
      '/health',
      '/mcp',
      '/metrics',
      '/ready',
      '/stores',
    ].sort(),
  );
  const { post } = document.paths['/answer'];
  expect(Object.keys(post.responses)).toEqual(
    expect.arrayContaining(['200', '400', '404', '413', '415', '503']),
  );
  expect(Object.keys(post.responses['200'].content)).toEqual(['application/json', 'text/event-stream']);
  const { Citation, AnswerRequest } = document.components.schemas;
  expect(Citation.required).toContain('quote');
  expect(AnswerRequest.properties.question).toMatchObject({ minLength: 1, maxLength: 2000 });
});

test('every response carries the security headers and its request id', async () => {
  const { app, post } = makeTestApp();
  for (const response of [await app.request('/'), await app.request('/nope'), await post('/answer', '')]) {
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors');
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  }
});
