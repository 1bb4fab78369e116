import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { watchConnections } from './connections.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Answers by `listener`, and keeps connections open for longer than a test may take. */
async function serve(listener: RequestListener) {
  const server = createServer({ keepAliveTimeout: 600_000, requestTimeout: 0 }, listener);
  const connections = watchConnections(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.closeAllConnections());
  const { port } = server.address() as AddressInfo;
  return {
    async open() {
      const accepted = once(server, 'connection') as Promise<[Socket]>;
      const client = makeClient(connect(port, '127.0.0.1'));
      const [atServer] = await accepted;
      return { ...client, arrived: () => atServer.bytesRead };
    },
    async close(): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      connections.end();
      await closed;
    },
  };
}

function makeClient(socket: Socket) {
  let received = '';
  const ended = once(socket, 'close');
  socket.setEncoding('utf8').on('data', (text) => {
    received += text;
  });
  return {
    send: (text: string) => socket.write(text),
    async receive(text: string): Promise<void> {
      while (!received.includes(text)) await once(socket, 'data');
    },
    /** All that came, once the connection is over. */
    async rest(): Promise<string> {
      await ended;
      return received;
    },
  };
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: shop\r\n\r\n';

/** A listener that says when it was asked, and answers when it is let. */
function makeHeld(begin: RequestListener = () => {}) {
  const asked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const listener: RequestListener = async (request, response) => {
    begin(request, response);
    asked.resolve();
    await held.promise;
    response.end('the end');
  };
  return { listener, asked: asked.promise, release: held.resolve };
}

it('ends at once what is kept open after a response, and what has asked nothing yet', async () => {
  const server = await serve((_, response) => response.end('hello'));
  const [kept, silent] = [await server.open(), await server.open()];
  kept.send(REQUEST);
  await kept.receive('hello');
  await server.close();
  expect(await kept.rest()).toContain('Connection: keep-alive');
  expect(await silent.rest()).toBe('');
});

it('lets a response end, and says that it is the last', async () => {
  const { listener, asked, release } = makeHeld();
  const server = await serve(listener);
  const client = await server.open();
  client.send(REQUEST);
  await asked;
  const closed = server.close();
  release();
  await closed;
  const response = await client.rest();
  expect(response).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(response).toMatch(/\r\nConnection: close\r\n/);
  expect(response).toMatch(/the end/);
});

it('ends a connection after a stream that began before', async () => {
  const { listener, asked, release } = makeHeld((_, response) => response.write('first '));
  const server = await serve(listener);
  const client = await server.open();
  client.send(REQUEST);
  await asked;
  await client.receive('first ');
  const closed = server.close();
  release();
  await closed;
  expect(await client.rest()).toMatch(/first [\s\S]*the end\r\n0\r\n\r\n$/);
});

it('answers a request of which a part had come', async () => {
  const server = await serve((_, response) => response.end('hello'));
  const client = await server.open();
  client.send(REQUEST);
  await client.receive('hello');
  client.send(REQUEST.slice(0, 20));
  await vi.waitFor(() => expect(client.arrived()).toBe(REQUEST.length + 20));
  const closed = server.close();
  client.send(REQUEST.slice(20));
  await closed;
  const responses = (await client.rest()).split(/(?=HTTP\/1\.1)/);
  expect(responses).toHaveLength(2);
  expect(responses[1]).toMatch(/\r\nConnection: close\r\n/);
});
