import { afterEach, describe, expect, it } from 'vitest';
import type { Via } from './crawl-event.ts';
import type { KnownUrl } from './crawl-options.ts';
import type { LocalServer } from './local-server.ts';
import { closeAll, crawl, type Handler, html, links, redirect, send, serve } from './testing/crawl-local.ts';

afterEach(closeAll);

/** Answers with an ETag, 304 where it is asked with that. */
const tagged = (body: string, etag = '"1"'): Handler => {
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'text/html', etag }).end(body);
  };
};

/** What a run would remember of another: validators of all that was fetched, and what was found. */
async function remember(server: LocalServer): Promise<Map<string, KnownUrl>> {
  const known = new Map<string, KnownUrl>();
  const first = await crawl(server, {
    onFound: (url) => known.set(url, { etag: null, lastModified: null, isDocument: false }),
  });
  for (const event of first.events) {
    if (event.type === 'done' || event.fetched === null) continue;
    const { etag, lastModified } = event.fetched;
    const isDocument = event.type === 'page' || event.type === 'file';
    const copyOf = event.type === 'skipped' && event.rule === 'canonical' ? event.target : null;
    known.set(event.url, { etag, lastModified, isDocument, ...(copyOf === null ? {} : { copyOf }) });
  }
  return known;
}

describe('provenance', () => {
  it('says of each event how its URL was met, and tells each URL once', async () => {
    const server = await serve({
      '/': links('/a', '/old', '/cart', '/missing', '/es-page'),
      '/robots.txt': 'User-agent: *\nDisallow: /cart\nSitemap: ORIGIN/s.xml',
      '/s.xml':
        '<urlset><url><loc>ORIGIN/listed</loc><xhtml:link rel="alternate" hreflang="es" href="ORIGIN/es"/></url></urlset>',
      '/a': html('a', '<link rel="canonical" href="/b">'),
      '/b': html('b', '<link rel="alternate" hreflang="fr" href="/fr">'),
      '/old': redirect('/new'),
      '*': (request, response) => {
        const found = ['/new', '/listed', '/es', '/fr', '/orphan'].includes(request.url ?? '');
        response.writeHead(found ? 200 : 404, { 'content-type': 'text/html' }).end(html(request.url ?? ''));
      },
    });
    const at = (path: string) => `${server.origin}${path}`;
    const told: [string, Via][] = [];
    const crawled = await crawl(server, {
      known: new Map([[at('/orphan'), { etag: null, lastModified: null }]]),
      onFound: (url, via) => told.push([url, via]),
    });
    const expected: Record<string, Via> = {
      [at('/')]: { by: 'start', from: null },
      [at('/a')]: { by: 'link', from: at('/') },
      [at('/b')]: { by: 'canonical', from: at('/a') },
      [at('/old')]: { by: 'link', from: at('/') },
      [at('/new')]: { by: 'redirect', from: at('/old') },
      [at('/cart')]: { by: 'link', from: at('/') },
      [at('/missing')]: { by: 'link', from: at('/') },
      [at('/es-page')]: { by: 'link', from: at('/') },
      [at('/listed')]: { by: 'sitemap', from: at('/s.xml') },
      [at('/es')]: { by: 'hreflang', from: at('/s.xml') },
      [at('/fr')]: { by: 'hreflang', from: at('/b') },
      [at('/orphan')]: { by: 'known', from: null },
    };
    const events = crawled.events.filter((event) => event.type !== 'done');
    expect(Object.fromEntries(events.map((event) => [event.url, event.via]))).toEqual(expected);
    delete expected[at('/cart')];
    expect(told).toHaveLength(Object.keys(expected).length);
    expect(Object.fromEntries(told)).toEqual(expected);
  });

  it('says what was fetched, and null where nothing was asked for or came', async () => {
    const server = await serve({
      '/': links('/noindex', '/broken', '/gone', '/cart', '/copy', '/dead'),
      '/robots.txt': 'User-agent: *\nDisallow: /cart',
      '/noindex': send(200, { 'x-robots-tag': 'noindex', etag: '"n"' }, '12345'),
      '/broken': send(500, { 'last-modified': 'x' }, '123'),
      '/gone': send(410, {}, '1'),
      '/copy': send(200, { etag: '"c"' }, html('', '<link rel="canonical" href="/">')),
      '/dead': (request) => request.socket.destroy(),
    });
    const { events } = await crawl(server);
    const fetched = Object.fromEntries(
      events
        .filter((event) => event.type !== 'done')
        .map((event) => [new URL(event.url).pathname, event.fetched]),
    );
    expect(fetched).toMatchObject({
      '/noindex': { status: 200, bytes: 5, etag: '"n"', lastModified: null },
      '/broken': { status: 500, bytes: 3, etag: null, lastModified: 'x' },
      '/gone': { status: 410, bytes: 1, etag: null, lastModified: null },
      '/cart': null,
      '/dead': null,
    });
    expect(fetched['/']).toMatchObject({ status: 200 });
  });
});

