import { DefaultChatTransport, readUIMessageStream, uiMessageChunkSchema } from 'ai';
import { expect, test } from 'vitest';
import type { AnswerQuestion, ResolvedAnswerRequest } from '../answer-question.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { servePipeline } from '../wire/serve-pipeline.fixture.ts';
import { type ChatMessage, makeTestChat, textOf } from '../wire/ui-stream/test-chat.fixture.ts';

const ANSWER = "Worn items can't be returned [1]. Anything else can be sent back within 30 days [2].";

/** The fake's pipeline, with the requests that reach it. */
function listeningPipeline() {
  const requests: ResolvedAnswerRequest[] = [];
  const { deps } = makeFakeService();
  const answer: AnswerQuestion = (request, options) => {
    requests.push(request);
    return deps.answer(request, options);
  };
  return { requests, answer };
}

const userMessage = (text: string) => ({ id: 'm1', role: 'user', parts: [{ type: 'text', text }] });
const post = (url: string, body: unknown) =>
  fetch(`${url}/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const chunksOf = (body: string) =>
  [...body.matchAll(/^data: (\{.*)$/gm)].map(([, data]) => JSON.parse(data ?? ''));

test('a chat of the AI SDK gets text, sources and data', async () => {
  const { url } = await servePipeline();
  const chat = makeTestChat(url);
  await chat.sendMessage({ text: 'Can I return a worn jacket?' });
  expect(chat.error).toBeUndefined();
  expect(chat.status).toBe('ready');
  const message = chat.lastMessage;
  expect(message).toMatchObject({
    id: 'ans_1',
    role: 'assistant',
    metadata: { conversationId: 'cnv_1', store: 'sample', locale: 'en' },
  });
  expect(textOf(message)).toBe(ANSWER);
  const parts = message?.parts ?? [];
  // Both quotes are from one page.
  expect(parts.filter(({ type }) => type === 'source-url')).toEqual([
    {
      type: 'source-url',
      sourceId: 'doc_returns',
      url: 'https://shop.example/returns',
      title: 'Returns and exchanges',
    },
  ]);
  expect(parts.flatMap((part) => (part.type === 'data-citation' ? [part.data.id] : []))).toEqual([1, 2]);
  expect(
    parts.flatMap((part) => (part.type === 'data-products' ? part.data.map(({ sku }) => sku) : [])),
  ).toEqual(['J-1', 'T-1']);
  expect(parts.find((part) => part.type === 'data-answer')?.data).toMatchObject({
    id: 'ans_1',
    conversationId: 'cnv_1',
    status: 'answered',
    suggestions: ['How long do refunds take?'],
  });
});

test.each([
  ['clarify', 'Do you have shoes?', 'data-clarify', { attribute: 'size', options: ['41', '42'] }],
  ['handoff', 'I want a person', 'data-handoff', { reason: 'asked' }],
])('a part tells of %s', async (_name, text, type, data) => {
  const { url } = await servePipeline();
  const chat = makeTestChat(url);
  await chat.sendMessage({ text });
  const part = chat.lastMessage?.parts.find((one) => one.type === type);
  expect(part).toMatchObject({ type, data });
});

// Of each part, beside `type`: clients of several released majors refuse a part with any other key.
const knownKeys: Record<string, string[]> = {
  start: ['messageId', 'messageMetadata'],
  'text-start': ['id'],
  'text-delta': ['id', 'delta'],
  'text-end': ['id'],
  'source-url': ['sourceId', 'url', 'title'],
  finish: ['messageMetadata'],
  error: ['errorText'],
};

test.each([
  ['answered', 'Can I return a worn jacket?', ['source-url', 'finish']],
  ['abstained', 'the moon', ['finish']],
  ['clarify', 'shoes', ['finish']],
  ['handoff', 'person', ['finish']],
  ['from another language', 'Spanish', ['source-url', 'finish']],
  ['failed', 'late', ['error']],
])('every part of an answer passes the client’s own check, in order: %s', async (_name, question, end) => {
  const { url } = await servePipeline();
  const { validate } = uiMessageChunkSchema();
  const body = await (await post(url, { id: 'c', messages: [userMessage(question)] })).text();
  const chunks = chunksOf(body);
  for (const chunk of chunks) {
    expect(await validate?.(chunk)).toMatchObject({ success: true });
    const known = knownKeys[chunk.type] ?? (chunk.type.startsWith('data-') ? ['id', 'data'] : []);
    expect(Object.keys(chunk).filter((key) => key !== 'type' && !known.includes(key))).toEqual([]);
  }
  const order = chunks.map(({ type }) => type).filter((type) => !type.startsWith('data-'));
  expect(order.filter((type, at) => type !== order[at - 1])).toEqual([
    'start',
    'text-start',
    'text-delta',
    'text-end',
    ...end,
  ]);
  expect(body.endsWith('data: [DONE]\n\n')).toBe(true);
  expect(body).not.toContain('event:');
});

test('a data part comes again only where it has changed', async () => {
  const { deps } = makeFakeService();
  const answer: AnswerQuestion = async (request, options) => {
    const response = await deps.answer(request, options);
    const [first, ...others] = response.citations;
    const more = first && { ...first, answerSpans: [...first.answerSpans, { start: 0, end: 5 }] };
    return { ...response, citations: [...(more ? [more] : []), ...others] };
  };
  const { url } = await servePipeline({ answer });
  const body = await (await post(url, { id: 'c', messages: [userMessage('jacket')] })).text();
  const ids = chunksOf(body).flatMap(({ type, id }) => (type.startsWith('data-') ? [id] : []));
  expect(ids).toEqual(['citation-1', 'citation-2', 'products', 'citation-1', 'answer']);
  const chat = makeTestChat(url);
  await chat.sendMessage({ text: 'jacket' });
  const cited = chat.lastMessage?.parts.flatMap((part) => (part.type === 'data-citation' ? [part.data] : []));
  expect(cited?.map(({ id, answerSpans }) => [id, answerSpans.length])).toEqual([
    [1, 2],
    [2, 1],
  ]);
});

test('has the headers of the protocol, and those that keep proxies from holding it back', async () => {
  const { url } = await servePipeline();
  const { headers } = await post(url, { id: 'c', messages: [userMessage('q')] });
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-vercel-ai-ui-message-stream': 'v1',
    'x-accel-buffering': 'no',
  });
});

test('readUIMessageStream shows the message as it grows', async () => {
  const { url } = await servePipeline();
  const transport = new DefaultChatTransport<ChatMessage>({ api: `${url}/chat` });
  const stream = await transport.sendMessages({
    chatId: 'c',
    messages: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text: 'Can I return it?' }] }],
    trigger: 'submit-message',
    messageId: undefined,
    abortSignal: undefined,
  });
  const texts: string[] = [];
  for await (const message of readUIMessageStream<ChatMessage>({ stream })) texts.push(textOf(message));
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.every((text, at) => text.startsWith(texts[at - 1] ?? ''))).toBe(true);
  expect(texts.at(-1)).toBe(ANSWER);
});

test('an error before the stream is a problem, which the client’s error holds', async () => {
  const { url } = await servePipeline();
  const chat = makeTestChat(url);
  await chat.sendMessage({ text: 'fail' });
  expect(chat.status).toBe('error');
  expect(JSON.parse(chat.error?.message ?? '')).toMatchObject({
    type: 'urn:aisle:problem:database-unavailable',
    status: 503,
  });
});

test('an error within the stream is the problem’s detail', async () => {
  const { url } = await servePipeline();
  const chat = makeTestChat(url);
  await chat.sendMessage({ text: 'late' });
  expect(chat.status).toBe('error');
  expect(chat.error?.message).toMatch(/^An unexpected error\. It is in the log under request id /);
});

test('an error after the headers, but before the first event, is one too', async () => {
  const answer: AnswerQuestion = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw Object.assign(new Error('secret'), { kind: 'model-unavailable' });
  };
  const { url } = await servePipeline({ answer, limits: { firstByteMs: 1 } });
  const chat = makeTestChat(url);
  await chat.sendMessage({ text: 'q' });
  expect(chat.error?.message).toMatch(/^The model that writes answers does not answer/);
});

test('stopping the chat keeps what was said and stops the work', async () => {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const answer: AnswerQuestion = async (request, { signal, onEvent }) => {
    signal.addEventListener('abort', () => stop());
    await onEvent?.({
      type: 'start',
      id: 'ans_1',
      conversationId: 'cnv_1',
      store: request.store,
      locale: 'en',
    });
    await onEvent?.({ type: 'delta', text: 'first ' });
    return new Promise(() => {});
  };
  const { url } = await servePipeline({ answer, limits: { resumeGraceMs: 10 } });
  const chat = makeTestChat(url);
  const sent = chat.sendMessage({ text: 'q' });
  while (textOf(chat.lastMessage) !== 'first ') await new Promise((resolve) => setTimeout(resolve, 5));
  await chat.stop();
  await Promise.all([sent, stopped]);
  expect(chat.status).toBe('ready');
  expect(textOf(chat.lastMessage)).toBe('first ');
});

test('fields of the client’s own are left aside, and ours are read from the body', async () => {
  const { requests, answer } = listeningPipeline();
  const { url } = await servePipeline({ answer }, ['sample', 'other']);
  const filters = { maxPrice: 100 };
  const chat = makeTestChat(url, {
    store: 'other',
    locale: 'es',
    market: 'ES',
    filters,
    limit: null,
    conversationId: null,
    model: 'gpt',
    theme: 1,
  });
  await chat.sendMessage({ text: ' q ' });
  expect(requests).toEqual([{ question: 'q', store: 'other', locale: 'es', market: 'ES', filters }]);
});

test('a follow-up goes on with the conversation of the last answer, told by its messages', async () => {
  const { requests, answer } = listeningPipeline();
  const { url } = await servePipeline({ answer });
  const chat = makeTestChat(url);
  await chat.sendMessage({ text: 'one' });
  await chat.sendMessage({ text: 'two' });
  expect(requests[1]).toEqual({
    question: 'two',
    store: 'sample',
    conversationId: 'cnv_1',
    history: [{ question: 'one', answer: ANSWER, answerId: 'ans_1' }],
  });
});

test('a client that sends its last message alone goes on with what is kept', async () => {
  const { requests, answer } = listeningPipeline();
  const { url } = await servePipeline({ answer });
  await post(url, { messages: [userMessage('two')], conversationId: 'cnv_1' });
  expect(requests).toEqual([{ question: 'two', store: 'sample', conversationId: 'cnv_1' }]);
});

test('asking again leaves the first answer out of the conversation', async () => {
  const { requests, answer } = listeningPipeline();
  const { url } = await servePipeline({ answer });
  const chat = makeTestChat(url);
  await chat.sendMessage({ text: 'one' });
  await chat.sendMessage({ text: 'two' });
  await chat.regenerate();
  expect(requests[2]).toEqual(requests[1]);
  expect(chat.messages.map(({ id }) => id.startsWith('ans_'))).toEqual([false, true, false, true]);
  await chat.sendMessage({ text: 'uno', messageId: chat.messages[0]?.id ?? '' });
  expect(requests[3]).toEqual({ question: 'uno', store: 'sample', history: [] });
});

test('the client’s own name of a chat finds nothing', async () => {
  const { url, record } = await servePipeline();
  await post(url, { id: 'cnv_1', messages: [userMessage('q')] });
  expect(record.questions[0]?.conversationId).toBeUndefined();
});

test.each([
  ['no messages', { id: 'c', messages: [] }, 'messages'],
  ['no question', { messages: [{ role: 'assistant', parts: [{ type: 'text', text: 'Hi' }] }] }, 'messages'],
  [
    'a picture alone',
    { messages: [{ role: 'user', parts: [{ type: 'file', url: 'x' }] }] },
    'messages[0].parts',
  ],
  ['2,001 characters', { messages: [userMessage('x'.repeat(2_001))] }, 'messages[0].parts'],
  ['a message without parts', { messages: [{ role: 'user', content: 'q' }] }, 'messages[0].parts'],
])('refuses %s, and says where', async (_name, body, path) => {
  const { url, record } = await servePipeline();
  const response = await post(url, body);
  expect(response.status).toBe(400);
  const problem = (await response.json()) as { errors: { path: string }[] };
  expect(problem.errors.map((error) => error.path)).toEqual([path]);
  expect(record.questions).toEqual([]);
});

test('a whole conversation may be larger than a question', async () => {
  const { url } = await servePipeline();
  const long = { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'x'.repeat(200_000) }] };
  expect((await post(url, { messages: [userMessage('a'), long, userMessage('b')] })).status).toBe(200);
  const longer = { ...long, parts: [{ type: 'text', text: 'x'.repeat(1_100_000) }] };
  expect((await post(url, { messages: [userMessage('a'), longer, userMessage('b')] })).status).toBe(413);
});

test('a chat goes on with an answer that is being made, by its conversation’s id alone', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { deps } = makeFakeService();
  const answer: AnswerQuestion = async (request, { signal, onEvent }) => {
    const start = {
      type: 'start',
      id: 'ans_1',
      conversationId: 'cnv_1',
      store: request.store,
      locale: 'en',
    } as const;
    await onEvent?.(start);
    await onEvent?.({ type: 'delta', text: 'first ' });
    await gate;
    await onEvent?.({ type: 'delta', text: 'second' });
    return { ...(await deps.answer(request, { signal })), id: 'ans_1', answer: 'first second' };
  };
  const { url } = await servePipeline({ answer });
  const first = makeTestChat(url);
  const sent = first.sendMessage({ text: 'q' });
  while (textOf(first.lastMessage) !== 'first ') await new Promise((resolve) => setTimeout(resolve, 5));
  const stranger = makeTestChat(url);
  await stranger.resumeStream();
  expect(stranger.messages).toEqual([]);
  await first.stop();
  await sent;
  const second = makeTestChat(url, {}, () => ({ api: `${url}/chat/cnv_1/stream` }));
  const resumed = second.resumeStream();
  open();
  await resumed;
  expect(textOf(second.lastMessage)).toBe('first second');
});
