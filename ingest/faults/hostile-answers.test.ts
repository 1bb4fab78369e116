import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makeSourceSpec } from '../run/source-spec.ts';
import { makeSafeFetch } from '../safe-fetch.ts';
import {
  type FaultPage,
  type FaultSite,
  startFaultSite,
  topicPage,
  topicPages,
} from './testing/fault-site.ts';
import { ingestHere } from './testing/ingest-here.ts';

/** As the real one, but it loses patience sooner. */
const PATIENCE_MS = 1000;
function hastyFetch(allowHosts: string[]) {
  const real = makeSafeFetch({ allowHosts });
  return Object.assign(
    (...[url, options]: Parameters<typeof real>) => real(url, { ...options, timeoutMs: PATIENCE_MS }),
    { close: real.close },
  );
}

const html = (body: string): FaultPage =>
  send({}, `<!doctype html><html lang="en"><main><h1>A page</h1>${body}`);

function send(headers: Record<string, string>, body: Buffer | string): FaultPage {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
}

/** Writes for ever: as fast as it is read, or a byte now and then. */
function pour(chunk: string, everyMs: number | null) {
  return (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const write = () => {
      if (everyMs === null) while (!response.destroyed && response.write(chunk));
      else if (!response.destroyed) response.write(chunk);
    };
    const timer = everyMs === null ? null : setInterval(write, everyMs);
    response.on('drain', () => everyMs === null && write());
    response.on('close', () => timer && clearInterval(timer));
    write();
  };
}

/** Decompressed it is more than is ever taken; as sent, some kilobytes. */
const MUCH = Buffer.alloc(120 * 2 ** 20, ' ');

let database: TestDatabase;
let site: FaultSite;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  site = await startFaultSite(topicPages('fine', 5));
});
afterEach(() => site.close());

async function reasonsByPath(job: Parameters<typeof ingestHere>[2]) {
  const report = await ingestHere(database, site, job, { safeFetchFor: hastyFetch });
  const reasons = Object.fromEntries(
    report.problems.map(({ url, reason }) => [url.replace(site.origin, ''), reason]),
  );
  return { report, reasons };
}

