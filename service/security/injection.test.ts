import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeLogger } from '../../ingest/logger.ts';
import { type Listening, listen } from '../listen.ts';
import { rawRequest, sendRaw } from './raw-request.fixture.ts';
import { makeStrictService, shopKey } from './strict-service.fixture.ts';

let server: Listening;
const lines: string[] = [];
const pretty: string[] = [];

const collect = (into: string[]) =>
  new Writable({
    write(chunk, _encoding, done) {
      into.push(String(chunk));
      done();
    },
  });

beforeAll(async () => {
  const json = collect(lines);
  const readable = makeLogger({ level: 'debug', destination: collect(pretty), pretty: true });
  const destination = new Writable({
    write(chunk, _encoding, done) {
      json.write(chunk);
      const { level, msg, ...fields } = JSON.parse(String(chunk));
      readable[level as 'info'](fields, msg);
      done();
    },
  });
  const { app } = makeStrictService({ logger: makeLogger({ level: 'debug', destination }) });
  server = await listen(app, 0, '127.0.0.1');
});
afterAll(() => server.close(0));
beforeEach(() => {
  lines.length = 0;
  pretty.length = 0;
});

const AUTH = `Authorization: Bearer ${shopKey.text}`;
const JSON_TYPE = 'Content-Type: application/json';

/** Bytes that move a terminal's cursor, or begin a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const CONTROL = /[\0-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

function checkLog(): void {
  for (const line of lines) {
    expect(line.endsWith('\n')).toBe(true);
    expect(line.slice(0, -1)).not.toMatch(CONTROL);
    expect(JSON.parse(line)).toHaveProperty('level');
    expect(line).not.toContain(shopKey.text);
  }
  for (const line of pretty) expect(line.slice(0, -1)).not.toMatch(CONTROL);
}

const HEADS: [where: string, request: string][] = [
  [
    'a request id with an escape sequence',
    rawRequest('GET', '/stores', [AUTH, 'X-Request-Id: a\x1b[31mred']),
  ],
  [
    'a request id of two lines',
    rawRequest('GET', '/stores', [AUTH, 'X-Request-Id: a\r\n Set-Cookie: x=injected']),
  ],
  [
    'a request id that ends early',
    rawRequest('GET', '/stores', [AUTH, 'X-Request-Id: a\nSet-Cookie: x=injected']),
  ],
  [
    'a request id with bare CR',
    rawRequest('GET', '/stores', [AUTH, 'X-Request-Id: a\rSet-Cookie: x=injected']),
  ],
  ['a request id of JSON', rawRequest('GET', '/stores', [AUTH, 'X-Request-Id: a","level":"fatal'])],
  ['a long request id', rawRequest('GET', '/stores', [AUTH, `X-Request-Id: ${'a'.repeat(8_000)}`])],
  ['an encoded line in a path', rawRequest('GET', '/x%0d%0aSet-Cookie:%20x=injected', [AUTH])],
  ['an encoded escape in a path', rawRequest('GET', '/x%1b[2J%1b]0;owned%07', [AUTH])],
  ['an escape as it is in a path', rawRequest('GET', '/x\x1b[2J', [AUTH])],
  ['C1 controls in a path', rawRequest('GET', '/x\x9b2J\x85', [AUTH])],
  ['a quote in a path', rawRequest('GET', '/x","level":"fatal","y":"', [AUTH])],
  ['an encoded line in an id', rawRequest('GET', '/documents/a%0aSet-Cookie:x=injected', [AUTH])],
  ['an encoded line in a model', rawRequest('GET', '/v1/models/a%0d%0aSet-Cookie:x=injected', [AUTH])],
  ['an encoded line in a store', rawRequest('GET', '/documents/a?store=%0d%0aSet-Cookie:x=injected', [AUTH])],
  [
    'an origin of two lines',
    rawRequest('GET', '/stores', [AUTH, 'Origin: https://a\r\n\tSet-Cookie: x=injected']),
  ],
  ['an origin with an escape', rawRequest('GET', '/stores', [AUTH, 'Origin: \x1b[31mhttps://a'])],
  ['a method of its own', rawRequest('FOO\x1b[31m', '/stores', [AUTH])],
  ['a key with an escape', rawRequest('GET', '/stores', ['Authorization: Bearer sk_\x1b[31m'])],
  ['an address with an escape', rawRequest('GET', '/stores', [AUTH, 'X-Forwarded-For: \x1b[31m, 1.2.3.4'])],
  [
    'an event id of two lines',
    rawRequest('GET', '/answer/ans_1/events', [AUTH, 'Last-Event-ID: ans_1/1\r\n data: x']),
  ],
  ['a host of its own', rawRequest('GET', '/stores', [AUTH, 'Host: evil\x1b[31m'])],
  [
    'lines in a preflight',
    rawRequest('OPTIONS', '/answer', [
      'Origin: https://shop.example',
      'Access-Control-Request-Method: POST',
      'Access-Control-Request-Headers: x-stainless-a\r\n Set-Cookie: x=injected',
    ]),
  ],
];

describe('nothing that a request says becomes a header, or a line of the log', () => {
  test.each(HEADS)('%s', async (_where, request) => {
    const { text, statuses } = await sendRaw(server.url, request);
    expect(statuses).toHaveLength(1);
    expect(statuses[0]).toBeLessThan(500);
    const [head = ''] = text.split('\r\n\r\n');
    expect(head).not.toMatch(/^set-cookie/im);
    expect(head.split('\r\n').join('')).not.toMatch(CONTROL);
    checkLog();
  });

  test.each([
    ['a question', '/answer', { question: 'a\u001b[31m\r\nlevel' }],
    ['a store', '/answer', { question: 'a', store: 'a\u001b[31m\r\nx' }],
    ['a conversation', '/answer', { question: 'a', conversationId: 'cnv_\u001b[31m\r\nx' }],
    [
      'a model',
      '/v1/chat/completions',
      { model: 'a\r\nb\u001b[31m', messages: [{ role: 'user', content: 'a' }] },
    ],
    ['an answer', '/feedback', { answerId: 'a\r\nb\u001b[31m', rating: 1 }],
    ['a contact', '/handoff', { contact: 'a@b\r\nBcc: c@d', message: 'a' }],
    ['a filter', '/answer', { question: 'a', filters: { 'a\r\nb': 'c\u001b[31m' } }],
  ])('%s in a body', async (_where, path, body) => {
    const request = rawRequest('POST', path, [AUTH, JSON_TYPE], JSON.stringify(body));
    const { text, statuses } = await sendRaw(server.url, request);
    expect(statuses).toHaveLength(1);
    expect(statuses[0]).toBeLessThan(500);
    const [head = '', answered = ''] = text.split('\r\n\r\n');
    expect(head.split('\r\n').join('')).not.toMatch(CONTROL);
    expect(answered).not.toContain('\x1b');
    checkLog();
    expect(lines.length).toBeGreaterThan(0);
  });
});
