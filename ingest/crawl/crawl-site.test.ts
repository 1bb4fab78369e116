import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSafeFetch } from '../safe-fetch.ts';
import type { CrawlEvent, DoneEvent, PageEvent } from './crawl-event.ts';
import type { CrawlOptions } from './crawl-options.ts';
import { crawlSite } from './crawl-site.ts';
import { makeFakeClock } from './fake-clock.ts';
import { type LocalServer, startLocalServer } from './local-server.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, visit: number) => void;
type Pages = Record<string, string | Handler>;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

const html = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const links = (...paths: string[]) => html(paths.map((path) => `<a href="${path}">${path}</a>`).join(''));
const send = (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Handler => {
  return (_, response) => response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
};
const redirect = (location: string) => send(302, { location });

/** Serves pages by path; `*` answers all others, which else are 404. `ORIGIN` in a page is the server's own. */
async function serve(pages: Pages): Promise<LocalServer> {
  const visits = new Map<string, number>();
  const server = await startLocalServer((request, response) => {
    const path = request.url ?? '';
    const page = pages[path] ?? pages['*'];
    visits.set(path, (visits.get(path) ?? 0) + 1);
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'function') page(request, response, visits.get(path) ?? 0);
    else
      response.writeHead(200, { 'content-type': 'text/html' }).end(page.replaceAll('ORIGIN', server.origin));
  });
  opened.push(server);
  return server;
}

interface Crawled {
  events: CrawlEvent[];
  pages: string[];
  done: DoneEvent;
  problems: string[];
  skipped: Record<string, string>;
  clock: ReturnType<typeof makeFakeClock>;
}

async function crawl(server: LocalServer, options: Partial<CrawlOptions> = {}): Promise<Crawled> {
  const safeFetch = makeSafeFetch({ allowHosts: [server.host] });
  opened.push(safeFetch);
  const clock = makeFakeClock();
  const start = new URL(server.origin);
  const events: CrawlEvent[] = [];
  for await (const event of crawlSite({ start, safeFetch, clock, random: () => 0, ...options }))
    events.push(event);
  const path = (url: string) => url.replace(server.origin, '');
  const done = events.at(-1);
  if (done?.type !== 'done') throw new Error(`expected done as the last event, got ${done?.type}`);
  return {
    events,
    done,
    clock,
    pages: events
      .filter((event) => event.type === 'page')
      .map((event) => path(event.url))
      .sort(),
    problems: events.filter((event) => event.type === 'problem').map((event) => event.reason),
    skipped: Object.fromEntries(
      events.filter((event) => event.type === 'skipped').map((event) => [path(event.url), event.rule]),
    ),
  };
}

const pageAt = (crawled: Crawled, path: string): PageEvent => {
  const page = crawled.events.find((event) => event.type === 'page' && event.url.endsWith(path));
  if (page?.type !== 'page') throw new Error(`expected a page ${path}, got ${crawled.pages.join(' ')}`);
  return page;
};

