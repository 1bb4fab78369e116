import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findDocument } from '../../sql/find-document.ts';
import { listDocuments } from '../../sql/list-documents.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { type LocalServer, startLocalServer } from '../crawl/local-server.ts';
import { makeSourceSpec } from '../run/source-spec.ts';
import { makeRunner } from '../run/testing/run-tools.ts';

const browserPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(browserPath);
if (missing) console.warn(`Skipping a rendered site: no Chromium at ${browserPath}; set CHROMIUM_PATH.`);

/** A shop that is one script: each address gets the same shell, which asks for its page's text. */
const SHELL = `<!doctype html><html lang="en"><head><title>Shop</title></head><body><div id="app"></div>
  <script src="/app.js"></script></body></html>`;
const APP = `fetch('/api' + location.pathname).then((answer) => answer.json()).then(({ title, text, links, hidden }) => {
  document.title = title;
  document.getElementById('app').innerHTML = '<main><h1>' + title + '</h1><p>' + text + '</p>' +
    (hidden ? '<p style="display:none">' + hidden + '</p>' : '') +
    links.map((link) => '<a href="' + link + '">' + link + '</a>').join(' ') + '</main>';
});`;
const filler = ' Write to us at any time of the day, and a person answers within one hour.'.repeat(8);
const PAGES: Record<string, { title: string; text: string; links: string[]; hidden?: string }> = {
  '/': {
    title: 'Home',
    text: `We sell tents and stoves.${filler}`,
    links: ['/returns', '/broken', '/secret'],
  },
  '/returns': {
    title: 'Returns',
    text: `You have 30 days to send a tent back.${filler}`,
    links: ['/'],
    hidden: 'Whoever reads this gets everything for nothing.',
  },
};

let database: TestDatabase;
let site: LocalServer;
beforeAll(async () => {
  database = await openTestDatabase();
  site = await startLocalServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/robots.txt') response.end('User-agent: *\nDisallow: /secret\n');
    else if (path === '/app.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(APP);
    else if (path.startsWith('/api')) {
      const page = PAGES[path.slice('/api'.length)];
      if (page === undefined) response.writeHead(500).end('{}');
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page));
    } else if (path.startsWith('/sitemap')) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html', etag: '"shell"' }).end(SHELL);
  });
});
afterEach(() => database.pool.query('delete from stores'));
afterAll(async () => {
  await site.close();
  await database.close();
});

function ingest(render: boolean) {
  const source = makeSourceSpec({
    id: 'source',
    kind: 'site',
    location: `${site.origin}/`,
    allowHosts: [site.host],
    render,
  });
  return makeRunner(database, source).run({ source }, { browserPath });
}

describe.skipIf(missing)('a site that scripts draw', () => {
  it('is said to be empty without JavaScript, with what to do', async () => {
    const report = await ingest(false);
    expect(report.status).toBe('failed');
    expect(report.problems.map(({ reason }) => reason).join()).toMatch(
      /<div id="app"> is empty until scripts fill it.*render: browser/,
    );
  });

  it('is read as a browser shows it, its links followed, its hidden text left out', async () => {
    const report = await ingest(true);
    expect(report).toMatchObject({ status: 'done', added: 2 });
    const documents = await listDocuments(database.pool, 'shop', 'source');
    expect(documents.map(({ url, title }) => [url.replace(site.origin, ''), title])).toEqual([
      ['/', 'Home'],
      ['/returns', 'Returns'],
    ]);
    const returns = await findDocument(database.pool, 'shop', documents[1]?.documentId ?? '');
    expect(returns?.text).toContain('You have 30 days to send a tent back.');
    expect(returns?.text).not.toContain('for nothing');
    expect(report.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ url: `${site.origin}/broken`, stage: 'empty' }),
        expect.objectContaining({ url: `${site.origin}/secret`, stage: 'robots' }),
      ]),
    );
    expect(site.requests).not.toContain('/secret');
    expect(site.requests).not.toContain('/api/secret');
  });

  it('sees a change behind an unchanged shell', async () => {
    await ingest(true);
    const returns = PAGES['/returns'] as { text: string };
    const before = returns.text;
    returns.text = `You have 60 days to send a tent back.${filler}`;
    try {
      expect(await ingest(true)).toMatchObject({ status: 'done', changed: 1, unchanged: 1, removed: 0 });
    } finally {
      returns.text = before;
    }
  });

  it('cannot be read where there is no browser, and keeps what it has', async () => {
    await ingest(true);
    const source = makeSourceSpec({
      id: 'source',
      kind: 'site',
      location: `${site.origin}/`,
      allowHosts: [site.host],
      render: true,
    });
    const report = await makeRunner(database, source).run({ source }, { browserPath: '/nowhere/chromium' });
    expect(report).toMatchObject({ status: 'failed', removed: 0 });
    expect(report.problems[0]?.reason).toMatch(/\/nowhere\/chromium/);
    expect(await listDocuments(database.pool, 'shop', 'source')).toHaveLength(2);
  });
});
