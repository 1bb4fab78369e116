import { once } from 'node:events';
import { connect } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { makeApp } from '../app.ts';
import { type Listening, listen } from '../listen.ts';
import { makeFakeService } from '../mock/fake-service.ts';

const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close(0);
});

const timeouts = { headersTimeout: 150, requestTimeout: 300, connectionsCheckingInterval: 30 };

/** What a client gets to read that sends this and then no more. */
async function sendAndWait(text: string): Promise<string> {
  const app = makeApp({ ...makeFakeService().deps, logger: pino({ level: 'silent' }) });
  const server = await listen(app, 0, '127.0.0.1', { timeouts });
  open.push(server);
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text));
  let got = '';
  socket.on('data', (chunk) => {
    got += chunk;
  });
  socket.on('error', () => {});
  await once(socket, 'close');
  return got;
}

test('a client that does not finish its headers is cut', async () => {
  expect(await sendAndWait('POST /answer HTTP/1.1\r\nhost: localhost\r\n')).toMatch(/^HTTP\/1\.1 408 /);
});

test('a client that does not finish its body is cut', async () => {
  const head =
    'POST /answer HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"question"';
  expect(await sendAndWait(head)).toMatch(/^HTTP\/1\.1 408 /);
});
