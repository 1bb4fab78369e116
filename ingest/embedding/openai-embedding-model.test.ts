import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenAIEmbeddingOptions, openOpenAIEmbeddingModel } from './openai-embedding-model.ts';

interface Request {
  input: string[];
  model: string;
  authorization: string | undefined;
}
type Reply = (response: ServerResponse, request: Request) => void;

const KEY = 'sk-test-0123456789';
const DIMENSIONS = 3;

let server: Server;
let baseUrl: string;
let requests: Request[];
/** Replies of the next requests; past them the server answers as it should. */
let replies: Reply[];

beforeEach(async () => {
  requests = [];
  replies = [];
  server = createServer(async (message, response) => {
    const request = await readRequest(message);
    requests.push(request);
    (replies.shift() ?? vectors)(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function readRequest(message: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const { input, model } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  return { input, model, authorization: message.headers.authorization };
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** A vector that tells its text: `[length, first code unit, 1]`. */
const vectorOf = (text: string) => [text.length, text.charCodeAt(0), 1];

function embeddingList(input: string[]) {
  return input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }));
}

const vectors: Reply = (response, { input, model }) =>
  send(response, 200, {
    object: 'list',
    model,
    data: embeddingList(input),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  });

const refuse =
  (
    status: number,
    message: string,
    headers: Record<string, string> = {},
    code: string | null = null,
  ): Reply =>
  (response) =>
    send(response, status, { error: { message, type: 'error', param: null, code } }, headers);

const open = (options: OpenAIEmbeddingOptions = {}) =>
  openOpenAIEmbeddingModel('house-model', { apiKey: KEY, baseUrl, retryDelay: 1, ...options });

describe('a server that works', () => {
  test('is asked once for the dimension of a model that is not known', async () => {
    const model = await open();
    expect(model).toMatchObject({
      name: `openai:house-model ${DIMENSIONS}`,
      dimensions: DIMENSIONS,
      usdPerMillionTokens: 0,
      priceKnown: false,
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ model: 'house-model', authorization: `Bearer ${KEY}` });
  });

  test('makes another model of a known name when its vectors have another length', async () => {
    const model = await openOpenAIEmbeddingModel('text-embedding-3-large', { apiKey: KEY, baseUrl });
    expect(model).toMatchObject({
      name: `openai:text-embedding-3-large ${DIMENSIONS}`,
      dimensions: DIMENSIONS,
      priceKnown: false,
    });
  });

  test('has the known name and price of a model with the length that it is known for', async () => {
    replies = [
      (response) => send(response, 200, { data: [{ index: 0, embedding: new Array(3072).fill(0.5) }] }),
    ];
    expect(await openOpenAIEmbeddingModel('text-embedding-3-large', { apiKey: KEY, baseUrl })).toMatchObject({
      name: 'openai:text-embedding-3-large',
      usdPerMillionTokens: 0.13,
      priceKnown: true,
    });
  });

  test('gets batches within the limits, and vectors come back in the order of the texts', async () => {
    const model = await open({ limits: { maxTexts: 3, maxTokens: 1_000 }, concurrency: 2 });
    requests = [];
    const texts = Array.from({ length: 8 }, (_, i) => 'x'.repeat(i + 1));
    expect(await model.embeddings.embedDocuments(texts)).toEqual(texts.map(vectorOf));
    expect(requests.map(({ input }) => input.length).sort()).toEqual([2, 3, 3]);
  });

  test('is never asked more at once than allowed', async () => {
    let running = 0;
    let most = 0;
    const model = await open({ limits: { maxTexts: 1, maxTokens: 1_000 }, concurrency: 2 });
    replies = Array.from(
      { length: 6 },
      (): Reply => (response, request) => {
        running += 1;
        most = Math.max(most, running);
        setTimeout(() => {
          running -= 1;
          vectors(response, request);
        }, 20);
      },
    );
    await model.embeddings.embedDocuments(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(most).toBe(2);
  });

  test('may list vectors in any order, by their index', async () => {
    const model = await open();
    replies = [(response, { input }) => send(response, 200, { data: embeddingList(input).toReversed() })];
    expect(await model.embeddings.embedDocuments(['a', 'bb'])).toEqual([vectorOf('a'), vectorOf('bb')]);
  });

  test('may answer in base64, whatever it was asked for', async () => {
    const model = await open();
    replies = [
      (response, { input }) =>
        send(response, 200, {
          data: input.map((text, index) => ({
            index,
            embedding: Buffer.from(new Float32Array(vectorOf(text)).buffer).toString('base64'),
          })),
        }),
    ];
    expect(await model.embeddings.embedDocuments(['a', 'bb'])).toEqual([vectorOf('a'), vectorOf('bb')]);
  });

  test('keeps line ends and is not sent an empty text, which the API refuses', async () => {
    const model = await open();
    await model.embeddings.embedDocuments(['two\nlines', '']);
    expect(requests.at(-1)?.input).toEqual(['two\nlines', ' ']);
  });

  test('is not called for nothing', async () => {
    const model = await open();
    requests = [];
    expect(await model.embeddings.embedDocuments([])).toEqual([]);
    expect(requests).toHaveLength(0);
  });
});

describe('a server that falters', () => {
  test('is asked again after 429, no sooner than it says', async () => {
    const model = await open();
    let refused = 0;
    let waited = 0;
    replies = [
      (response, request) => {
        refused = performance.now();
        refuse(429, 'Rate limit reached', { 'retry-after': '1' })(response, request);
      },
      (response, request) => {
        waited = performance.now() - refused;
        vectors(response, request);
      },
    ];
    expect(await model.embeddings.embedQuery('coat')).toEqual(vectorOf('coat'));
    expect(waited).toBeGreaterThanOrEqual(990);
  });

  test('is asked again after 500 and 503', async () => {
    const model = await open();
    replies = [refuse(500, 'oops'), refuse(503, 'busy')];
    expect(await model.embeddings.embedDocuments(['coat'])).toEqual([vectorOf('coat')]);
  });

  test('is given up after the allowed tries, with what it answered', async () => {
    const model = await open({ retries: 2 });
    requests = [];
    replies = [1, 2, 3, 4].map(() => refuse(500, 'the disk is full'));
    await expect(model.embeddings.embedDocuments(['coat'])).rejects.toThrow(
      /openai:house-model after 3 tries: .*the disk is full/,
    );
    expect(requests).toHaveLength(3);
  });

  test('is not waited for when it asks for an hour', async () => {
    const model = await open();
    replies = [refuse(429, 'come back later', { 'retry-after': '3600' })];
    await expect(model.embeddings.embedQuery('coat')).rejects.toThrow('come back later');
  });

  test('is asked again when it hangs or breaks off', async () => {
    const model = await open({ timeout: 100 });
    replies = [() => undefined, (response) => response.destroy()];
    expect(await model.embeddings.embedDocuments(['coat'])).toEqual([vectorOf('coat')]);
  });

  test('is not asked for the batches that wait when one has failed', async () => {
    const model = await open({ limits: { maxTexts: 1, maxTokens: 1_000 }, concurrency: 1 });
    requests = [];
    replies = [refuse(400, 'text too long')];
    await expect(model.embeddings.embedDocuments(['a', 'b', 'c'])).rejects.toThrow('text too long');
    expect(requests).toHaveLength(1);
  });
});

describe('a question', () => {
  test('is asked once more at most, for a shopper waits', async () => {
    const model = await open();
    requests = [];
    replies = [refuse(500, 'oops'), refuse(500, 'oops')];
    await expect(model.embeddings.embedQuery('coat')).rejects.toThrow('after 2 tries');
    expect(requests).toHaveLength(2);
  });

  test('does not wait for a server that has just failed, and asks it again later', async () => {
    const model = await open();
    requests = [];
    replies = [refuse(500, 'oops'), refuse(500, 'oops')];
    await expect(model.embeddings.embedQuery('coat')).rejects.toThrow('oops');
    await expect(model.embeddings.embedQuery('lamp')).rejects.toThrow('oops');
    expect(requests).toHaveLength(2);
    expect(await model.embeddings.embedDocuments(['lamp'])).toEqual([vectorOf('lamp')]);
  });

  test('does not wait for what passages must wait for', async () => {
    const model = await open();
    let refused = () => {};
    const seen = new Promise<void>((resolve) => {
      refused = resolve;
    });
    replies = [
      (response, request) => {
        refuse(429, 'Rate limit reached', { 'retry-after': '1' })(response, request);
        refused();
      },
    ];
    const order: string[] = [];
    const passages = model.embeddings.embedDocuments(['lamp']).then(() => order.push('passages'));
    await seen;
    await model.embeddings.embedQuery('coat').then(() => order.push('question'));
    await passages;
    expect(order).toEqual(['question', 'passages']);
  });
});

describe('a server with limits of its own', () => {
  /** Refuses more texts than it takes, and longer ones. */
  const strict =
    (status: number, most: number, longest = 1_000): Reply =>
    (response, request) =>
      request.input.length > most || request.input.some((text) => text.length > longest)
        ? refuse(status, `at most ${most} texts of ${longest} characters`)(response, request)
        : vectors(response, request);

  test.each([400, 413, 422])(
    'that takes fewer texts at once (%i) gets fewer, and from then on no more',
    async (status) => {
      const model = await open({ concurrency: 1 });
      requests = [];
      replies = new Array(100).fill(strict(status, 32));
      const texts = Array.from({ length: 200 }, (_, i) => `text ${i}`);
      expect(await model.embeddings.embedDocuments(texts)).toEqual(texts.map(vectorOf));
      const refused = requests.filter(({ input }) => input.length > 32).length;
      expect(refused).toBeLessThanOrEqual(4);
      requests = [];
      await model.embeddings.embedDocuments(texts);
      expect(Math.max(...requests.map(({ input }) => input.length))).toBeLessThanOrEqual(32);
    },
  );

  test('gets the beginning of a text that it finds too long, and the others whole', async () => {
    const model = await open();
    replies = new Array(100).fill(strict(400, 256, 600));
    const texts = ['a', 'b'.repeat(1_500), 'c', 'd'.repeat(599)];
    const embedded = await model.embeddings.embedDocuments(texts);
    expect(embedded.map(([length]) => length)).toEqual([1, 375, 1, 599]);
    requests = [];
    await model.embeddings.embedDocuments(['e', 'f', 'g', 'h']);
    expect(requests).toHaveLength(1);
  });

  test('is asked few times for what it refuses for another reason', async () => {
    const model = await open();
    requests = [];
    replies = new Array(600).fill(refuse(400, 'this model does not embed'));
    const texts = Array.from({ length: 256 }, () => 'x'.repeat(300));
    await expect(model.embeddings.embedDocuments(texts)).rejects.toThrow('does not embed');
    expect(requests.length).toBeLessThan(12);
  });
});

describe('a server that refuses', () => {
  test.each([401, 403])(
    'the key with %i is not asked again, and the message names the setting, not the key',
    async (status) => {
      replies = [refuse(status, `Incorrect API key provided: ${KEY}.`)];
      const error = await open().then(
        () => new Error('opened'),
        (reason: Error) => reason,
      );
      expect(error.message).toContain('OPENAI_API_KEY');
      expect(error.message).toContain('Incorrect API key provided: [key]');
      expect(JSON.stringify([error.message, error.stack, error.cause ?? ''])).not.toContain(KEY);
      expect(requests).toHaveLength(1);
    },
  );

  test('for want of credit is not asked again, though it answers 429', async () => {
    replies = [refuse(429, 'You exceeded your current quota', {}, 'insufficient_quota')];
    await expect(open()).rejects.toThrow('You exceeded your current quota');
    expect(requests).toHaveLength(1);
  });

  test('the model with 404 is told with the settings to check', async () => {
    replies = [refuse(404, 'model "house-model" not found')];
    await expect(open()).rejects.toThrow(/not found.*EMBEDDING_MODEL and OPENAI_BASE_URL/);
  });

  test('the connection is told with its address', async () => {
    const gone = open({ baseUrl: 'http://127.0.0.1:9/v1', retries: 1 });
    await expect(gone).rejects.toThrow(
      /No answer from http:\/\/127\.0\.0\.1:9 .*after 2 tries.*OPENAI_BASE_URL/,
    );
  });
});

describe('an answer that does not fit', () => {
  test.each<[string, (input: string[]) => object[], string]>([
    [
      'too few vectors',
      (input) => embeddingList(input).slice(1),
      'Expected 2 vectors from openai:house-model, got 1',
    ],
    [
      'too many',
      (input) => embeddingList([...input, 'c']),
      'Expected 2 vectors from openai:house-model, got 3',
    ],
    ['one index twice', (input) => embeddingList(input).map((e) => ({ ...e, index: 0 })), 'found none for 1'],
    [
      'no numbers',
      (input) => embeddingList(input).map((e) => ({ ...e, embedding: [null, 'x'] })),
      'something else',
    ],
    [
      'base64 of something else',
      (input) => embeddingList(input).map((e) => ({ ...e, embedding: 'AAAAAAA=' })),
      'something else',
    ],
    [
      'another length',
      (input) => embeddingList(input).map((e) => ({ ...e, embedding: [1, 2] })),
      'vectors of 3 numbers',
    ],
  ])('is refused: %s', async (_, data, message) => {
    const model = await open();
    requests = [];
    replies = [(response, { input }) => send(response, 200, { object: 'list', data: data(input) })];
    await expect(model.embeddings.embedDocuments(['a', 'b'])).rejects.toThrow(message);
    expect(requests).toHaveLength(1);
  });

  test('is refused: not the protocol at all', async () => {
    replies = [(response) => send(response, 200, { hello: 'world' })];
    await expect(open()).rejects.toThrow('Expected 1 vectors from openai:house-model, got none');
  });
});

test('a signal ends a request and its retries', async () => {
  const stop = new AbortController();
  const model = await open({ signal: stop.signal });
  replies = [() => stop.abort(new Error('shutting down'))];
  await expect(model.embeddings.embedQuery('coat')).rejects.toThrow('shutting down');
});
