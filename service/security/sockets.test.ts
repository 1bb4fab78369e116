import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../listen.ts';
import { rawRequest, sendRaw } from './raw-request.fixture.ts';
import { makeStrictService, shopKey } from './strict-service.fixture.ts';

let server: Listening;
beforeAll(async () => {
  const { app } = makeStrictService();
  server = await listen(app, 0, '127.0.0.1');
});
afterAll(() => server.close(0));

const AUTH = `Authorization: Bearer ${shopKey.text}`;
const JSON_TYPE = 'Content-Type: application/json';
const QUESTION = '{"question":"Is it there?"}';

/** Nothing of a stack, a file or a query. */
const LEAK = /\n\s+at |node:|node_modules|\.ts\b|Error:/;

async function stillAnswers(): Promise<boolean> {
  return (await fetch(`${server.url}/health`)).status === 200;
}

describe('over a real connection', () => {
  test.each<[what: string, bytes: string, status: number | null]>([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['an HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['no host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two hosts', rawRequest('GET', '/stores', [AUTH, 'Host: a', 'Host: b']), null],
    ['a host that is none', rawRequest('GET', '/health', ['Host: [::']), null],
    ['a host with a path', rawRequest('GET', '/health', ['Host: a/b?c#d@e']), null],
    ['a whole address as target', rawRequest('GET', 'http://evil.example/stores', [AUTH]), null],
    ['an address that is none as target', rawRequest('GET', 'http://[::/stores', [AUTH]), null],
    ['a target without a slash', rawRequest('GET', 'stores', [AUTH]), null],
    ['two slashes', rawRequest('GET', '//stores', [AUTH]), null],
    ['dots', rawRequest('GET', '/page/../../../../etc/passwd', [AUTH]), null],
    ['encoded dots', rawRequest('GET', '/page/%2e%2e/%2e%2e/package.json', [AUTH]), null],
    ['a backslash', rawRequest('GET', '/page\\..\\..\\package.json', [AUTH]), null],
    ['an asterisk', rawRequest('OPTIONS', '*', [AUTH]), null],
    ['CONNECT', rawRequest('CONNECT', 'evil.example:443', [AUTH]), null],
    ['TRACE', rawRequest('TRACE', '/stores', [AUTH]), null],
    ['an upgrade', rawRequest('GET', '/stores', [AUTH, 'Connection: Upgrade', 'Upgrade: websocket']), null],
    ['a header without end', `GET /stores HTTP/1.1\r\nX: ${'a'.repeat(40_000)}`, 431],
    [
      'many headers',
      rawRequest(
        'GET',
        '/stores',
        Array.from({ length: 3_000 }, (_, at) => `X-${at}: a`),
      ),
      null,
    ],
    ['a length that is none', rawRequest('POST', '/answer', [AUTH, JSON_TYPE, 'Content-Length: -1']), 400],
    [
      'two lengths',
      rawRequest('POST', '/answer', [AUTH, JSON_TYPE, 'Content-Length: 1', 'Content-Length: 2']),
      400,
    ],
    [
      'a length and chunks, which a proxy may read otherwise',
      rawRequest(
        'POST',
        '/answer',
        [AUTH, JSON_TYPE, 'Content-Length: 4', 'Transfer-Encoding: chunked'],
        '0\r\n\r\n',
      ),
      400,
    ],
    [
      'chunks that are none',
      rawRequest('POST', '/answer', [AUTH, JSON_TYPE, 'Transfer-Encoding: chunked']).concat('zz\r\nabc\r\n'),
      400,
    ],
    [
      'a compressed body',
      rawRequest('POST', '/answer', [AUTH, JSON_TYPE, 'Content-Encoding: gzip'], '\x1f\x8b\x08'),
      400,
    ],
    ['deep lists', rawRequest('POST', '/answer', [AUTH, JSON_TYPE], '['.repeat(60_000)), 400],
    [
      'deep objects',
      rawRequest(
        'POST',
        '/answer',
        [AUTH, JSON_TYPE],
        `{"question":${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}}`,
      ),
      400,
    ],
    ['a huge body', rawRequest('POST', '/answer', [AUTH, JSON_TYPE], `"${'a'.repeat(5_000_000)}"`), 413],
    [
      'a huge length without a body',
      rawRequest('POST', '/answer', [AUTH, JSON_TYPE, 'Content-Length: 999999999999']),
      413,
    ],
    ['a body with GET', rawRequest('GET', '/stores', [AUTH, JSON_TYPE], QUESTION), 200],
    ['a body where none is read', rawRequest('DELETE', '/conversations/cnv_1', [AUTH], 'a'.repeat(100)), 404],
  ])('%s is answered in words, or not at all, and the service goes on', async (_what, bytes, status) => {
    const { text, statuses } = await sendRaw(server.url, bytes);
    for (const each of statuses) expect(each).toBeLessThan(500);
    if (status !== null) expect(statuses[0]).toBe(status);
    expect(text).not.toMatch(LEAK);
    expect(text).not.toMatch(/root:|"name": "aisle"/);
    expect(await stillAnswers()).toBe(true);
  });

  test('of two requests in one the second is not read as part of the first', async () => {
    const both =
      rawRequest(
        'POST',
        '/answer',
        [AUTH, JSON_TYPE, 'Content-Length: 4', 'Transfer-Encoding: chunked'],
        '0\r\n\r\n',
      ) + rawRequest('GET', '/metrics', []);
    expect((await sendRaw(server.url, both)).statuses.filter((status) => status === 200)).toEqual([]);
  });

  test('bytes that nobody would send end no other connection', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 200 }).map((each) => Buffer.from(each)),
      fc
        .tuple(
          fc.constantFrom('GET', 'POST', 'DELETE'),
          fc.constantFrom('/answer', '/stores', '/documents/', '/v1/models/', '/mcp'),
          fc.uint8Array({ maxLength: 30 }),
          fc.uint8Array({ maxLength: 60 }),
        )
        .map(([method, path, inPath, inHeader]) =>
          Buffer.concat([
            Buffer.from(`${method} ${path}`),
            Buffer.from(inPath),
            Buffer.from(' HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Request-Id: '),
            Buffer.from(inHeader),
            Buffer.from('\r\n\r\n'),
          ]),
        ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { minLength: 20, maxLength: 20 }), async (all) => {
        const replies = await Promise.all(
          all.map((each) => sendRaw(server.url, Buffer.concat([each, Buffer.from('\r\n\r\n')]))),
        );
        for (const { text, statuses } of replies) {
          for (const status of statuses) expect(status).toBeLessThan(500);
          expect(text).not.toMatch(LEAK);
        }
        expect(await stillAnswers()).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
