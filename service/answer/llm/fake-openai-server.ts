import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeBehaviour, fakeFailure, fakeParts, fakeText } from './fake-behaviour.ts';
import { fakeEmbedding } from './fake-embedding.ts';
import type { FakePart } from './fake-honest-answer.ts';
import { type FakeJudge, type FakeVerdict, fakeVerdict } from './fake-judge.ts';
import { readFakeRequest } from './fake-request.ts';

/** A request as the server got it. */
interface FakeCall {
  path: string;
  authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a client sends; only tests read it
  body: any;
}

/** A sentence that was written, streamed to its end at `at` milliseconds of `performance.now()`. */
export interface WrittenPart extends FakePart {
  at: number;
}

export interface FakeOpenAiServer {
  /** Base URL to configure a client with, ending in `/v1`. */
  url: string;
  /** Requests so far, oldest first. */
  calls: FakeCall[];
  /** Sentences that were streamed so far, oldest first. */
  written: WrittenPart[];
  /** Behaviours of the next chat requests, one each, before the usual one applies again. */
  script(...behaviours: FakeBehaviour[]): void;
  /** Makes another behaviour the usual one. */
  become(behaviour: FakeBehaviour): void;
  /** Chat requests that the client ended before they were answered in full. */
  abandoned(): number;
  close(): Promise<void>;
}

/** Characters of a streamed chunk: short, so that JSON arrives torn at every place. */
const chunkLength = 7;
/** Between two chunks of a stream that never ends, and before a connection is cut. */
const pauseMs = 20;

/**
 * A local server that speaks OpenAI's `POST /v1/chat/completions` (streamed and whole, with usage), `/v1/embeddings` and `GET /v1/models`, for
 * tests and evals of everything behind a chat model. It reads the passages out of the prompt that it gets, so that it answers
 * plausibly (`honest`) or lies plausibly (`liar` and others) about any store, without a model and without a network.
 */
