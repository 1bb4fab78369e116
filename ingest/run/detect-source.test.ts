import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalServer, startLocalServer } from '../crawl/local-server.ts';
import { makeSafeFetch } from '../safe-fetch.ts';
import { detectSource } from './detect-source.ts';

const TYPES: Record<string, string> = {
  '/export': 'text/csv; charset=utf-8',
  '/products': 'application/json',
  '/feed': 'application/rss+xml',
  '/terms': 'application/pdf',
  '/help': 'text/html',
};

let folder: string;
let server: LocalServer;
let safeFetch: ReturnType<typeof makeSafeFetch>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-detect-'));
  await mkdir(join(folder, 'pages'));
  await writeFile(join(folder, 'catalog.tsv'), 'id\ttitle\n1\tTent\n');
  await writeFile(join(folder, 'catalog'), 'id,title\n1,Tent\n');
  await writeFile(join(folder, 'returns.md'), '# Returns\n');
  await writeFile(join(folder, 'prose'), 'nothing that is a catalog');
  server = await startLocalServer((request, response) => {
    const type = TYPES[request.url ?? ''];
    response.writeHead(type === undefined ? 405 : 200, { 'content-type': type ?? 'text/plain' }).end();
  });
  safeFetch = makeSafeFetch({ allowHosts: [server.host] });
});
afterAll(async () => {
  await safeFetch.close();
  await server.close();
  await rm(folder, { recursive: true });
});

const detect = (source: string) => detectSource(source, { folder, safeFetch });

describe('detectSource', () => {
  it.each([
    ['https://shop.example', 'site', 'https://shop.example/'],
    ['https://shop.example/help/index.html#top', 'site', 'https://shop.example/help/index.html'],
    ['https://shop.example/feed.xml?key=1', 'feed', 'https://shop.example/feed.xml?key=1'],
    ['https://shop.example/products.json', 'feed', 'https://shop.example/products.json'],
    ['https://shop.example/terms.pdf', 'files', 'https://shop.example/terms.pdf'],
  ])('tells %s by its name to be a %s', async (source, kind, location) => {
    expect(await detect(source)).toEqual({ kind, location });
  });

  it.each([
    ['/export', 'feed'],
    ['/products', 'feed'],
    ['/feed', 'feed'],
    ['/terms', 'files'],
    ['/help', 'site'],
    ['/answers-405-to-head', 'site'],
  ])('tells %s by its type to be a %s', async (path, kind) => {
    expect(await detect(`${server.origin}${path}`)).toEqual({ kind, location: `${server.origin}${path}` });
  });

  it.each([
    ['pages', 'files'],
    ['returns.md', 'files'],
    ['catalog.tsv', 'feed'],
    ['catalog', 'feed'],
  ])('tells the path %s to be %s', async (path, kind) => {
    expect(await detect(path)).toEqual({ kind, location: join(folder, path) });
  });

  it.each([
    ['https://', /found a URL that is not one/],
    ['https://me:secret@shop.example/', /^https:\/\/shop\.example\/: .*user name or password/],
    ['https://shop.example/sitemap_index.xml', /found a sitemap\. Give the site's own address/],
    ['file:///tmp/a.csv', /begins with file:/],
    ['prose', /expected a catalog.*found text that is none of them/],
    ['/dev/null', /found neither a file nor a folder/],
  ])('refuses %s with what it expected', async (source, message) => {
    await expect(detect(source)).rejects.toThrow(message);
  });
});