describe('memory of visits', () => {
  const site = {
    '/': tagged(links('/list', '/p?color=red', '/p', '/old')),
    '/list': tagged(html('<a href="/deep">deep</a>', '<meta name="robots" content="noindex">')),
    '/deep': tagged(html('deep')),
    '/p': tagged(html('p')),
    '/p?color=red': tagged(html('p', '<link rel="canonical" href="/p">')),
    '/old': redirect('/deep'),
  };

  it('downloads no page body of a site that has not changed', async () => {
    const bodies: string[] = [];
    const counted = Object.fromEntries(
      Object.entries(site).map(([path, page]): [string, Handler] => [
        path,
        (request, response, visit) => {
          page(request, response, visit);
          if (response.statusCode === 200) bodies.push(path);
        },
      ]),
    );
    const server = await serve(counted);
    const known = await remember(server);
    expect(bodies.toSorted()).toEqual(
      Object.keys(site)
        .filter((path) => path !== '/old')
        .toSorted(),
    );
    bodies.length = 0;
    server.requests.length = 0;
    const second = await crawl(server, { known });
    expect(bodies).toEqual([]);
    // Nothing to compare with, so nothing is asked for that cannot exist.
    expect(server.requests.filter((path) => path.startsWith('/aisle'))).toEqual([]);
    const unchanged = second.events.filter((event) => event.type === 'unchanged');
    expect(
      Object.fromEntries(unchanged.map((event) => [new URL(event.url).pathname, event.isDocument])),
    ).toEqual({ '/': true, '/list': false, '/deep': true, '/p': true });
    expect(second.skipped).toEqual({ '/p?color=red': 'canonical', '/old': 'redirect' });
    expect(second.done).toMatchObject({ complete: true, pages: 0, unchanged: 3, skipped: 2 });
  });

  it('reads a copy, though it has not changed, when its original is gone', async () => {
    const pages: Record<string, string | Handler> = { ...site };
    const server = await serve(pages);
    const known = await remember(server);
    delete pages['/p'];
    const second = await crawl(server, { known });
    expect(second.pages).toEqual(['/p?color=red']);
  });

  it('reads the start page whole when nothing else is known', async () => {
    const server = await serve(site);
    const known = new Map([[`${server.origin}/`, { etag: '"1"', lastModified: null }]]);
    expect((await crawl(server, { known })).pages).toEqual(['/', '/deep', '/p']);
  });

  it('asks conditionally behind the redirect of the start page', async () => {
    const server = await serve({
      '/': redirect('/en/'),
      '/en/': tagged(links('/en/a')),
      '/en/a': tagged(html('a')),
    });
    const known = await remember(server);
    const second = await crawl(server, { known });
    expect(second.done).toMatchObject({ complete: true, pages: 0, unchanged: 2 });
  });

  it('counts only documents toward the limit', async () => {
    const server = await serve({ '/': tagged(links()), '*': tagged(html('x')) });
    const paths = Array.from({ length: 9 }, (_, i) => `${server.origin}/${i}`);
    const known = new Map<string, KnownUrl>(
      paths.map((url, i) => [url, { etag: '"1"', lastModified: null, isDocument: i > 5 }]),
    );
    const crawled = await crawl(server, { known, maxPages: 4 });
    expect(crawled.done).toMatchObject({ complete: true, pages: 1, unchanged: 3 });
  });

  it('takes a 304 that it has not asked for as a failure', async () => {
    const server = await serve({ '/': links('/a'), '/a': send(304) });
    const crawled = await crawl(server);
    expect(crawled.problems).toEqual([expect.stringContaining('found status 304')]);
  });

  it('goes on where an interrupted crawl stopped', async () => {
    const server = await serve({
      '/': links('/a', '/b'),
      '/a': html('a'),
      '/b': links('/c'),
      '/c': html('c'),
      '/found': html('found'),
    });
    const at = (path: string) => `${server.origin}${path}`;
    const crawled = await crawl(server, {
      readBefore: new Set([at('/'), at('/a')]),
      known: new Map([[at('/found'), { etag: null, lastModified: null, isDocument: false }]]),
      maxPages: 5,
    });
    expect(crawled.pages).toEqual(['/b', '/c', '/found']);
    expect(crawled.events.some((event) => event.type !== 'done' && event.url === at('/'))).toBe(false);
    expect(server.requests).not.toContain('/a');
    expect(crawled.done.complete).toBe(true);
    const limited = await crawl(server, { readBefore: new Set([at('/'), at('/a')]), maxPages: 3 });
    expect(limited.pages).toEqual(['/b']);
    expect(limited.problems).toEqual([expect.stringContaining('at most 3 pages')]);
  });
});

it('reports a site that dies after many good pages, keeps those, and is not complete', async () => {
  const many = Array.from({ length: 120 }, (_, i) => `/p${i}`);
  const server = await serve({
    '/': links(...many),
    '*': (request, response) => {
      const number = Number(/^\/p(\d+)$/.exec(request.url ?? '')?.[1] ?? -1);
      const status = number === -1 ? 404 : number < 60 ? 200 : 503;
      response.writeHead(status, { 'content-type': 'text/html' }).end(html(`page ${number}`));
    },
  });
  const crawled = await crawl(server);
  expect(crawled.pages).toHaveLength(61);
  expect(crawled.problems).toEqual([expect.stringMatching(/answers 503 throughout: 10 pages in a row/)]);
  expect(crawled.done).toMatchObject({ complete: false, reason: expect.stringContaining('503 throughout') });
});
