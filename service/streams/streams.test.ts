import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { type Listening, listen } from '../listen.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import type { ServiceLimits } from '../service-deps.ts';
import type { AnswerStream } from './answer-stream.ts';
import { makeStreams } from './streams.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A fake service on a real port, whose answers go a step on at each call of `step`. */
async function serve(limits: Partial<ServiceLimits> = {}, given?: AnswerQuestion) {
  const { deps, record } = makeFakeService({ stores: ['sample', 'other'] });
  const logger = pino({ level: 'silent' });
  const app = makeApp({ ...deps, ...(given && { answer: given }), defaultStore: 'sample', logger, limits });
  const server: Listening = await listen(app, 0, '127.0.0.1');
  closers.push(() => server.close(0));
  const ask = (question: string, headers: Record<string, string> = {}, more = {}) =>
    fetch(`${server.url}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ question, ...more }),
    });
  return { url: server.url, ask, record };
}

/** An answer of three words, each after its gate opens, that notes how its signal ended. */
function gatedAnswer() {
  const gates = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  const ended = Promise.withResolvers<string>();
  const { deps } = makeFakeService();
  const answer: AnswerQuestion = async (request, { signal, onEvent }) => {
    signal.addEventListener('abort', () => ended.resolve('aborted'), { once: true });
    await onEvent?.({
      type: 'start',
      id: 'ans_1',
      conversationId: 'cnv_1',
      store: request.store,
      locale: 'en',
    });
    for (const [at, gate] of gates.entries()) {
      await Promise.race([gate.promise, once(signal, 'abort')]);
      signal.throwIfAborted();
      await onEvent?.({ type: 'delta', text: `word${at} ` });
    }
    const response = await deps.answer(request, { signal });
    ended.resolve('done');
    return { ...response, id: 'ans_1' };
  };
  return { answer, open: (at: number) => gates[at]?.resolve(), ended: ended.promise };
}

interface Event {
  id: string | undefined;
  name: string | undefined;
}

function readEvents(text: string): Event[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':'))
    .map((block) => ({
      id: /^id: (.*)$/m.exec(block)?.[1],
      name: /^event: (.*)$/m.exec(block)?.[1],
    }));
}

/** Reads until a text has come, then loses the connection. @returns the id of the last event. */
async function readUntil(response: Response, wanted: string): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes(wanted)) {
    const step = await reader?.read();
    if (!step || step.done) throw new Error(`the stream ended before ${wanted}`);
    text += step.value;
  }
  await reader?.cancel();
  return readEvents(text.slice(0, text.lastIndexOf('\n\n') + 2)).at(-1)?.id ?? '';
}

describe('a stream', () => {
  it('sends headers and a first byte although the answer has not begun', async () => {
    const gate = Promise.withResolvers<void>();
    const { deps } = makeFakeService();
    const { ask } = await serve({ firstByteMs: 1 }, async (request, options) => {
      await gate.promise;
      return deps.answer(request, options);
    });
    const response = await ask('q');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': keep-alive\n\n');
    gate.resolve();
    await reader?.cancel();
  });

  it('goes on after the last event that arrived, with the same POST', async () => {
    const { answer, open, ended } = gatedAnswer();
    const { ask } = await serve({}, answer);
    open(0);
    const last = await readUntil(await ask('q'), 'word0');
    expect(last).toBe('ans_1/2.6.0');
    open(1);
    const resumed = await ask('q', { 'last-event-id': last });
    open(2);
    const text = await resumed.text();
    expect(text).not.toContain('word0');
    expect(text).toContain('word1');
    const events = readEvents(text);
    expect(events[0]).toEqual({ id: 'ans_1/3.12.0', name: 'delta' });
    expect(events.at(-1)?.name).toBe('done');
    expect(await ended).toBe('done');
  });

  it('is read again from its beginning by its address, and ends an EventSource that has all of it', async () => {
    const { ask, url } = await serve();
    const first = await (await ask('Can I return a jacket?')).text();
    const again = await fetch(`${url}/answer/ans_1/events?store=sample`);
    expect(again.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await again.text()).toBe(first);
    const last = readEvents(first).at(-1)?.id ?? '';
    const rest = await fetch(`${url}/answer/ans_1/events`, { headers: { 'last-event-id': last } });
    expect([rest.status, await rest.text()]).toEqual([204, '']);
  });

  it('lets an older connection go when a newer one goes on with it', async () => {
    const { answer, open } = gatedAnswer();
    const { ask, url } = await serve({}, answer);
    const old = await ask('q');
    const fresh = await fetch(`${url}/answer/ans_1/events`);
    const ofOld = await old.text();
    for (const at of [0, 1, 2]) open(at);
    expect(readEvents(await fresh.text()).at(-1)?.name).toBe('done');
    expect(ofOld).not.toContain('done');
  });

  it.each([
    ['an id that nobody has', '/answer/ans_9/events', {}, 404, 'unknown-stream'],
    ['another store', '/answer/ans_1/events?store=other', {}, 404, 'unknown-stream'],
    [
      'an event that has not been',
      '/answer/ans_1/events',
      { 'last-event-id': 'ans_1/999' },
      404,
      'unknown-stream',
    ],
    [
      'an event of another answer',
      '/answer/ans_1/events',
      { 'last-event-id': 'ans_2/1' },
      400,
      'invalid-request',
    ],
    ['an id that is none', '/answer/ans_1/events', { 'last-event-id': '7' }, 400, 'invalid-request'],
  ])('is not gone on with at %s', async (_name, path, headers, status, kind) => {
    const { ask, url } = await serve();
    await (await ask('q')).text();
    const response = await fetch(url + path, { headers });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ type: `urn:aisle:problem:${kind}` });
  });

  it('stops the work when nobody has come back within the grace', async () => {
    const { answer, open, ended } = gatedAnswer();
    const { ask } = await serve({ resumeGraceMs: 20 }, answer);
    open(0);
    await readUntil(await ask('q'), 'word0');
    expect(await ended).toBe('aborted');
  });

  it('stops at once what has not begun, as nobody can come back to it', async () => {
    const stopped = Promise.withResolvers<void>();
    const { ask } = await serve({ resumeGraceMs: 3_600_000, firstByteMs: 1 }, (_request, { signal }) => {
      signal.addEventListener('abort', () => stopped.resolve());
      return new Promise(() => {});
    });
    await (await ask('q')).body?.cancel();
    await stopped.promise;
  });

  it('stops the work at once when its shopper asks something else', async () => {
    const { answer, open, ended } = gatedAnswer();
    const { ask } = await serve({ resumeGraceMs: 60_000, firstByteMs: 1 }, answer);
    open(0);
    await readUntil(await ask('q'), 'word0');
    // Until the service has noticed that the connection is gone.
    const other = await vi.waitUntil(
      async () => {
        const response = await ask('another', {}, { conversationId: 'cnv_1' });
        const isOver = await Promise.race([ended.then(() => true), sleep(20, false)]);
        await response.body?.cancel();
        return isOver;
      },
      { timeout: 20_000 },
    );
    expect(other).toBe(true);
    expect(await ended).toBe('aborted');
  });

  it('waits for a slow reader rather than keeping all in memory', async () => {
    let said = 0;
    const { deps } = makeFakeService();
    const { ask } = await serve({}, async (request, { signal, onEvent }) => {
      await onEvent?.({ type: 'start', id: 'ans_1', conversationId: 'cnv_1', store: 'sample', locale: 'en' });
      for (; said < 2_000; said++) await onEvent?.({ type: 'delta', text: 'x'.repeat(10_000) });
      return deps.answer(request, { signal });
    });
    const response = await ask('q');
    await sleep(300);
    const before = said;
    expect(before).toBeLessThan(1_500);
    const text = await response.text();
    expect(said).toBe(2_000);
    expect(text.match(/x{10000}/g)).toHaveLength(2_000);
    // So much is not kept for who comes back later.
    expect(readEvents(text).at(-1)?.name).toBe('done');
  });

  it('is one of 200 at the same time, each with all of its events in order', async () => {
    const { deps } = makeFakeService({ delayMs: 5 });
    let at = 0;
    const { ask } = await serve({}, async (request, options) => {
      const id = `ans_${at++}`;
      return deps.answer(request, {
        ...options,
        onEvent: (event) => options.onEvent?.(event.type === 'start' ? { ...event, id } : event),
      });
    });
    const texts = await Promise.all(
      Array.from({ length: 200 }, async () => (await ask('Can I return a jacket?')).text()),
    );
    const whole = texts.map(readEvents);
    for (const events of whole) {
      expect(events.at(-1)?.name).toBe('done');
      const numbers = events.map(({ id }) => Number.parseInt(id?.split('/')[1] ?? '', 10));
      expect(numbers).toEqual(events.map((_, index) => index + 1));
    }
    expect(new Set(whole.map((events) => events[0]?.id)).size).toBe(200);
  });
});

describe('the streams that can be gone on with', () => {
  const headers = { 'x-format': 'a' };
  const owner = { store: 'shop', keyId: 'key_1', headers };
  const make = (size = 1): AnswerStream & { stopped: unknown[] } => {
    const stopped: unknown[] = [];
    const rest = {
      ids: null,
      ended: false,
      hasReader: false,
      last: 1,
      begun: async () => {},
      open: () => null,
    };
    return { ...rest, size, stopped, stop: (reason) => stopped.push(reason) };
  };
  const ids = (id: string, conversationId = 'cnv_1') => ({ id, conversationId, store: 'shop', locale: 'en' });

  it('are those of the same key, store and format', () => {
    const streams = makeStreams();
    const stream = make();
    streams.add({ stream, ids: ids('ans_1'), keyId: 'key_1', headers });
    expect(streams.find({ answerId: 'ans_1' }, owner)).toBe(stream);
    for (const other of [{ keyId: 'key_2' }, { keyId: null }, { store: 'other' }, { headers: undefined }]) {
      expect(streams.find({ answerId: 'ans_1' }, { ...owner, ...other })).toBeNull();
      expect(streams.find({ conversationId: 'cnv_1' }, { ...owner, ...other })).toBeNull();
    }
  });

  it('are found by their conversation, the newest first, under way or not', () => {
    const streams = makeStreams();
    const [first, second] = [make(), make()];
    streams.add({ stream: first, ids: ids('ans_1'), keyId: 'key_1', headers });
    streams.noteEnd('ans_1');
    expect(streams.find({ conversationId: 'cnv_1' }, owner)).toBe(first);
    streams.add({ stream: second, ids: ids('ans_2'), keyId: 'key_1', headers });
    expect(streams.find({ conversationId: 'cnv_1' }, owner)).toBe(second);
    streams.noteEnd('ans_2');
    expect(streams.find({ conversationId: 'cnv_1' }, owner)).toBe(second);
  });

  it('are kept for a while after their end, so many and so much of them', async () => {
    const streams = makeStreams({ keptMs: 20, mostKept: 2, mostUnits: 100 });
    for (const [at, size] of [1, 1, 1, 99, 500].entries()) {
      streams.add({ stream: make(size), ids: ids(`ans_${at}`), keyId: 'key_1', headers });
      streams.noteEnd(`ans_${at}`);
    }
    const left = () =>
      [0, 1, 2, 3, 4].filter((at) => streams.find({ answerId: `ans_${at}` }, owner) !== null);
    expect(left()).toEqual([2, 3]);
    await vi.waitFor(() => expect(left()).toEqual([]));
  });

  it('are stopped and forgotten with their conversation', () => {
    const streams = makeStreams();
    const [gone, other] = [make(), make()];
    streams.add({ stream: gone, ids: ids('ans_1'), keyId: 'key_1', headers });
    streams.add({ stream: other, ids: ids('ans_2', 'cnv_2'), keyId: 'key_1', headers });
    streams.forget('shop', 'cnv_1');
    expect([gone.stopped.length, other.stopped.length]).toEqual([1, 0]);
    expect(streams.find({ answerId: 'ans_1' }, owner)).toBeNull();
  });
});