describe('discovery', () => {
  it('finds pages by links, fetches each once, and ends complete', async () => {
    const server = await serve({
      '/': links(
        '/a',
        '/a#part',
        '/a?utm_source=x',
        '/b',
        'https://other.example/',
        'mailto:a@b.example',
        '/logo.png',
      ),
      '/a': links('/', '/b'),
      '/b': links('/a'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/a', '/b']);
    expect(crawled.done).toMatchObject({ complete: true, reason: null, pages: 3, problems: 0 });
    expect(server.requests.toSorted()).toEqual(['/', '/a', '/b', '/robots.txt', '/sitemap.xml']);
    expect(pageAt(crawled, '/').links).toEqual([`${server.origin}/a`, `${server.origin}/b`]);
  });

  it('reads a sitemap index with gzipped sitemaps that robots.txt lists', async () => {
    const server = await serve({
      '/': links(),
      '/robots.txt': 'User-agent: *\nSitemap: ORIGIN/index.xml',
      '/index.xml': '<sitemapindex><sitemap><loc>ORIGIN/s.xml.gz</loc></sitemap></sitemapindex>',
      '/s.xml.gz': (_, response) =>
        response.end(
          gzipSync(
            `<urlset><url><loc>${server.origin}/deep</loc></url><url><loc>https://other.example/x</loc></url></urlset>`,
          ),
        ),
      '/deep': html('found'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/deep']);
    expect(crawled.skipped).toEqual({ 'https://other.example/x': 'off-site' });
  });

  it('reports a listed sitemap that cannot be read, and is not complete then', async () => {
    const server = await serve({
      '/': links(),
      '/robots.txt': 'Sitemap: ORIGIN/s.xml',
      '/s.xml': '<!DOCTYPE html><html></html>',
    });
    const crawled = await crawl(server);
    expect(crawled.problems).toEqual([
      expect.stringMatching(/s\.xml: expected a sitemap, found a document type/),
    ]);
    expect(crawled.done.complete).toBe(false);
  });

  it('hands over files by what they are, and skips what is no document', async () => {
    const server = await serve({
      '/': links('/guide.pdf', '/notes', '/readme.md', '/data'),
      '/guide.pdf': send(200, { 'content-type': 'application/octet-stream' }, '%PDF-1.7'),
      '/notes': send(200, { 'content-type': 'text/plain; charset=utf-8', etag: '"n"' }, 'notes'),
      '/readme.md': send(200, { 'content-type': 'text/plain' }, '# hi'),
      '/data': send(200, { 'content-type': 'application/json' }, '{}'),
    });
    const crawled = await crawl(server);
    const files = crawled.events.filter((event) => event.type === 'file');
    expect(
      Object.fromEntries(files.map((file) => [file.url.replace(server.origin, ''), file.contentType])),
    ).toEqual({
      '/guide.pdf': 'application/pdf',
      '/notes': 'text/plain',
      '/readme.md': 'text/markdown',
    });
    expect(files.find((file) => file.etag === '"n"')?.body.toString()).toBe('notes');
    expect(crawled.skipped).toEqual({ '/data': 'content-type' });
  });

  it('keeps to include and exclude globs, but reads the start page for its links', async () => {
    const server = await serve({
      '/': links('/help/a', '/help/old/b', '/shop'),
      '/help/a': html('a'),
      '*': html('other'),
    });
    const crawled = await crawl(server, { include: ['/help/**'], exclude: ['/help/old/**'] });
    expect(crawled.pages).toEqual(['/help/a']);
    expect(crawled.skipped).toEqual({
      '/': 'filter',
      '/help/old/b': 'filter',
      '/shop': 'filter',
    });
  });

  it('decodes pages in their charset', async () => {
    const body = Buffer.from('<title>Devoluci\xf3n</title>', 'latin1');
    const server = await serve({ '/': send(200, { 'content-type': 'text/html; charset=iso-8859-1' }, body) });
    expect(
      pageAt(await crawl(server), '/')
        .$('title')
        .text(),
    ).toBe('Devolución');
  });
});

describe('what pages say', () => {
  it('obeys robots.txt, and does not ask for what it forbids', async () => {
    const server = await serve({
      '/': links('/cart', '/open'),
      '/robots.txt': 'User-agent: *\nDisallow: /cart',
      '/open': html('open'),
      '/cart': html('cart'),
    });
    const crawled = await crawl(server);
    expect(crawled.skipped).toEqual({ '/cart': 'robots' });
    expect(server.requests).not.toContain('/cart');
    expect((await crawl(server, { respectRobots: false })).pages).toContain('/cart');
  });

  it('leaves out noindex pages but follows their links, nofollow ones not', async () => {
    const server = await serve({
      '/': links('/noindex', '/nofollow', '/header'),
      '/noindex': html('<a href="/x">x</a>', '<meta name="robots" content="noindex">'),
      '/nofollow': html('<a href="/y">y</a>', '<meta name="robots" content="nofollow">'),
      '/header': send(200, { 'x-robots-tag': 'noindex' }, html('')),
      '/x': html('x'),
      '/y': html('y'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/nofollow', '/x']);
    expect(crawled.skipped).toEqual({ '/noindex': 'noindex', '/header': 'noindex' });
  });

  it('keeps one page of several that name it as canonical', async () => {
    const canonical = (path: string) => html('', `<link rel="canonical" href="${path}">`);
    const server = await serve({
      '/': links('/p?color=red', '/p?color=blue', '/abroad', '/template', '/dead', '/loop-a', '/self'),
      '/p?color=red': canonical('/p'),
      '/p?color=blue': canonical('/p'),
      '/p': canonical('/p'),
      '/abroad': canonical('https://production.example/abroad'),
      '/template': canonical('/'),
      '/dead': canonical('/missing'),
      '/loop-a': canonical('/loop-b'),
      '/loop-b': canonical('/loop-a'),
      '/self': canonical('/self#top'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/abroad', '/dead', '/loop-a', '/p', '/self', '/template']);
    expect(crawled.skipped).toEqual({
      '/p?color=red': 'canonical',
      '/p?color=blue': 'canonical',
      '/loop-b': 'canonical',
    });
    expect(crawled.done.complete).toBe(true);
  });

  it('follows redirects and quick meta refreshes to the page they lead to', async () => {
    const server = await serve({
      '/': links('/old', '/older', '/refresh', '/away'),
      '/old': redirect('/new#x'),
      '/older': redirect('/old'),
      '/refresh': html('', '<meta http-equiv="refresh" content="0;url=/new">'),
      '/away': redirect('https://other.example/'),
      '/new': html('new'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/new']);
    expect(crawled.skipped).toEqual({
      '/old': 'redirect',
      '/older': 'redirect',
      '/refresh': 'redirect',
      '/away': 'off-site',
    });
    expect(pageAt(crawled, '/new').requestedUrl).not.toBe(pageAt(crawled, '/new').url);
    expect(server.requests.filter((path) => path === '/new')).toHaveLength(1);
  });

  it('names redirect loops and endless redirects, once each', async () => {
    const server = await serve({
      '/': links('/loop1', '/self', '/r?n=0'),
      '/loop1': redirect('/loop2'),
      '/loop2': redirect('/loop1'),
      '/self': redirect('/self'),
      '*': (request, response) => {
        const n = Number(/n=(\d+)/.exec(request.url ?? '')?.[1]);
        response.writeHead(request.url?.startsWith('/r?') ? 302 : 404, { location: `/r?n=${n + 1}` }).end();
      },
    });
    const crawled = await crawl(server);
    expect(crawled.problems.sort()).toEqual([
      expect.stringMatching(
        /\/loop2: expected a page, found a redirect loop: .*\/loop2 → .*\/loop1 → .*\/loop2/,
      ),
      expect.stringMatching(/\/r\?n=5: expected a page, found more than 5 redirects/),
      expect.stringMatching(/\/self: expected a page, found a redirect to itself/),
    ]);
  });

  it('gives a server the spelling of a URL that it insists on', async () => {
    const server = await serve({
      '/': links('/p?b=1&a=2'),
      '/p?a=2&b=1': redirect('/p?b=1&a=2'),
      '/p?b=1&a=2': html('insisted'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/p?a=2&b=1']);
    expect(crawled.problems).toEqual([]);
  });
});

describe('conditional requests', () => {
  it('asks with the validators that it knows, and visits every known URL', async () => {
    const conditional: Handler = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else if (request.headers['if-modified-since'] === 'Thu, 01 Jan 2026 00:00:00 GMT')
        response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/html', etag: '"2"' }).end(html('new'));
    };
    const server = await serve({
      '/': links('/a'),
      '/a': conditional,
      '/orphan': conditional,
      '/edited': conditional,
    });
    const known = new Map([
      [`${server.origin}/`, { etag: '"1"', lastModified: null }],
      [`${server.origin}/a`, { etag: '"1"', lastModified: null }],
      [`${server.origin}/orphan`, { etag: null, lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' }],
      [`${server.origin}/edited`, { etag: '"0"', lastModified: null }],
      [`${server.origin}/deleted`, { etag: '"1"', lastModified: null }],
    ]);
    const crawled = await crawl(server, { known });
    const unchanged = crawled.events.filter((event) => event.type === 'unchanged').map((event) => event.url);
    expect(unchanged.sort()).toEqual([`${server.origin}/a`, `${server.origin}/orphan`]);
    expect(crawled.pages).toEqual(['/', '/edited']);
    expect(crawled.events).toContainEqual({ type: 'gone', url: `${server.origin}/deleted`, status: 404 });
    expect(crawled.done).toMatchObject({ complete: true, unchanged: 2, gone: 1 });
  });
});

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
