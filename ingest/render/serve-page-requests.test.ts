import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startLocalServer } from '../crawl/local-server.ts';
import { makeSafeFetch } from '../safe-fetch.ts';
import { makeResourceCache } from './resource-cache.ts';
import { makePageServer, type PageServerOptions } from './serve-page-requests.ts';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

async function start(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  options: Partial<PageServerOptions> = {},
) {
  const site = await startLocalServer(handle);
  const safeFetch = makeSafeFetch({ allowHosts: [site.host] });
  opened.push(site, safeFetch);
  const cache = makeResourceCache(1_000);
  const rest = {
    maxBytes: 10_000,
    maxRequests: 10,
    allows: () => true,
    signal: new AbortController().signal,
  };
  const make = () => makePageServer({ safeFetch, cache, ...rest, ...options });
  const ask = (path: string, more: object = {}) => ({
    method: 'GET',
    url: new URL(path, site.origin).href,
    type: 'fetch',
    headers: {},
    ...more,
  });
  return { site, server: make(), make, ask };
}

describe("a page's request", () => {
  it('is sent without cookies, and with what the page has set', async () => {
    const { server, ask } = await start((request, response) => response.end(JSON.stringify(request.headers)));
    const headers = {
      cookie: 'session=1',
      'x-api-key': 'public',
      'user-agent': 'Chrome',
      'sec-fetch-mode': 'cors',
    };
    const sent = JSON.parse(String((await server.serve(ask('/', { headers })))?.body));
    expect(sent).toMatchObject({ 'x-api-key': 'public', 'user-agent': 'AisleBot/0.1' });
    expect(sent).not.toHaveProperty('cookie');
    expect(sent).not.toHaveProperty('sec-fetch-mode');
  });

  it.each([
    ['a POST', { method: 'POST' }, 'only GET is sent for a page, found POST'],
    ['a stream', { type: 'eventsource' }, 'event streams are not opened'],
    ['a picture', { type: 'image' }, null],
    ['a font', { type: 'font' }, null],
    ['a frame', { type: 'document' }, null],
  ])('is refused when it is %s', async (_, more, reason) => {
    const { site, server, ask } = await start((_, response) => response.end('x'));
    expect(await server.serve(ask('/', more))).toBeNull();
    expect(server.refusals.map((refusal) => refusal.reason)).toEqual(reason === null ? [] : [reason]);
    expect(site.requests).toEqual([]);
  });

  it('is judged again wherever it is redirected to', async () => {
    const allows = async (url: URL) => url.pathname !== '/private';
    const { site, server, ask } = await start(
      (request, response) =>
        request.url === '/moved'
          ? response.writeHead(302, { location: '/private' }).end()
          : response.end('x'),
      { allows },
    );
    expect(await server.serve(ask('/moved'))).toBeNull();
    expect(server.refusals[0]?.reason).toBe(`robots.txt forbids ${site.origin}/private`);
    expect(site.requests).toEqual(['/moved']);
  });

  it('ends with the bytes and the requests of its page', async () => {
    const { server, ask } = await start((_, response) => response.end('x'.repeat(4_000)));
    const answers = [];
    for (let at = 0; at < 12; at++) answers.push(await server.serve(ask(`/${at}`)));
    expect(answers.map((answer) => answer !== null)).toEqual([true, true, ...Array(10).fill(false)]);
    expect(server.bytes()).toBeLessThanOrEqual(10_000);
    expect(server.refusals.at(-1)?.reason).toContain('the 10 requests that one page may make');
  });

  it('for a script is made once for all pages, unless its server says no-store', async () => {
    const { site, make, ask } = await start((request, response) =>
      response.writeHead(200, request.url === '/fresh.js' ? { 'cache-control': 'no-store' } : {}).end('1'),
    );
    for (const server of [make(), make(), make()]) {
      for (const path of ['/app.js', '/fresh.js']) await server.serve(ask(path, { type: 'script' }));
      expect(server.bytes()).toBe(2);
    }
    expect(site.requests.filter((path) => path === '/app.js')).toHaveLength(1);
    expect(site.requests.filter((path) => path === '/fresh.js')).toHaveLength(3);
  });
});

it('a cache forgets what was used longest ago when it is full', async () => {
  const cache = makeResourceCache(10);
  const loads: string[] = [];
  const get = (key: string) =>
    cache.get(key, async () => {
      loads.push(key);
      return { url: key, status: 200, headers: {}, body: Buffer.alloc(4), redirects: [] };
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
  expect(loads).toEqual(['a', 'b', 'c', 'b']);
});