describe('answers that do harm', () => {
  it('are given up with a reason each, when they never end or grow beyond measure; the rest goes in', async () => {
    const bomb = {
      gzip: gzipSync(MUCH, { level: 1 }),
      deflate: deflateSync(MUCH, { level: 1 }),
      br: brotliCompressSync(MUCH, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
      zstd: zstdCompressSync(MUCH),
    };
    const pages: Record<string, [FaultPage, RegExp]> = {
      '/drip': [pour('x', 50), /expected a whole response within 1 s/],
      '/silent': [() => {}, /expected a whole response within 1 s/],
      '/grows': [pour('x'.repeat(60_000), null), /expected at most 20971520 bytes, found more/],
      '/gzip': [send({ 'content-encoding': 'gzip' }, bomb.gzip), /at most 20971520 bytes, found more/],
      '/deflate': [send({ 'content-encoding': 'deflate' }, bomb.deflate), /at most 20971520 bytes/],
      '/br': [send({ 'content-encoding': 'br' }, bomb.br), /at most 20971520 bytes, found more/],
      '/zstd': [send({ 'content-encoding': 'zstd' }, bomb.zstd), /at most 20971520 bytes, found more/],
      '/self': [(_, response) => response.writeHead(302, { location: '/self' }).end(), /redirect/],
      '/round': [(_, response) => response.writeHead(302, { location: '/about' }).end(), /redirect.*about/],
      '/about': [(_, response) => response.writeHead(302, { location: '/round' }).end(), /redirect.*round/],
    };
    for (const [path, [page]] of Object.entries(pages)) {
      site.pages.set(path, page);
      site.pages.set(`/beside${path}`, topicPage(`beside ${path}`));
    }
    const { report, reasons } = await reasonsByPath({ storeId: 'harm' });
    for (const [path, [, why]] of Object.entries(pages)) expect(reasons[path], path).toMatch(why);
    expect(report).toMatchObject({
      status: 'done',
      added: 6 + Object.keys(pages).length,
      removed: 0,
      complete: false,
    });
  });

  it.each([
    [
      'a page of 20 MB',
      () => '<p>Boots for winter and for summer are sent.</p>\n'.repeat(410_000),
      /at most 8388608/,
    ],
    ['200,000 tags in one another', () => `${'<div>'.repeat(200_000)}<p>Down here.</p>`, null],
    ['one line of 10 MB', () => `<p>${'winter boots '.repeat(800_000)}</p>`, /at most 8388608 bytes/],
    [
      'one line of 4 MB',
      () => `<p>${'winter boots '.repeat(300_000)}</p>`,
      /at most 3000000 characters of text/,
    ],
    [
      'a million links',
      () => Array.from({ length: 1_000_000 }, (_, n) => `<a href=/n${n}>`).join(''),
      /8388608/,
    ],
    [
      '400,000 links',
      () => Array.from({ length: 400_000 }, (_, n) => `<a href=/n${n}>`).join(''),
      /links and menus/,
    ],
  ])('do not stop a run: %s', async (_, body, why) => {
    site.pages.set('/heavy', html(body()));
    const { report, reasons } = await reasonsByPath({ storeId: 'heavy', maxPages: 20 });
    expect(report).toMatchObject({ status: 'done', added: why === null ? 7 : 6 });
    if (why !== null) expect(reasons['/heavy']).toMatch(why);
    await database.pool.query("delete from stores where store_id = 'heavy'");
  });

  it('do not stop a run: a sitemap of 50,000 URLs', async () => {
    const urls = Array.from({ length: 50_000 }, (_, n) => `<url><loc>${site.origin}/page-${n}</loc></url>`);
    site.pages.set(
      '/sitemap.xml',
      send({ 'content-type': 'application/xml' }, `<urlset>${urls.join('')}</urlset>`),
    );
    for (let n = 0; n < 40; n++)
      site.pages.set(`/page-${n}`, Object.values(topicPages(`listed-${n}`, 1))[0] ?? '');
    const { report } = await reasonsByPath({ storeId: 'listed', maxPages: 30 });
    expect(report).toMatchObject({ status: 'done', complete: false, added: 30 });
    expect(report.problems[0]).toMatchObject({
      stage: 'limit',
      reason: expect.stringMatching(/at most 30 pages, found \d+ more URLs/),
    });
  });

  it('are reported when a sitemap or a feed is a bomb', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('<?xml version="1.0"?><urlset>'), MUCH]), { level: 1 });
    site.pages.set(
      '/robots.txt',
      send({ 'content-type': 'text/plain' }, `Sitemap: ${site.origin}/map.xml.gz`),
    );
    site.pages.set('/map.xml.gz', send({ 'content-type': 'application/gzip' }, bomb));
    site.pages.set(
      '/feed.xml',
      send(
        { 'content-type': 'application/xml', 'content-encoding': 'gzip' },
        gzipSync(
          Buffer.concat([
            Buffer.from('<?xml version="1.0"?><rss><channel>'),
            Buffer.alloc(600 * 2 ** 20, ' '),
          ]),
          { level: 1 },
        ),
      ),
    );
    const { report, reasons } = await reasonsByPath({ storeId: 'maps' });
    expect(report).toMatchObject({ status: 'done', added: 6 });
    expect(reasons['/map.xml.gz']).toMatch(/expected (at most|a sitemap)/);

    const location = `${site.origin}/feed.xml`;
    const source = makeSourceSpec({ id: 'feed', kind: 'feed', location, allowHosts: [site.host] });
    const feed = await ingestHere(database, site, { storeId: 'feed', source });
    expect(feed).toMatchObject({ status: 'failed', added: 0 });
    expect(feed.problems[0]?.reason).toMatch(/expected/);
  });
});
