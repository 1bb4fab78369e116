import { execFile } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testGate, testKey } from '../access/gate.fixture.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { ProblemError } from '../problem.ts';
import { readRecorded, replayRecorded } from '../wire/recorded/recorded-conversation.ts';
import { servePipeline } from '../wire/serve-pipeline.fixture.ts';
import type { StreamedEvent } from '../wire/wire-format.ts';
import { AisleProblem } from './aisle-problem.ts';
import { makeClient } from './make-client.ts';

const conversations = readRecorded();
const recorded = replayRecorded(conversations);
const questions = conversations.flatMap(({ turns }) => turns.map(({ question }) => question));
const question = questions[0] ?? '';

async function collect(events: AsyncIterable<StreamedEvent>): Promise<StreamedEvent[]> {
  const all: StreamedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const textOf = (events: StreamedEvent[]) =>
  events.map((event) => (event.type === 'delta' ? event.text : '')).join('');

test('streams what it gives whole: the same text, citations and products', async () => {
  const { url } = await servePipeline({ answer: recorded });
  const client = makeClient({ baseUrl: url });
  for (const each of questions) {
    const whole = await client.answer({ question: each });
    const events = await collect(client.streamAnswer({ question: each }));
    expect(events[0]?.type).toBe('start');
    expect(textOf(events)).toBe(whole.answer);
    expect(events.flatMap((event) => (event.type === 'citation' ? [event.citation.id] : []))).toEqual(
      whole.citations.map(({ id }) => id),
    );
    expect(events.flatMap((event) => (event.type === 'products' ? event.products : []))).toEqual(
      whole.products,
    );
    expect(events.at(-1)).toEqual({ type: 'done', response: whole });
  }
});

test('does what else the service does', async () => {
  const { url, record } = await servePipeline();
  const client = makeClient({ baseUrl: `${url}/` });
  expect((await client.stores()).default).toBe('sample');
  const { id, conversationId, citations, store } = await client.answer({ question: 'Can I return it?' });
  for (const { documentId, start, end, quote } of citations) {
    const { text } = await client.document(documentId, { store });
    expect(text.slice(start, end)).toBe(quote);
  }
  expect(await client.feedback({ answerId: id, rating: 'up', store })).toEqual({
    answerId: id,
    status: 'received',
  });
  const receipt = await client.handoff({ contact: 'ana@shop.example', message: 'Please call.', store });
  expect(receipt.status).toBe('received');
  expect([record.feedback.length, record.handoffs.length]).toEqual([1, 1]);
  expect((await client.conversation(conversationId, { limit: 1 })).turns).toHaveLength(1);
  expect((await client.deleteConversation(conversationId)).id).toBe(conversationId);
  await expect(client.conversation(conversationId)).rejects.toMatchObject({ kind: 'unknown-conversation' });
});

test('says why it was refused', async () => {
  const secret = testKey('secret');
  const { url } = await servePipeline({ gate: testGate([secret]) });
  const refusedBy = (client: ReturnType<typeof makeClient>, body = { question }) =>
    client.answer(body).then(
      () => null,
      (error: unknown) => error,
    );
  expect(await refusedBy(makeClient({ baseUrl: url }))).toMatchObject({ kind: 'unauthorized' });
  const client = makeClient({ baseUrl: url, key: secret.text });
  expect(await refusedBy(client, { question: '' })).toMatchObject({
    kind: 'invalid-request',
    problem: { status: 400, errors: [{ path: 'question' }] },
  });
  await expect(collect(client.streamAnswer({ question: '' }))).rejects.toBeInstanceOf(AisleProblem);
  await expect(client.document('../metrics')).rejects.toMatchObject({ kind: 'unknown-document' });
  expect(() => makeClient({ baseUrl: 'shop' })).toThrow(TypeError);
});

test('a stream that fails says so after what was said', async () => {
  const answer: AnswerQuestion = async (_request, { onEvent }) => {
    await onEvent?.({ type: 'delta', text: 'Some' });
    throw new ProblemError('model-unavailable', { detail: 'It is down.' });
  };
  const { url } = await servePipeline({ answer });
  const seen: string[] = [];
  const reading = async () => {
    for await (const event of makeClient({ baseUrl: url }).streamAnswer({ question })) seen.push(event.type);
  };
  await expect(reading()).rejects.toMatchObject({ kind: 'model-unavailable' });
  expect(seen).toEqual(['delta']);
});

test('leaving the loop stops the work', async () => {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const answer: AnswerQuestion = async (_request, { signal, onEvent }) => {
    signal.addEventListener('abort', () => stop());
    await onEvent?.({ type: 'delta', text: 'x' });
    return new Promise(() => {});
  };
  const { url } = await servePipeline({ answer, limits: { resumeGraceMs: 5 } });
  for await (const _ of makeClient({ baseUrl: url }).streamAnswer({ question })) break;
  await stopped;
});

/** A service that cuts its streams as it is told, and goes on with them as the real one does. */
async function serveCut(send: (response: ServerResponse, lastId: string | undefined) => void) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const lastId = request.headers['last-event-id']?.toString();
    asked.push(lastId);
    response.setHeader('content-type', 'text/event-stream');
    request.resume().on('end', () => send(response, lastId));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    asked,
    client: makeClient({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  };
}

describe('a connection that is lost', () => {
  const delta = (id: number) => `id: ans_1/${id}\nevent: delta\ndata: {"text":"${id} "}\n\n`;

  test('is taken up after the last event that has arrived whole', async () => {
    const { asked, client } = await serveCut((response, lastId) => {
      const from = Number(lastId?.split('/')[1] ?? 0) + 1;
      if (from < 5)
        response.write(`${delta(from)}${delta(from + 1)}id: ans_1/9\nevent: del`, () => response.destroy());
      else
        response.end(
          `${delta(5)}id: ans_1/6\nevent: news\ndata: {}\n\nevent: done\ndata: {"id":"ans_1"}\n\n`,
        );
    });
    const events = await collect(client.streamAnswer({ question }));
    expect(textOf(events)).toBe('1 2 3 4 5 ');
    expect(events.at(-1)).toEqual({ type: 'done', response: { id: 'ans_1' } });
    expect(asked).toEqual([undefined, 'ans_1/2', 'ans_1/4']);
  });

  test('again and again is given up', async () => {
    const { asked, client } = await serveCut((response, lastId) => {
      if (lastId === undefined) response.write(delta(1), () => response.destroy());
      else response.destroy();
    });
    await expect(collect(client.streamAnswer({ question }))).rejects.toThrow();
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(8);
  });

  test('before its first event is not asked for twice', async () => {
    const { asked, client } = await serveCut((response) => response.end(': nothing\n\n'));
    await expect(collect(client.streamAnswer({ question }))).rejects.toThrow();
    expect(asked).toEqual([undefined]);
  });
});

test('the example shows an answer whose quotes it has checked', async () => {
  const { url, record } = await servePipeline();
  const example = fileURLToPath(new URL('example.ts', import.meta.url));
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [example, url, 'Can I return a worn jacket?']);
  expect(stdout).toContain("Worn items can't be returned [1].");
  expect(stdout).toContain("[1] “We can't accept items that have been worn.” (checked)");
  expect(record.feedback).toHaveLength(1);
});
