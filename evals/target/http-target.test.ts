import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { describeError } from '../describe-error.ts';
import { sampleAnswer, sampleDocument } from '../testing/sample-answer.ts';
import { makeHttpTarget, openHttpTarget } from './http-target.ts';
import { TargetLostError } from './target.ts';
import { withKey } from './with-key.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(
  handle: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    handle(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const signal = () => AbortSignal.timeout(5000);
const failure = (work: Promise<unknown>) => work.then(() => 'no error', describeError);

describe('makeHttpTarget', () => {
  it('posts the question below the base path and reads the answer', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response, body) => {
      seen.push([request.method, request.url, JSON.parse(body)]);
      json(response, 200, { ...sampleAnswer(), newField: 1 });
    });
    const target = makeHttpTarget({ url: `${url}/shop?x=1`, store: 'sample' });
    expect(await target.answer({ question: 'Q?', store: 'sample' }, signal())).toEqual({
      response: sampleAnswer(),
      retrieved: null,
    });
    expect(seen).toEqual([['POST', '/shop/answer', { question: 'Q?', store: 'sample' }]]);
  });

  it('fetches documents by store and id, and knows one that is not there', async () => {
    const document = {
      ...{
        id: 'doc/1',
        store: 'a b',
        url: 'u',
        title: 't',
        kind: 'page',
        locale: 'en',
        text: sampleDocument,
      },
      ...{ contentHash: 'h', fetchedAt: '2026-01-01T00:00:00Z' },
    };
    const url = await serve((request, response) =>
      request.url === '/documents/doc%2F1?store=a+b'
        ? json(response, 200, document)
        : json(response, 404, {}),
    );
    const target = makeHttpTarget({ url, store: null });
    expect(await target.findDocument('a b', 'doc/1', signal())).toMatchObject({ text: sampleDocument });
    expect(await target.findDocument('a b', 'doc_2', signal())).toBeNull();
  });

  it('says what a problem document says', async () => {
    const url = await serve((_, response) =>
      json(response, 400, { title: 'Bad request', detail: 'unknown store x' }),
    );
    const target = makeHttpTarget({ url, store: null });
    expect(await failure(target.answer({ question: 'Q?' }, signal()))).toBe(
      `POST ${url}/answer: 400 Bad request: unknown store x`,
    );
  });

  it('says so when the answer is not of this API', async () => {
    const url = await serve((_, response) => json(response, 200, { ...sampleAnswer(), citations: 'none' }));
    const target = makeHttpTarget({ url, store: null });
    expect(await failure(target.answer({ question: 'Q?' }, signal()))).toMatch(
      /not a response of this API: citations: /,
    );
    const page = await serve((_, response) => response.end('<html>'));
    const other = makeHttpTarget({ url: page, store: null });
    expect(await failure(other.answer({ question: 'Q?' }, signal()))).toMatch(/expected JSON, got "<html>"/);
  });

  it('waits as a busy service asks, and gives up after some tries', async () => {
    let calls = 0;
    const url = await serve((_, response) => {
      calls += 1;
      if (calls < 3) json(response, 429, {}, { 'retry-after': '0' });
      else json(response, 200, sampleAnswer());
    });
    expect(await makeHttpTarget({ url, store: null }).answer({ question: 'Q?' }, signal())).toMatchObject({
      response: sampleAnswer(),
    });
    let more = 0;
    const busy = await serve((_, response) => {
      more += 1;
      json(response, 503, { title: 'Busy' }, { 'retry-after': '0' });
    });
    expect(
      await failure(makeHttpTarget({ url: busy, store: null }).answer({ question: 'Q?' }, signal())),
    ).toMatch(/503 Busy/);
    expect(more).toBe(4);
  });

  it('does not wait longer than half a minute', async () => {
    const url = await serve((_, response) =>
      json(response, 429, { title: 'Busy' }, { 'retry-after': '3600' }),
    );
    expect(await failure(makeHttpTarget({ url, store: null }).answer({ question: 'Q?' }, signal()))).toMatch(
      /429 Busy/,
    );
  });

  it.each(['nonsense', 'ftp://a.test', '127.0.0.1:8787'])('refuses %s as a URL', (url) => {
    expect(() => makeHttpTarget({ url, store: null })).toThrow(/expected the URL of a running service/);
  });
});

