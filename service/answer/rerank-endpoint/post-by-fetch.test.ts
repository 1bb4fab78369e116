import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeRerankServer, startFakeRerankServer } from './fake-rerank-server.ts';
import { makePostByFetch } from './post-by-fetch.ts';

let server: FakeRerankServer;
beforeEach(async () => {
  server = await startFakeRerankServer({ kind: 'body', body: '[1]' });
});
afterEach(() => server.close());

const post = (maxBytes = 1_000, timeoutMs = 60_000) =>
  makePostByFetch({ url: new URL(`${server.url}/rerank`), apiKey: 'k', maxBytes }, fetch)(
    { query: 'q' },
    { timeoutMs, signal: new AbortController().signal },
  );

it('posts with the key and gives what the connections of its own would give', async () => {
  expect(await post()).toEqual({ status: 200, retryAfter: null, body: '[1]' });
  expect(server.calls).toEqual([{ path: '/rerank', authorization: 'Bearer k', body: { query: 'q' } }]);
});

it('keeps nothing of what an error says, and the wait that it asks for', async () => {
  server.become({ kind: 'status', status: 429, headers: { 'retry-after': '7' } });
  expect(await post()).toEqual({ status: 429, retryAfter: '7', body: '' });
});

it('follows no redirect', async () => {
  server.become({ kind: 'status', status: 307, headers: { location: server.url } });
  expect(await post()).toMatchObject({ status: 307, body: '' });
  expect(server.calls).toHaveLength(1);
});

it('ends a body without end, and a server that is silent', async () => {
  server.become({ kind: 'endless' });
  await expect(post()).rejects.toThrow('at most 1000 bytes');
  server.become({ kind: 'silent' });
  await expect(post(1_000, 200)).rejects.toThrow();
});
