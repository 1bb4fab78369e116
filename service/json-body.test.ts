import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import fc from 'fast-check';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeApp } from './app.ts';
import { depthOf } from './json-body.ts';
import { makeFakeService } from './mock/fake-service.ts';

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

const deep = (levels: number) =>
  `{"question":"a","filters":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;

test('a body that is nested too deep is told so, brackets within texts are none', async () => {
  const app = makeApp({ ...makeFakeService().deps, logger: pino({ level: 'silent' }) });
  const post = (body: string) =>
    app.request('/answer', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  for (const body of [deep(33), deep(20_000), '['.repeat(60_000)]) {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('32 levels deep') });
  }
  expect(await (await post(deep(32))).json()).toMatchObject({ errors: [{ path: 'filters' }] });
  const question = `"\\"${'[{'.repeat(100)}`;
  expect((await post(JSON.stringify({ question }))).status).toBe(200);
});

test('the depth of JSON is told without parsing it', () => {
  const depthByParsing = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map(depthByParsing))
      : 0;
  fc.assert(
    fc.property(fc.json({ depthSize: 'large' }), (json) => {
      expect(depthOf(json)).toBe(depthByParsing(JSON.parse(json)));
    }),
  );
});
