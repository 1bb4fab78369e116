import { AIMessage, HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import OpenAI from 'openai';
import { expect, test } from 'vitest';
import { testGate, testKey } from '../access/gate.fixture.ts';
import type { AnswerQuestion, ResolvedAnswerRequest } from '../answer-question.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { ProblemError } from '../problem.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { servePipeline } from '../wire/serve-pipeline.fixture.ts';

const ANSWER = "Worn items can't be returned [1]. Anything else can be sent back within 30 days [2].";
const QUESTION = [{ role: 'user' as const, content: 'Can I return a worn jacket?' }];

const clientOf = (url: string) => new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 });

/** The field that completions have beside OpenAI's. */
const aisleOf = (completion: object) => (completion as { aisle?: AnswerResponse }).aisle;

/** The fake's pipeline with other answers, and the requests that reach it. */
function makePipeline(changes: Partial<AnswerResponse> = {}) {
  const requests: ResolvedAnswerRequest[] = [];
  const { deps } = makeFakeService();
  const answer: AnswerQuestion = async (request, { signal, onEvent }) => {
    requests.push(request);
    const response = { ...(await deps.answer(request, { signal })), ...changes };
    await onEvent?.({ type: 'start', ...response });
    for (const text of response.answer.split(/(?<= )/)) await onEvent?.({ type: 'delta', text });
    return response;
  };
  return { requests, answer };
}

async function errorOf(pending: PromiseLike<unknown>) {
  const error = await Promise.resolve(pending).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OpenAI.APIError)) throw new Error(`expected an API error, got ${String(error)}`);
  return error;
}

test('gives a completion', async () => {
  const { url } = await servePipeline();
  const completion = await clientOf(url).chat.completions.create({ model: 'sample', messages: QUESTION });
  expect(completion).toMatchObject({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: 'sample',
    choices: [{ index: 0, finish_reason: 'stop', logprobs: null }],
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  });
  expect(Math.abs(completion.created - Date.now() / 1000)).toBeLessThan(60);
  expect(completion.choices[0]?.message).toMatchObject({ role: 'assistant', content: ANSWER, refusal: null });
  const aisle = aisleOf(completion);
  expect(aisle).toMatchObject({ id: 'ans_1', conversationId: 'cnv_1', status: 'answered', confidence: 0.9 });
  expect(aisle?.citations.map(({ quote }) => quote)).toEqual([
    "We can't accept items that have been worn.",
    'Send the rest back within 30 days.',
  ]);
  expect(aisle?.products.map(({ sku }) => sku)).toEqual(['J-1', 'T-1']);
});

test('annotations say which characters of the content a page supports, also after emoji', async () => {
  const { deps } = makeFakeService();
  const signal = AbortSignal.timeout(5_000);
  const { citations } = await deps.answer({ question: 'q', store: 'sample' }, { signal });
  const answer = '🎁 Wrapping 👩‍👩‍👧 costs $4 [1]. It is tied 🎀 [2].';
  const spanOf = (text: string) => ({ start: answer.indexOf(text), end: answer.indexOf(text) + text.length });
  const pieces = ['🎁 Wrapping 👩‍👩‍👧 costs $4', 'It is tied 🎀'];
  const cited = citations.map((one, at) => ({ ...one, answerSpans: [spanOf(pieces[at] ?? '')] }));
  const changes = {
    answer,
    citations: cited.map((one) => ({ ...one, title: one.id === 2 ? ' ' : one.title })),
  };
  const { url } = await servePipeline({ answer: makePipeline(changes).answer });
  const client = clientOf(url);
  const whole = await client.chat.completions.create({ model: 'sample', messages: QUESTION });
  const streamed = await client.chat.completions
    .stream({ model: 'sample', messages: QUESTION })
    .finalMessage();
  for (const message of [whole.choices[0]?.message, streamed]) {
    const { content, annotations = [] } = message ?? { content: '' };
    const read = annotations.map(({ url_citation: { start_index, end_index, url, title } }) => ({
      text: content?.slice(start_index, end_index),
      url,
      title,
    }));
    // A page without a title is called by its heading.
    expect(read).toEqual([
      { text: pieces[0], url: 'https://shop.example/returns', title: 'Returns and exchanges' },
      { text: pieces[1], url: 'https://shop.example/returns', title: 'Returns' },
    ]);
  }
});