describe('a service that goes away', () => {
  const ask = (url: string, graceMs: number) =>
    makeHttpTarget({ url, store: null, graceMs }).answer({ question: 'Q?' }, signal());

  it('is lost when it gives no sign of life, however many requests have failed', async () => {
    const url = await serve((request) => void request.socket.destroy());
    const target = makeHttpTarget({ url, store: null, graceMs: 1 });
    const errors = await Promise.all(
      [1, 2, 3].map(() => target.answer({ question: 'Q?' }, signal()).catch((error: unknown) => error)),
    );
    for (const error of errors) expect(error).toBeInstanceOf(TargetLostError);
    expect(describeError(errors[0])).toMatch(/^the service at http:.* has stopped answering: POST/);
  });

  it('is lost in the middle of an answer too', async () => {
    const url = await serve((request, response) => {
      if (request.url !== '/answer') return void request.socket.destroy();
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{', () => request.socket.destroy());
    });
    await expect(ask(url, 1)).rejects.toBeInstanceOf(TargetLostError);
  });

  it('is not lost where it only drops a connection, or comes back in time', async () => {
    let looks = 0;
    const url = await serve((request, response) => {
      if (request.url !== '/health') return void request.socket.destroy();
      looks += 1;
      if (looks === 1) request.socket.destroy();
      else json(response, 200, {});
    });
    const error = await ask(url, 5000).catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(TargetLostError);
    expect(describeError(error)).toMatch(/no answer: is the service running there/);
    expect(looks).toBe(2);
  });
});

describe('openHttpTarget', () => {
  it('shows its key with every request to the service, and to no other origin', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/stores') json(response, 200, { stores: [{ id: 'owl' }], default: 'owl' });
      else json(response, 200, {});
    });
    const fetch = withKey('sk_1', url);
    await openHttpTarget({ url, store: 'owl', fetch });
    expect(seen).toEqual(['Bearer sk_1', 'Bearer sk_1']);
    const elsewhere = await serve((request, response) => {
      seen.push(request.headers.authorization);
      json(response, 200, {});
    });
    await fetch(elsewhere);
    expect(seen.at(-1)).toBeUndefined();
  });

  const serveStores = (stores: string[], standard: string | null) =>
    serve((request, response) =>
      request.url === '/stores'
        ? json(response, 200, { stores: stores.map((id) => ({ id, name: id })), default: standard })
        : json(response, 200, {}),
    );

  it('takes a store that the service has, or its default', async () => {
    const url = await serveStores(['owl', 'heron'], 'owl');
    expect((await openHttpTarget({ url, store: 'heron' })).store).toBe('heron');
    expect((await openHttpTarget({ url, store: null })).store).toBeNull();
  });

  it('refuses a store that the service does not have, and says which it has', async () => {
    const url = await serveStores(['owl', 'heron'], null);
    expect(await failure(openHttpTarget({ url, store: 'sparrow' }))).toBe(
      `--against: the service at ${url}/ has no store sparrow: it has owl, heron`,
    );
    expect(await failure(openHttpTarget({ url, store: null }))).toMatch(
      /has no default store, and the suite names none .*: it has owl, heron/,
    );
    expect(await failure(openHttpTarget({ url: await serveStores([], null), store: 'x' }))).toMatch(
      /it has none$/,
    );
  });

  it('asks nothing of a service that does not list its stores', async () => {
    const url = await serve((request, response) =>
      request.url === '/stores' ? json(response, 404, {}) : json(response, 200, {}),
    );
    expect((await openHttpTarget({ url, store: 'any' })).store).toBe('any');
  });

  it('fails at once where nothing listens', async () => {
    const url = await serve(() => {});
    for (const close of closers.splice(0)) close();
    expect(await failure(openHttpTarget({ url, store: null }))).toMatch(
      /nothing answers at .*: start the service first.*ECONNREFUSED/,
    );
  });
});