export async function startFakeOpenAiServer(
  behaviour: FakeBehaviour = { kind: 'honest' },
  judge: FakeJudge = { kind: 'honest' },
): Promise<FakeOpenAiServer> {
  const calls: FakeCall[] = [];
  const written: WrittenPart[] = [];
  const queue: FakeBehaviour[] = [];
  let usual = behaviour;
  let abandoned = 0;
  let verdicts = 0;

  const server = createServer(async (request, response) => {
    const body = await readJson(request);
    calls.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
    if (request.method === 'GET' && request.url?.endsWith('/models')) {
      const refusal = fakeFailure(usual, {});
      if (refusal) return sendJson(response, refusal.status, apiError(refusal.message, refusal.code));
      return sendJson(response, 200, { object: 'list', data: [] });
    }
    if (request.method !== 'POST' || body === null) return sendJson(response, 400, apiError('Bad request'));
    if (request.url?.endsWith('/embeddings')) return sendJson(response, 200, embeddings(body));
    const verdict = fakeVerdict(judge, body, verdicts);
    if (verdict !== null) {
      verdicts += 1;
      if (judge.kind === 'status') return sendJson(response, judge.status, apiError('UPSTREAM-DETAIL'));
      const asResponse = request.url?.endsWith('/responses') === true;
      return sendJson(response, 200, verdictBody(body, verdict, asResponse));
    }
    if (!request.url?.endsWith('/chat/completions')) return sendJson(response, 404, apiError('Not found'));
    response.on('close', () => {
      if (!response.writableFinished) abandoned++;
    });
    await chat(response, body, queue.shift() ?? usual, written);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    written,
    script: (...behaviours) => void queue.push(...behaviours),
    become: (next) => {
      usual = next;
    },
    abandoned: () => abandoned,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function chat(
  response: ServerResponse,
  // biome-ignore lint/suspicious/noExplicitAny: a request's JSON
  body: any,
  behaviour: FakeBehaviour,
  written: WrittenPart[],
): Promise<void> {
  const failure = fakeFailure(behaviour, body);
  if (failure)
    return sendJson(response, failure.status, apiError(failure.message, failure.code), failure.headers);
  const request = readFakeRequest(body);
  const parts = fakeParts(behaviour, request);
  const text = fakeText(behaviour, request, parts);
  const usage = fakeUsage(body, text);
  if (behaviour.kind === 'slow') await delay(behaviour.milliseconds);
  if (body.stream !== true) {
    return sendJson(response, 200, {
      id: 'chatcmpl-fake',
      object: 'chat.completion',
      created: 0,
      model: body.model,
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
      usage,
    });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (choices: unknown[], extra: object = {}) =>
    write(response, {
      id: 'chatcmpl-fake',
      object: 'chat.completion.chunk',
      created: 0,
      model: body.model,
      choices,
      ...extra,
    });
  await send([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]);
  const cut = behaviour.kind === 'breaks-off' ? breakPoint(text, behaviour.afterParts) : text.length;
  const ends = [...text.matchAll(/\]\}/g)].map((match) => match.index + match[0].length);
  for (let at = 0, done = 0; at < cut; at += chunkLength) {
    const content = text.slice(at, Math.min(at + chunkLength, cut));
    const ended = parts.slice(done, ends.filter((end) => end <= at + chunkLength).length);
    written.push(...ended.map((part) => ({ ...part, at: performance.now() })));
    await send([{ index: 0, delta: { content }, finish_reason: null }]);
    if (ended.length > 0 && behaviour.kind === 'paced') await delay(behaviour.milliseconds);
    done += ended.length;
  }
  if (behaviour.kind === 'breaks-off') {
    // What was written must reach the client before the connection is cut.
    await delay(pauseMs);
    return void response.destroy();
  }
  if (behaviour.kind === 'never-ends') {
    while (!response.destroyed) {
      if (behaviour.babbles) await send([{ index: 0, delta: { content: ' ' }, finish_reason: null }]);
      await delay(pauseMs);
    }
    return;
  }
  await send([{ index: 0, delta: {}, finish_reason: behaviour.kind === 'truncated' ? 'length' : 'stop' }]);
  if (body.stream_options?.include_usage) await send([], { usage });
  response.end('data: [DONE]\n\n');
}

/** A call of the tool, as a chat completion or as a response (OpenAI API reference, "Create a model response"). */
// biome-ignore lint/suspicious/noExplicitAny: a request's JSON
function verdictBody(body: any, verdict: FakeVerdict, asResponse: boolean): object {
  const { tool, arguments: given, content } = verdict;
  const text = JSON.stringify(given ?? content);
  const { prompt_tokens, completion_tokens, total_tokens } = fakeUsage(body, text);
  if (asResponse) {
    const call = { type: 'function_call', call_id: 'call_1', name: tool, arguments: text };
    return {
      ...{ id: 'resp-fake', object: 'response', model: body.model, output: given === null ? [] : [call] },
      usage: { input_tokens: prompt_tokens, output_tokens: completion_tokens },
    };
  }
  const calls = [{ id: 'call_1', type: 'function', function: { name: tool, arguments: text } }];
  const message = { role: 'assistant', content, ...(given !== null && { tool_calls: calls }) };
  return {
    ...{ id: 'chatcmpl-fake', object: 'chat.completion', created: 0, model: body.model },
    choices: [{ index: 0, message, finish_reason: given === null ? 'stop' : 'tool_calls' }],
    usage: { prompt_tokens, completion_tokens, total_tokens },
  };
}

/** Just after the part numbered `afterParts`, and a bit into the next one. */
function breakPoint(text: string, afterParts: number): number {
  const ends = [...text.matchAll(/\]\}/g)].map((match) => match.index + match[0].length);
  const end = afterParts === 0 ? 0 : (ends[afterParts - 1] ?? text.length);
  return Math.min(text.length, end + 12);
}

// biome-ignore lint/suspicious/noExplicitAny: a request's JSON
function embeddings(body: any): object {
  const input: string[] = Array.isArray(body.input) ? body.input : [body.input];
  const dimensions = typeof body.dimensions === 'number' ? body.dimensions : 256;
  const tokens = input.reduce((sum, text) => sum + roughTokens(String(text)), 0);
  return {
    object: 'list',
    model: body.model,
    data: input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: encode(fakeEmbedding(String(text), dimensions), body.encoding_format),
    })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

/** As `encoding_format` asks: numbers, or their 32-bit floats in little-endian order as base64. */
function encode(vector: number[], format: unknown): number[] | string {
  return format === 'base64' ? Buffer.from(new Float32Array(vector).buffer).toString('base64') : vector;
}

// biome-ignore lint/suspicious/noExplicitAny: a request's JSON
function fakeUsage(body: any, text: string) {
  const prompt = roughTokens(JSON.stringify(body.messages ?? body.input ?? ''));
  const completion = roughTokens(text);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

const roughTokens = (text: string) => Math.ceil(text.length / 4);
const delay = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const apiError = (message: string, code: string | null = null) => ({
  error: { message, type: 'fake_error', param: null, code },
});

/** Ends when the connection can take more, or is gone. */
async function write(response: ServerResponse, data: object): Promise<void> {
  if (response.destroyed) return;
  if (!response.write(`data: ${JSON.stringify(data)}\n\n`)) {
    await new Promise<void>((resolve) => {
      response.once('drain', resolve).once('close', resolve);
    });
  }
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