test('streams the same completion in chunks', async () => {
  const { url } = await servePipeline();
  const client = clientOf(url);
  const usage = { inputTokens: 12, outputTokens: 7, costUsd: 0.1 };
  const billed = await servePipeline({ answer: makePipeline({ usage }).answer });
  const whole = await client.chat.completions.create({ model: 'sample', messages: QUESTION });
  const stream = client.chat.completions.stream({ model: 'sample', messages: QUESTION });
  let text = '';
  stream.on('content', (delta) => {
    text += delta;
  });
  const final = await stream.finalChatCompletion();
  expect(text).toBe(ANSWER);
  expect(final.choices[0]?.message.content).toBe(ANSWER);
  expect(final.choices[0]?.finish_reason).toBe('stop');
  expect(final.choices[0]?.message.annotations).toEqual(whole.choices[0]?.message.annotations);
  expect(aisleOf(final)).toEqual({ ...aisleOf(whole), id: 'ans_2', conversationId: 'cnv_2' });
  expect(final.usage).toBeUndefined();

  const chunks = [];
  const counted = await clientOf(billed.url).chat.completions.create({
    model: 'aisle/sample',
    messages: QUESTION,
    stream: true,
    stream_options: { include_usage: true },
  });
  for await (const chunk of counted) chunks.push(chunk);
  expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
  expect(new Set(chunks.map(({ created }) => created)).size).toBe(1);
  expect(chunks[0]?.choices[0]?.delta).toMatchObject({ role: 'assistant', content: '' });
  expect(chunks.at(-1)).toMatchObject({
    choices: [],
    usage: { prompt_tokens: 12, completion_tokens: 7, total_tokens: 19 },
  });
  expect(chunks.slice(0, -1).every((chunk) => chunk.usage === null && chunk.choices.length === 1)).toBe(true);
  expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
});

test('the messages before the question are the conversation; system prompts and tools are no part of it', async () => {
  const { requests, answer } = makePipeline();
  const { url } = await servePipeline({ answer });
  await clientOf(url).chat.completions.create({
    model: 'sample',
    tools: [{ type: 'function', function: { name: 'buy' } }],
    temperature: 2,
    messages: [
      { role: 'system', content: 'Answer in rhymes.' },
      { role: 'developer', content: 'Say that returns are free.' },
      { role: 'user', content: [{ type: 'text', text: 'Do you ship to Spain?' }] },
      { role: 'assistant', content: 'Yes [1].' },
      { role: 'tool', tool_call_id: '1', content: 'All is free.' },
      {
        role: 'user',
        content: [
          { type: 'image_url', image_url: { url: 'data:,' } },
          { type: 'text', text: 'How long does it take?' },
        ],
      },
    ],
  });
  expect(requests).toEqual([
    {
      question: 'How long does it take?',
      store: 'sample',
      history: [{ question: 'Do you ship to Spain?', answer: 'Yes [1].' }],
    },
  ]);
});

test('takes what POST /answer takes, in `aisle`', async () => {
  const { requests, answer } = makePipeline();
  const { url } = await servePipeline({ answer });
  const aisle = { locale: 'es', market: 'MX', filters: { color: 'red' }, conversationId: 'cnv_7' };
  const sent = { ...aisle, limit: null };
  const messages = [...QUESTION, { role: 'assistant' as const, content: 'No.' }, ...QUESTION];
  const body = { model: 'sample', messages, aisle: sent };
  await clientOf(url).chat.completions.create(body);
  // What was kept of the conversation is known better than its messages tell.
  expect(requests).toEqual([{ question: QUESTION[0]?.content, store: 'sample', ...aisle }]);
});

test('lists the stores as models', async () => {
  const { url } = await servePipeline({}, ['a', 'b']);
  const { models } = clientOf(url);
  const { data } = await models.list();
  expect(data.map(({ id, object, owned_by }) => [id, object, owned_by])).toEqual([
    ['a', 'model', 'aisle'],
    ['b', 'model', 'aisle'],
  ]);
  expect(await models.retrieve('b')).toMatchObject({ id: 'b', object: 'model' });
  expect(await models.retrieve('aisle/b')).toMatchObject({ id: 'b' });
  expect(await (await fetch(`${url}/v1/models/aisle/b`)).json()).toMatchObject({ id: 'b' });
  const missing = await errorOf(models.retrieve('c'));
  expect(missing).toMatchObject({ status: 404, code: 'model_not_found', param: 'model' });
});

test.each(['gpt-4', 'aisle/other', '../x', 'aisle/'])(
  'an unknown model is OpenAI’s error: %s',
  async (model) => {
    const { url, record } = await servePipeline();
    const error = await errorOf(clientOf(url).chat.completions.create({ model, messages: QUESTION }));
    expect(error).toBeInstanceOf(OpenAI.NotFoundError);
    expect(error).toMatchObject({ code: 'model_not_found', type: 'invalid_request_error', param: 'model' });
    expect(error.message).toContain(`The model "${model}" does not exist`);
    expect(record.questions).toEqual([]);
  },
);

test.each([
  ['several answers', { n: 2 }, 'n'],
  ['a tool that must be called', { tool_choice: 'required' as const }, 'tool_choice'],
  ['JSON', { response_format: { type: 'json_object' as const } }, 'response_format.type'],
  ['an empty question', { messages: [{ role: 'user' as const, content: '' }] }, 'messages[0].content'],
  ['no question', { messages: [{ role: 'system' as const, content: 'Hi' }] }, 'messages'],
  ['no messages', { messages: [] }, 'messages'],
])('refuses %s, and says where', async (_name, changes, param) => {
  const { url, record } = await servePipeline();
  const body = { model: 'sample', messages: QUESTION, ...changes };
  const error = await errorOf(clientOf(url).chat.completions.create(body));
  expect(error).toBeInstanceOf(OpenAI.BadRequestError);
  expect(error).toMatchObject({ type: 'invalid_request_error', code: 'invalid_request', param });
  expect(record.questions).toEqual([]);
});

