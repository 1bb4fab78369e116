import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeApp } from './app.ts';
import { makeFakeService } from './page/fake-service.ts';

test('over a real connection a client that is still sending gets to read its 413', async () => {
  const app = makeApp({ ...makeFakeService().deps, logger: pino({ level: 'silent' }) });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const headers = { 'content-type': 'application/json' };
  const megabytes = () => {
    let left = 48;
    return new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
  };
  try {
    for (const body of [new Uint8Array(3_000_000), megabytes()]) {
      const init = { method: 'POST', headers, body, duplex: 'half' as const };
      const response = await fetch(`http://127.0.0.1:${port}/answer`, init);
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ type: 'urn:aisle:problem:body-too-large' });
    }
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
