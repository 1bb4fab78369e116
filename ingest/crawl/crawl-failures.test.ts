import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSafeFetch } from '../safe-fetch.ts';
import { crawlSite } from './crawl-site.ts';
import { closeAll, crawl, html, links, opened, redirect, send, serve } from './testing/crawl-local.ts';

afterEach(closeAll);

describe('failures', () => {
  it('tries again after a 500, with backoff', async () => {
    const server = await serve({
      '/': links('/flaky'),
      '/flaky': (_, response, visit) =>
        response.writeHead(visit < 3 ? 500 : 200, { 'content-type': 'text/html' }).end('ok'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/flaky']);
    expect(crawled.clock.slept).toEqual([250, 500]);
  });

  it('waits as long as a 429 asks, before any other page too', async () => {
    const server = await serve({
      '/': links('/busy'),
      '/busy': (_, response, visit) => {
        if (visit === 1) response.writeHead(429, { 'retry-after': '30' }).end();
        else response.writeHead(200, { 'content-type': 'text/html' }).end('ok');
      },
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toContain('/busy');
    expect(crawled.clock.slept).toEqual([30_000]);
  });

  it('says which page failed, with what to do, and is not complete', async () => {
    const server = await serve({
      '/': links('/broken', '/members', '/fine'),
      '/broken': send(500),
      '/members': send(401),
      '/fine': html('x'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/fine']);
    const problems = crawled.events.filter((event) => event.type === 'problem');
    expect(problems).toHaveLength(2);
    expect(problems.find((problem) => problem.url.endsWith('/broken'))).toMatchObject({
      stage: 'fetch',
      retryable: true,
      reason: expect.stringContaining('found status 500 3 times'),
    });
    expect(problems.find((problem) => problem.url.endsWith('/members'))).toMatchObject({ retryable: false });
    expect(crawled.done).toMatchObject({
      complete: false,
      reason: expect.stringContaining('expected a page'),
    });
  });

  it('leaves out a gzip bomb, an endless body and a page that never answers, and goes on', async () => {
    const server = await serve({
      '/': links('/bomb', '/endless', '/slow', '/fine'),
      '/bomb': send(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(5_000_000))),
      '/endless': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const pour = () => {
          while (!response.destroyed && response.write('x'.repeat(60_000)));
        };
        response.on('drain', pour);
        pour();
      },
      '/slow': () => {},
      '/fine': html('x'),
    });
    const inner = makeSafeFetch({ allowHosts: [server.host] });
    opened.push(inner);
    const crawled = await crawl(server, {
      safeFetch: (url, options) => inner(url, { ...options, maxBytes: 500_000, timeoutMs: 250 }),
    });
    expect(crawled.pages).toEqual(['/', '/fine']);
    expect(crawled.problems.toSorted()).toEqual([
      expect.stringMatching(/\/bomb: expected at most 500000 bytes/),
      expect.stringMatching(/\/endless: expected at most 500000 bytes/),
      expect.stringMatching(/\/slow: expected a whole response within 0.25 s/),
    ]);
  });

  it('reads a page whose elements nest without end', async () => {
    const server = await serve({
      '/': links('/deep', '/fine'),
      '/deep': html(`${'<div>'.repeat(60_000)}<a href="/below">below</a>`),
      '/below': html('down here'),
      '/fine': html('<br>'.repeat(5000)),
    });
    const crawled = await crawl(server);
    expect(crawled.pages.toSorted()).toEqual(['/', '/below', '/deep', '/fine']);
    expect(crawled.problems).toEqual([]);
  });

  it('says once that a site which fails throughout does, and stops', async () => {
    const many = Array.from({ length: 200 }, (_, index) => `/p${index}`);
    const server = await serve({
      '/': links(...many),
      '/robots.txt': send(404),
      '/sitemap.xml': send(404),
      '*': send(403),
    });
    const crawled = await crawl(server);
    expect(crawled.problems).toEqual([expect.stringMatching(/answers 403 throughout/)]);
    expect(crawled.done.complete).toBe(false);
    expect(server.requests.length).toBeLessThan(40);
  });

  it.each([
    ['403', send(403), /found status 403\. The site refuses this crawler/],
    ['500', send(500), /found status 500 3 times\. The site has an error/],
    ['404', send(404), /found status 404\. There is no such page/],
    [
      'json',
      send(200, { 'content-type': 'application/json' }, '{}'),
      /found application\/json\. Start at a web page/,
    ],
    ['redirect away', redirect('https://other.example/'), /found a redirect to https:\/\/other\.example\//],
  ])('reports a start page that answers %s as one problem', async (_, handler, reason) => {
    const server = await serve({ '/': handler });
    const crawled = await crawl(server);
    expect(crawled.problems).toEqual([expect.stringMatching(reason)]);
    expect(crawled.done).toMatchObject({ complete: false, pages: 0, problems: 1 });
  });

  it('crawls nothing where robots.txt answers 500, or forbids the start page', async () => {
    const failing = await crawl(await serve({ '/': html('x'), '/robots.txt': send(500) }));
    expect(failing.events).toHaveLength(2);
    expect(failing.events[0]).toMatchObject({ type: 'problem', stage: 'robots', retryable: true });
    const forbidding = await crawl(
      await serve({ '/': html('x'), '/robots.txt': 'User-agent: *\nDisallow: /' }),
    );
    expect(forbidding.events[0]).toMatchObject({
      stage: 'robots',
      reason: expect.stringContaining('line 2'),
    });
  });

  it('allows everything where robots.txt answers 403', async () => {
    expect((await crawl(await serve({ '/': html('x'), '/robots.txt': send(403) }))).pages).toEqual(['/']);
  });

  it('reports a private address, a name that does not resolve and a refused connection as one problem each', async () => {
    const server = await serve({ '/': html('x') });
    const blocked = makeSafeFetch();
    opened.push(blocked);
    expect((await crawl(server, { safeFetch: blocked })).problems).toEqual([
      expect.stringMatching(new RegExp(`loopback address.*--allow-host ${server.host}`)),
    ]);
    expect(server.requests).toEqual([]);
    const unresolved = await crawl(server, { start: new URL('http://shop.invalid/') });
    expect(unresolved.problems).toEqual([expect.stringMatching(/^GET http:\/\/shop\.invalid\/: expected/)]);
    await server.close();
    expect((await crawl(server)).problems).toEqual([
      expect.stringMatching(/\/: expected a server, found the connection refused/),
    ]);
  });
});

describe('limits', () => {
  it('stops at the page limit, says so, and is not complete', async () => {
    const server = await serve({ '/': links('/a', '/b', '/c', '/d'), '*': html('x') });
    const crawled = await crawl(server, { maxPages: 3, respectRobots: false });
    expect(crawled.pages).toHaveLength(3);
    expect(crawled.problems.filter((reason) => reason.includes('at most 3 pages'))).toHaveLength(1);
    expect(crawled.done.complete).toBe(false);
  });

  it('ends on a site that generates links without end', async () => {
    const server = await serve({
      '/sitemap.xml': send(404),
      '*': (request, response) => {
        const path = request.url?.split('?')[0];
        const next = Number(/n=(\d+)/.exec(request.url ?? '')?.[1] ?? 0) + 1;
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(links(`${path}?n=${next}`, `.${path}/in/in/`));
      },
    });
    const crawled = await crawl(server, {
      respectRobots: false,
      traps: { maxQueriesPerPath: 8, maxDepth: 6 },
    });
    expect(crawled.problems.length).toBeGreaterThan(0);
    expect(crawled.problems.every((reason) => reason.includes('without end'))).toBe(true);
    expect(crawled.done.complete).toBe(false);
  });

  it('stops when it is aborted, without blaming the site', async () => {
    const controller = new AbortController();
    const server = await serve({ '/': links('/a', '/b'), '*': () => controller.abort() });
    const crawled = await crawl(server, { signal: controller.signal, respectRobots: false });
    expect(crawled.done).toMatchObject({ complete: false, reason: 'stopped by the caller', problems: 0 });
  });

  it('fetches no further than a few pages ahead of its consumer, and stops with it', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `/p${index}`);
    const server = await serve({ '/': links(...many), '*': html('x') });
    const safeFetch = makeSafeFetch({ allowHosts: [server.host] });
    opened.push(safeFetch);
    let pages = 0;
    for await (const event of crawlSite({
      start: new URL(server.origin),
      safeFetch,
      concurrency: 2,
      respectRobots: false,
    })) {
      if (event.type === 'page') pages += 1;
      if (pages === 10) break;
    }
    expect(server.requests.length).toBeLessThan(20);
  });

  it('keeps the pace that robots.txt asks for', async () => {
    const server = await serve({
      '/': links('/a'),
      '/robots.txt': 'User-agent: *\nCrawl-delay: 2',
      '/a': html('x'),
    });
    const crawled = await crawl(server);
    expect(crawled.clock.now()).toBeGreaterThanOrEqual(4000);
  });

  it('reports progress, and refuses limits that make no sense', async () => {
    const server = await serve({ '/': links('/a'), '/a': html('x') });
    const progress: number[] = [];
    await crawl(server, { onProgress: ({ documents }) => progress.push(documents) });
    expect(progress.at(-1)).toBe(2);
    await expect(crawl(server, { maxPages: 0 })).rejects.toThrow(
      /maxPages: expected a whole number from 1, got 0/,
    );
  });
});