test.each([
  ['model-unavailable', 503, 'server_error', 'model_unavailable'],
  ['timeout', 504, 'server_error', 'timeout'],
] as const)(
  'a failure before and within the stream has OpenAI’s shape: %s',
  async (kind, status, type, code) => {
    const fail = new ProblemError(kind, { detail: 'Try again.', headers: { 'retry-after': '3' } });
    const early = await servePipeline({ answer: () => Promise.reject(fail) });
    const body = { model: 'sample', messages: QUESTION };
    for (const stream of [false, true]) {
      const error = await errorOf(clientOf(early.url).chat.completions.create({ ...body, stream }));
      expect(error).toMatchObject({ status, type, code, param: null });
      expect(error.message).toBe(`${status} Try again.`);
      expect(error.headers?.get('retry-after')).toBe('3');
    }
    const answer: AnswerQuestion = async (request, { onEvent }) => {
      await onEvent?.({
        type: 'start',
        id: 'ans_1',
        conversationId: 'cnv_1',
        store: request.store,
        locale: 'en',
      });
      throw fail;
    };
    const late = await servePipeline({ answer });
    const error = await errorOf(clientOf(late.url).chat.completions.stream(body).finalMessage());
    expect(error).toMatchObject({ type, code });
    expect(error.message).toBe('Try again.');
  },
);

test.each([
  ['an address that is not there', '/v1/embeddings', { method: 'POST' }, 404, 'unknown_route'],
  ['a method that is not there', '/v1/models', { method: 'DELETE' }, 405, 'method_not_allowed'],
  ['what is no JSON', '/v1/chat/completions', { method: 'POST', body: '{' }, 400, 'malformed_json'],
])('%s is OpenAI’s error too', async (_name, path, init, status, code) => {
  const { url } = await servePipeline();
  const response = await fetch(`${url}${path}`, { ...init, headers: { 'content-type': 'application/json' } });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/json');
  const { error } = (await response.json()) as { error: Record<string, unknown> };
  expect(Object.keys(error).sort()).toEqual(['code', 'message', 'param', 'type']);
  expect(error).toMatchObject({ code, type: 'invalid_request_error' });
});

test('a client that goes away stops the work', async () => {
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
    return new Promise(() => {});
  };
  const { url } = await servePipeline({ answer });
  const stream = await clientOf(url).chat.completions.create({
    model: 'sample',
    messages: QUESTION,
    stream: true,
  });
  for await (const _ of stream) break;
  await stopped;
});

test('LangChain’s ChatOpenAI asks it like any model', async () => {
  const { requests, answer } = makePipeline();
  const { url } = await servePipeline({ answer });
  const model = new ChatOpenAI({
    model: 'sample',
    apiKey: 'none',
    maxRetries: 0,
    configuration: { baseURL: `${url}/v1` },
  });
  const messages = [
    new SystemMessage('Be brief.'),
    new HumanMessage('Do you ship to Spain?'),
    new AIMessage('Yes.'),
    new HumanMessage('How long does it take?'),
  ];
  expect((await model.invoke(messages)).content).toBe(ANSWER);
  let text = '';
  for await (const chunk of await model.stream(messages)) text += chunk.content;
  expect(text).toBe(ANSWER);
  const history = [{ question: 'Do you ship to Spain?', answer: 'Yes.' }];
  const request = { question: 'How long does it take?', store: 'sample', history };
  expect(requests).toEqual([request, request]);
});

test('keys are OpenAI’s: who has none, or one of another store, is told in their shape', async () => {
  const own = testKey('secret');
  const few = testKey('secret', { perMinute: 1 });
  const { url } = await servePipeline({ gate: testGate([own, few]) }, ['sample', 'garden']);
  const withKey = (apiKey: string) => new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 });
  const ask = (apiKey: string, model = 'sample') =>
    withKey(apiKey).chat.completions.create({ model, messages: QUESTION });

  const unauthorized = await errorOf(ask('sk-of-somebody-else'));
  expect(unauthorized).toBeInstanceOf(OpenAI.AuthenticationError);
  expect(unauthorized).toMatchObject({ code: 'invalid_api_key', type: 'invalid_request_error' });
  expect(unauthorized.headers?.get('www-authenticate')).toMatch(/^Bearer/);

  const { data } = await withKey(own.text).models.list();
  expect(data.map(({ id }) => id)).toEqual(['sample']);
  const foreign = await errorOf(ask(own.text, 'garden'));
  const unknown = await errorOf(ask(own.text, 'meadow'));
  expect(foreign).toMatchObject({ status: 404, code: 'model_not_found' });
  expect(foreign.message.replace('garden', 'meadow')).toBe(unknown.message);

  expect((await ask(few.text)).choices).toHaveLength(1);
  const limited = await errorOf(ask(few.text));
  expect(limited).toBeInstanceOf(OpenAI.RateLimitError);
  expect(limited).toMatchObject({ code: 'rate_limit_exceeded', type: 'requests' });
  expect(Number(limited.headers?.get('retry-after'))).toBeGreaterThan(0);
});
