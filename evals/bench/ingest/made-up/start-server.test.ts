import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMadeUpSite } from './site.ts';
import { type MadeUpServer, startMadeUpServer } from './start-server.ts';

const stopping = new AbortController();
let server: MadeUpServer;

beforeAll(async () => {
  server = await startMadeUpServer(20, stopping.signal);
});
afterAll(() => server.stop());

it('serves the shop, and counts bodies and answers "not modified" of pages alone', async () => {
  const page = makeMadeUpSite(20, server.origin).page('/');
  const { result, served } = await server.during(async () => {
    const first = await fetch(`${server.origin}/`);
    const again = await fetch(`${server.origin}/`, {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    });
    const others = await Promise.all(
      ['/robots.txt', '/sitemap.xml', '/no'].map((at) => fetch(server.origin + at)),
    );
    return { body: await first.text(), statuses: [again, ...others].map(({ status }) => status) };
  });
  expect(result.body).toBe(page.html);
  expect(result.statuses).toEqual([304, 200, 200, 404]);
  expect(served).toEqual({ bodies: 1, notModified: 1 });
});

it('serves an edited page under a new ETag', async () => {
  const site = makeMadeUpSite(20, server.origin);
  const page = site.paths.map((path) => site.page(path)).find(({ editable }) => editable !== null);
  const ask = () => fetch(server.origin + page?.path);
  const before = await ask();
  await server.edit(page?.path ?? '', page?.editable ?? '', 'Letters are answered at once.');
  const after = await ask();
  expect(await after.text()).toContain('<p>Letters are answered at once.</p>');
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
});

it('ends when it is stopped by the signal, and says why it does not answer', async () => {
  stopping.abort(new Error('stopped by the user'));
  await expect(server.during(async () => {})).rejects.toThrow();
  await expect(fetch(server.origin)).rejects.toThrow();
});
