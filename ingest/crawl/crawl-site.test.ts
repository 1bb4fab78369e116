import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import {
  closeAll,
  crawl,
  type Handler,
  html,
  links,
  pageAt,
  redirect,
  send,
  serve,
} from './testing/crawl-local.ts';

afterEach(closeAll);

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
    const probe = '/aisleaaaaaaaaaaaaaaaa';
    expect(server.requests.toSorted()).toEqual(['/', '/a', probe, '/b', '/robots.txt', '/sitemap.xml']);
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
      expect.stringMatching(/s\.xml: expected a sitemap, found a web page.*soft 404/),
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
    expect(crawled.events).toContainEqual({
      type: 'gone',
      url: `${server.origin}/deleted`,
      status: 404,
      via: { by: 'known', from: null },
      fetched: { status: 404, bytes: 0, etag: null, lastModified: null },
    });
    expect(crawled.done).toMatchObject({ complete: true, unchanged: 2, gone: 1 });
  });
});
