import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import type { ServiceDeps } from '../service-deps.ts';

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function makeTestApp(changes: Partial<ServiceDeps> = {}) {
  const { deps, record } = makeFakeService();
  const app = makeApp({ ...deps, logger: pino({ level: 'silent' }), ...changes });
  const init = (question: string, accept = 'text/event-stream'): RequestInit => ({
    method: 'POST',
    body: JSON.stringify({ question }),
    headers: { 'content-type': 'application/json', accept },
  });
  const stream = (question: string) => app.request('/answer', init(question));
  return { app, record, init, stream };
}

async function listen(app: ReturnType<typeof makeApp>) {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  if (!server.listening) await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function parse(body: string) {
  return body
    .split('\n\n')
    .filter((block) => !block.startsWith(':') && block !== '')
    .map((block) => {
      const [, id, name, data] = /^(?:id: (.*)\n)?event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      return { id, name, data: JSON.parse(data ?? 'null') };
    });
}

test('streams start, deltas, citations, products and the whole response', async () => {
  const { stream } = makeTestApp();
  const response = await stream('Can I return a worn jacket?');
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
  const events = parse(await response.text());
  const names = events.map(({ name }) => name).filter((name, at, all) => name !== all[at - 1]);
  expect(names).toEqual(['start', 'delta', 'citation', 'products', 'done']);
  const done = events.at(-1)?.data;
  const deltas = events.filter(({ name }) => name === 'delta').map(({ data }) => data.text);
  expect(deltas.join('')).toBe(done.answer);
  expect(events.filter(({ name }) => name === 'citation').map(({ data }) => data)).toEqual(done.citations);
  expect(events.map(({ id }) => Number.parseInt(id?.split('/')[1] ?? '', 10))).toEqual(
    events.map((_, at) => at + 1),
  );
  expect(events[0]?.data).toEqual({ id: done.id, conversationId: 'cnv_1', store: 'sample', locale: 'en' });
});

test('fails with an ordinary problem as long as nothing has been streamed', async () => {
  const { stream } = makeTestApp();
  const response = await stream('fail');
  expect(response.status).toBe(503);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});

test('a bad request is an ordinary problem too', async () => {
  const { stream } = makeTestApp();
  expect((await stream('')).status).toBe(400);
});

test('a later failure is an error event that keeps its words to itself', async () => {
  const { stream } = makeTestApp();
  const response = await stream('late');
  const body = await response.text();
  const last = parse(body).at(-1);
  expect(last).toMatchObject({ name: 'error', data: { type: 'urn:aisle:problem:internal', status: 500 } });
  expect(body).not.toContain('secret');
  expect(last?.data.instance).toBe(`urn:aisle:request:${response.headers.get('x-request-id')}`);
});

test('a silent stream sends heartbeats, also before its first event', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { deps } = makeFakeService();
  const answer: AnswerQuestion = async (request, options) => {
    await gate;
    return deps.answer(request, options);
  };
  const { stream } = makeTestApp({ answer, limits: { heartbeatMs: 5 } });
  const response = await stream('q');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe(': keep-alive\n\n');
  expect((await reader?.read())?.value).toBe(': keep-alive\n\n');
  open();
  let rest = '';
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) rest += step.value;
  expect(parse(rest).at(-1)?.name).toBe('done');
});

test('an answer that is too slow ends in a timeout problem', async () => {
  const { stream } = makeTestApp({ limits: { answerTimeoutMs: 30 } });
  const events = parse(await (await stream('slow')).text());
  expect(events.at(-1)).toMatchObject({ name: 'error', data: { status: 504 } });
});

test.each(['text/event-stream', 'application/json'])(
  'a client that goes away stops the work: %s',
  async (accept) => {
    const { promise: started, resolve: start } = Promise.withResolvers<void>();
    const { promise: stopped, resolve: stop } = Promise.withResolvers<unknown>();
    const answer: AnswerQuestion = (_request, { signal, onEvent }) => {
      void onEvent?.({ type: 'start', id: 'ans_1', conversationId: 'cnv_1', store: 'sample', locale: 'en' });
      signal.addEventListener('abort', () => stop(signal.reason));
      start();
      return new Promise(() => {});
    };
    const { app, init } = makeTestApp({ answer, limits: { resumeGraceMs: 10 } });
    const origin = await listen(app);
    const client = new AbortController();
    const request = fetch(`${origin}/answer`, { ...init('q', accept), signal: client.signal }).catch(
      () => null,
    );
    await started;
    if (accept === 'text/event-stream') await request;
    client.abort();
    expect(await stopped).toBeDefined();
  },
);

test('over a real connection the first words arrive before the answer is finished', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { deps } = makeFakeService();
  const answer: AnswerQuestion = async (request, options) => {
    await options.onEvent?.({ type: 'delta', text: 'first' });
    await gate;
    return deps.answer(request, { signal: options.signal });
  };
  const { app, init } = makeTestApp({ answer });
  const response = await fetch(`${await listen(app)}/answer`, init('q'));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('first');
  open();
  await reader?.cancel();
});
