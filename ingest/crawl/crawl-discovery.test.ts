import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, crawl, type Handler, html, links, redirect, send, serve } from './testing/crawl-local.ts';

afterEach(closeAll);

const path = (url: string | undefined) => new URL(url ?? '/', 'http://a.example').pathname;

describe('sitemaps', () => {
  it('asks for a listed sitemap under the spelling of the site, and finds alternates and feeds', async () => {
    const server = await serve({
      '/': links(),
      '/robots.txt': 'Sitemap: /s.xml\nSitemap: ORIGIN/feed\nSitemap: ORIGIN/list.txt',
      '/s.xml':
        '<urlset><url><loc>ORIGIN/a</loc><xhtml:link rel="alternate" hreflang="es" href="ORIGIN/es/a"/><image:image><image:loc>ORIGIN/pic</image:loc></image:image></url></urlset>',
      '/feed': '<rss><channel><item><link>ORIGIN/post</link></item></channel></rss>',
      '/list.txt': 'ORIGIN/plain\n',
      '/a': html('a'),
      '/es/a': html('es'),
      '/post': html('post'),
      '/plain': html('plain'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/a', '/es/a', '/plain', '/post']);
    expect(crawled.done.complete).toBe(true);
    expect(server.requests).not.toContain('/pic');
  });

  it('reads first what a sitemap calls changed when there is more than the limit allows, and leaves nothing out else', async () => {
    const url = (name: string, lastmod: string) =>
      `<url><loc>ORIGIN/${name}</loc><lastmod>${lastmod}</lastmod></url>`;
    const server = await serve({
      '/': links(),
      '/sitemap.xml': `<urlset>${url('same1', '2026-01-01')}${url('same2', '2026-01-01')}${url('edited', '2026-11-01')}${url('new', '2020-01-01')}</urlset>`,
      '*': (request, response) =>
        response
          .writeHead(path(request.url).startsWith('/aisle') ? 404 : 200, { 'content-type': 'text/html' })
          .end(html('x')),
    });
    const known = new Map(
      ['same1', 'same2', 'edited'].map((name) => [
        `${server.origin}/${name}`,
        { etag: null, lastModified: 'Sun, 01 Mar 2026 00:00:00 GMT' },
      ]),
    );
    expect((await crawl(server, { known, maxPages: 3, concurrency: 1 })).pages).toEqual([
      '/',
      '/edited',
      '/new',
    ]);
    const all = await crawl(server, { known });
    expect(all.pages).toEqual(['/', '/edited', '/new', '/same1', '/same2']);
    expect(all.done.complete).toBe(true);
  });

  it('says that a listed sitemap is half, and is not complete', async () => {
    const server = await serve({
      '/': links(),
      '/robots.txt': 'Sitemap: ORIGIN/s.xml',
      '/s.xml': '<urlset><url><loc>ORIGIN/a</loc></url><url><loc>ORI',
      '/a': html('a'),
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/a']);
    expect(crawled.problems).toEqual([expect.stringContaining('breaks off after 1 URLs')]);
  });

  it('keeps to its limit on a sitemap of 50,000 URLs', async () => {
    const server = await serve({
      '/': links(),
      '/sitemap.xml': `<urlset>${Array.from({ length: 50_000 }, (_, i) => `<url><loc>ORIGIN/p/${i}</loc></url>`).join('')}</urlset>`,
      '*': html('a page'),
    });
    const crawled = await crawl(server, { maxPages: 20, respectRobots: false });
    expect(crawled.pages).toHaveLength(20);
    expect(crawled.problems).toEqual([expect.stringContaining('at most 20 pages')]);
  });
});

describe('soft 404s', () => {
  const frame = (main: string, title = 'Acme') =>
    html(
      `<nav><a href="/">Home</a> <a href="/care">Care</a></nav><main>${main}</main><footer>Acme Ltd, Springfield</footer>`,
      `<title>${title}</title>`,
    );
  const nothing: Handler = (request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(frame(`<p>Hm, ${path(request.url)} went for a walk and has not come back yet.</p>`));
  const home = frame(
    '<h1>Welcome</h1><a href="/old">o</a><a href="/older/boots">o</a><a href="/named">n</a>',
  );

  it('recognises what the site shows where nothing is, and what says that it is nothing', async () => {
    const server = await serve({
      '/': home,
      '/robots.txt': send(404),
      '/sitemap.xml': send(404),
      '/care': frame('<h1>Care</h1><p>Brush the boots, then wax them with a cloth.</p>'),
      '/named': frame('<p>Try the search.</p>', 'Page not found | Acme'),
      '*': nothing,
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/care']);
    expect(crawled.skipped).toEqual({ '/old': 'soft-404', '/older/boots': 'soft-404', '/named': 'soft-404' });
    expect(
      crawled.events.find((event) => event.type === 'skipped' && event.url.endsWith('/old')),
    ).toMatchObject({
      reason: expect.stringMatching(
        /answers 200 and shows what the site shows at an address that does not exist/,
      ),
      fetched: { status: 200 },
    });
    expect(crawled.done.complete).toBe(true);
    expect(server.requests.filter((request) => request.startsWith('/aisle'))).toHaveLength(1);
  });

  it('recognises the page that unknown addresses redirect to, but not a list that they redirect to', async () => {
    const pages = (landing: string) => ({
      '/': frame('<h1>Welcome</h1><a href="/old">o</a><a href="/all">a</a>'),
      '/robots.txt': send(404),
      '/sitemap.xml': send(404),
      '/care': frame('<p>Brush the boots, then wax them with a cloth.</p>'),
      '/all': frame('<p>All of our boots, shoes, laces, wax and brushes on a page.</p>'),
      '/oh-no': frame('<p>Nothing to see where you have been looking, it seems.</p>'),
      '*': redirect(landing),
    });
    const error = await crawl(await serve(pages('/oh-no')));
    expect(error.pages).toEqual(['/', '/all', '/care']);
    expect(error.skipped).toEqual({ '/old': 'redirect', '/oh-no': 'soft-404' });
    const list = await crawl(await serve(pages('/all')));
    expect(list.pages).toEqual(['/', '/all', '/care']);
    const start = await crawl(await serve(pages('/')));
    expect(start.pages).toEqual(['/', '/all', '/care']);
    expect(start.skipped).toEqual({ '/old': 'redirect' });
  });

  it('suspects no page of a site that answers everything with its start page or an empty shell', async () => {
    const shell = html('<div id="root"></div><script src="/app.js"></script>', '<title>Acme</title>');
    const shells = await crawl(
      await serve({
        '/': shell.replace('</div>', '</div><a href="/a">a</a><a href="/b">b</a>'),
        '/robots.txt': send(404),
        '/sitemap.xml': send(404),
        '*': shell,
      }),
    );
    expect(shells.pages).toEqual(['/', '/a', '/b']);
    const same = await crawl(
      await serve({ '/': home, '/robots.txt': send(404), '/sitemap.xml': send(404), '*': home }),
    );
    expect(same.skipped).toEqual({});
  });

  it('asks for nothing that robots.txt forbids', async () => {
    const server = await serve({
      '/': home,
      '/robots.txt': 'User-agent: *\nAllow: /old$\nAllow: /$\nDisallow: /',
      '*': nothing,
    });
    const crawled = await crawl(server);
    expect(crawled.pages).toEqual(['/', '/old']);
    expect(server.requests.some((request) => request.startsWith('/aisle'))).toBe(false);
  });

  it('compares with the start page even where that has not changed', async () => {
    const server = await serve({
      '/': (request, response) => {
        if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
        else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(home);
      },
      '/robots.txt': send(404),
      '/sitemap.xml': send(404),
      '/care': frame('<p>Brush the boots, then wax them with a cloth.</p>'),
      '*': nothing,
    });
    const known = new Map([
      [`${server.origin}/`, { etag: '"1"', lastModified: null }],
      [`${server.origin}/old`, { etag: null, lastModified: null }],
      [`${server.origin}/care`, { etag: null, lastModified: null }],
    ]);
    const crawled = await crawl(server, { known });
    expect(crawled.skipped).toEqual({ '/old': 'soft-404' });
    expect(crawled.pages).toEqual(['/care']);
  });
});

describe('generated URLs', () => {
  const product = (n: number | string) => `<a href="/product-${n}">p</a>`;

  it('reads all products of a shop with five filters in every combination, and a bounded number of its lists', async () => {
    const filters = ['brand', 'color', 'price', 'size', 'sort'];
    const server = await serve({
      '/robots.txt': send(404),
      '/sitemap.xml': send(404),
      '*': (request, response) => {
        const url = new URL(request.url ?? '/', 'http://a.example');
        const found = url.pathname === '/' || /^\/(list|product-\d+)$/.test(url.pathname);
        const combine = filters.flatMap((name) =>
          [1, 2, 3, 4, 5].map((value) => {
            const query = new URLSearchParams(url.search);
            query.set(name, String(value));
            return `<a href="/list?${query}">f</a>`;
          }),
        );
        const products = Array.from({ length: 30 }, (_, i) => product(i)).join('');
        const body =
          url.pathname === '/'
            ? '<a href="/list">l</a>'
            : url.pathname === '/list'
              ? combine.join('') + products
              : 'a product';
        response.writeHead(found ? 200 : 404, { 'content-type': 'text/html' }).end(html(body));
      },
    });
    // 7,776 lists could be made of the filters.
    const crawled = await crawl(server);
    expect(crawled.pages.filter((page) => page.startsWith('/product-'))).toHaveLength(30);
    expect(crawled.pages.length).toBeLessThan(350);
    expect(crawled.problems[0]).toMatch(/exclude: \["\/list\?\*\*"\]/);
    const few = await crawl(server, { maxPages: 60 });
    expect(few.pages.filter((page) => page.startsWith('/product-'))).toHaveLength(30);
  });

  it.each([
    ['?page=2', (n: number) => `/boots?page=${n}`],
    ['?color=red&page=2', (n: number) => `/boots?color=red&page=${n}`],
    ['/page/2/', (n: number) => `/boots/page/${n}/`],
  ])(
    'follows a category of 120 pages (%s) to its end, whatever the bound of queries is',
    async (_, write) => {
      const server = await serve({
        '/': links(write(1)),
        '/robots.txt': send(404),
        '/sitemap.xml': send(404),
        '*': (request, response) => {
          const number = Number(/(?:page[=/])(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
          if (path(request.url).startsWith('/product-'))
            response.writeHead(200, { 'content-type': 'text/html' }).end('a product');
          else if (number < 1 || number > 120) response.writeHead(404).end();
          else {
            const next =
              number < 120
                ? `<link rel="next" href="${write(number + 1)}"><a href="${write(number + 1)}">Load more</a>`
                : '';
            response.writeHead(200, { 'content-type': 'text/html' }).end(html(product(number), next));
          }
        },
      });
      const crawled = await crawl(server, { traps: { maxQueriesPerPath: 30 } });
      expect(crawled.pages.filter((page) => page.startsWith('/product-'))).toHaveLength(120);
      expect(crawled.done.complete).toBe(true);
    },
  );

  it('ends on a calendar whose next month never ends, and keeps the dated posts of the sitemap', async () => {
    const post = (n: number) => `/blog/${2000 + (n % 25)}/${String((n % 12) + 1).padStart(2, '0')}/post-${n}`;
    const posts = Array.from({ length: 300 }, (_, n) => post(n));
    const server = await serve({
      '/': links('/events/1970/01/'),
      '/robots.txt': send(404),
      '/sitemap.xml': `<urlset>${posts.map((each) => `<url><loc>ORIGIN${each}</loc></url>`).join('')}</urlset>`,
      '*': (request, response) => {
        const [, year, month] = (/^\/events\/(\d+)\/(\d+)\/$/.exec(request.url ?? '') ?? []).map(Number);
        const at = (year ?? 0) * 12 + (month ?? 0);
        const next = `/events/${Math.floor(at / 12)}/${String((at % 12) + 1).padStart(2, '0')}/`;
        const known = year !== undefined || path(request.url).startsWith('/blog/');
        response
          .writeHead(known ? 200 : 404, { 'content-type': 'text/html' })
          .end(year === undefined ? html('a post') : links(next));
      },
    });
    const crawled = await crawl(server, { traps: { maxDates: 60, maxFarDates: 5 } });
    expect(crawled.pages.filter((page) => page.startsWith('/blog/'))).toHaveLength(300);
    expect(crawled.pages.filter((page) => page.startsWith('/events/')).length).toBeLessThanOrEqual(60);
    expect(crawled.problems).toEqual([expect.stringMatching(/exclude: \["\/events\/\*\*"\]/)]);
  });
});
