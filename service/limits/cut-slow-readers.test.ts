import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { cutSlowReaders } from './cut-slow-readers.ts';

const open: { close(): unknown }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

/** A server that writes for ever, as fast as it is read. */
async function endless(stallMs: number, onCut: () => void): Promise<{ server: Server; port: number }> {
  const server = createServer((_request, response) => {
    const chunk = Buffer.alloc(64 * 1024);
    const write = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', write);
    write();
  });
  cutSlowReaders(server, stallMs, onCut);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({ close: () => server.close() });
  return { server, port: (server.address() as AddressInfo).port };
}

function ask(port: number): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'));
  socket.on('error', () => {});
  open.push({ close: () => socket.destroy() });
  return socket;
}

test('a reader that takes nothing is cut, one that goes on reading is not', async () => {
  const cut = vi.fn();
  const { port } = await endless(400, cut);
  const reading = ask(port);
  let read = 0;
  reading.on('data', (chunk) => {
    read += chunk.length;
  });
  const stalled = ask(port);
  stalled.pause();
  const ended = once(stalled, 'close');
  await vi.waitFor(() => expect(cut).toHaveBeenCalledTimes(1), { timeout: 60_000 });
  stalled.resume();
  await ended;
  expect(reading.destroyed).toBe(false);
  const before = read;
  await vi.waitFor(() => expect(read).toBeGreaterThan(before), { timeout: 60_000 });
});

test('a connection that nothing is written to may wait', async () => {
  const cut = vi.fn();
  const server = createServer((_request, response) => response.flushHeaders());
  cutSlowReaders(server, 20, cut);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({ close: () => server.closeAllConnections() }, { close: () => server.close() });
  const socket = ask((server.address() as AddressInfo).port);
  await once(socket, 'data');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(cut).not.toHaveBeenCalled();
});
