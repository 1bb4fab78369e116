import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AnswerQuestion } from './answer-question.ts';
import { makeApp } from './app.ts';
import { makeDrain } from './drain.ts';
import { listen } from './listen.ts';
import { makeFakeService } from './mock/fake-service.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A service whose answers end when `gate` opens. */
async function serve() {
  const { deps } = makeFakeService();
  const gate = Promise.withResolvers<void>();
  const answer: AnswerQuestion = async (request, options) => {
    await options.onEvent?.({
      type: 'start',
      id: 'ans_1',
      conversationId: 'cnv_1',
      store: 'sample',
      locale: 'en',
    });
    await gate.promise;
    return deps.answer(request, { signal: options.signal });
  };
  const drain = makeDrain();
  const server = await listen(
    makeApp({ ...deps, answer, drain, logger: pino({ level: 'silent' }) }),
    0,
    '127.0.0.1',
  );
  closers.push(() => server.close(0));
  const get = (path: string) => fetch(server.url + path);
  const ask = (accept: string) =>
    fetch(`${server.url}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ question: 'q' }),
    });
  const refused = () =>
    vi.waitFor(async () => expect((await get('/stores')).status).toBe(503), { timeout: 20_000 });
  return { drain, server, get, ask, refused, open: () => gate.resolve() };
}

describe('a service that is stopped', () => {
  it('is not ready at once, and answers what is sent all the same', async () => {
    const { drain, get } = await serve();
    expect((await get('/ready')).status).toBe(200);
    const over = new AbortController();
    closers.push(() => over.abort());
    const done = drain.run({ noticeMs: 500, graceMs: 0 });
    const [ready, stores, health] = await Promise.all(['/ready', '/stores', '/health'].map(get));
    expect([ready?.status, stores?.status, health?.status]).toEqual([503, 200, 200]);
    expect(await ready?.json()).toMatchObject({ checks: { service: { ok: false } } });
    await done;
    expect(drain.underWay).toBe(0);
  });

  it('then refuses, saying when to come back, while streams and answers under way end', async () => {
    const { drain, get, ask, refused, open } = await serve();
    const stream = await ask('text/event-stream');
    const whole = ask('application/json');
    await vi.waitFor(() => expect(drain.underWay).toBe(2));
    let isOver = false;
    const done = drain.run({ noticeMs: 0, graceMs: 60_000 }).then(() => {
      isOver = true;
    });
    await refused();
    const response = await get('/stores');
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ type: 'urn:aisle:problem:stopping' });
    expect((await get('/health')).status).toBe(200);
    expect(isOver).toBe(false);
    open();
    expect((await whole).status).toBe(200);
    expect(await stream.text()).toContain('event: done');
    await done;
    expect(drain.underWay).toBe(0);
  });

  it('tells those that have not ended within the grace, and lets nothing hang', async () => {
    const { drain, ask, server } = await serve();
    const stream = await ask('text/event-stream');
    const whole = ask('application/json');
    await vi.waitFor(() => expect(drain.underWay).toBe(2));
    await drain.run({ noticeMs: 0, graceMs: 20 });
    const text = await stream.text();
    expect(text).toContain('event: error');
    expect(text).toContain('urn:aisle:problem:stopping');
    expect((await whole).status).toBe(503);
    await server.close(5_000);
    await expect(ask('application/json')).rejects.toThrow();
  });

  it.each([
    ['/answer', { question: 'q' }, /event: error\ndata: \{"type":"urn:aisle:problem:stopping".*\n\n$/],
    [
      '/chat',
      { id: 'c', messages: [{ id: 'm', role: 'user', parts: [{ type: 'text', text: 'q' }] }] },
      /data: \{"type":"error","errorText":".*being stopped.*"\}\n\nid: ans_1\/3\.end\ndata: \[DONE\]\n\n$/,
    ],
    [
      '/v1/chat/completions',
      { model: 'sample', stream: true, messages: [{ role: 'user', content: 'q' }] },
      /data: \{"error":\{"message":".*being stopped.*\n\ndata: \[DONE\]\n\n$/,
    ],
  ])('tells it to a reader of %s in the words of its format', async (path, body, ending) => {
    const { drain, server } = await serve();
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(body),
    });
    await drain.run({ noticeMs: 0, graceMs: 20 });
    expect(await response.text()).toMatch(ending);
  });

  it('ends at once when nothing is under way', async () => {
    const { drain, get } = await serve();
    await get('/stores');
    await drain.run({ noticeMs: 0, graceMs: 3_600_000 });
    await sleep(0);
    expect(drain.ending.aborted).toBe(true);
  });
});
