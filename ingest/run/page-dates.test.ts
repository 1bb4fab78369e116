import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { type LocalServer, startLocalServer } from '../crawl/local-server.ts';
import { makeRunner } from './testing/run-tools.ts';
import { paragraph } from './testing/small-site.ts';

interface Page {
  body: string;
  head?: string;
  lastModified?: string;
  /** In the sitemap. */
  lastmod?: string;
}
const TODAY = new Date().toISOString();
const PAGES: Record<string, Page> = {
  '/listed': { body: paragraph('tents'), lastmod: '2026-02-03' },
  '/served': {
    body: paragraph('stoves'),
    lastModified: 'Thu, 05 Mar 2026 00:00:00 GMT',
    lastmod: '2026-02-03',
  },
  '/stated': {
    body: `${paragraph('boots')}<p>Last updated: 7 April 2025.</p>`,
    lastmod: '2026-02-03',
  },
  '/marked': {
    body: paragraph('packs'),
    head: '<meta property="article:modified_time" content="2024-06-01T00:00:00Z">',
    lastmod: '2026-02-03',
  },
  '/built-today': { body: paragraph('lamps'), lastmod: TODAY },
  '/nonsense': { body: paragraph('ropes'), lastmod: 'yesterday' },
  '/silent': { body: paragraph('maps') },
};

let database: TestDatabase;
let server: LocalServer;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await startLocalServer(({ url = '/' }, response) => {
    if (url === '/sitemap.xml') {
      const items = Object.entries(PAGES).map(
        ([path, { lastmod }]) =>
          `<url><loc>${server.origin}${path}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`,
      );
      return void response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(`<urlset>${items.join('')}</urlset>`);
    }
    // The home page links to all: what a sitemap says of a page holds however it was found.
    const home: Page = { body: Object.keys(PAGES).map((path) => `<p><a href="${path}">${path}</a></p>`).join('') }; // biome-ignore format: one line
    const page = url === '/' ? home : PAGES[url];
    if (page === undefined) return void response.writeHead(404).end();
    const dated = page.lastModified === undefined ? {} : { 'last-modified': page.lastModified };
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...dated });
    response.end(
      `<!doctype html><html lang="en"><head><title>Page ${url}</title>${page.head ?? ''}</head><body><main><h1>Page ${url}</h1>${page.body}</main></body></html>`,
    );
  });
});
afterEach(() => server.close());

it('dates a page by its markup, else its text, else its server, and at last by the sitemap', async () => {
  const { run } = makeRunner(database, {
    kind: 'site',
    location: `${server.origin}/`,
    allowHosts: [server.host],
  });
  expect(await run()).toMatchObject({ status: 'done', failed: 0 });
  const { rows } = await database.pool.query<{ url: string; modified: Date | null }>(
    `select url, modified_at as modified from documents where store_id = 'shop' and url <> $1::text order by url`,
    [`${server.origin}/`],
  );
  const dates = Object.fromEntries(
    rows.map(({ url, modified }) => [new URL(url).pathname, modified?.toISOString().slice(0, 10) ?? null]),
  );
  expect(dates).toEqual({
    '/listed': '2026-02-03',
    '/served': '2026-03-05',
    '/stated': '2025-04-07',
    '/marked': '2024-06-01',
    '/built-today': null,
    '/nonsense': null,
    '/silent': null,
  });
});
