import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSitemap } from './parse-sitemap.ts';

const urlset = (body: string) =>
  Buffer.from(
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`,
  );

it('reads pages, with entities decoded', () => {
  const body =
    '<url><loc> https://a.example/x?a=1&amp;b=2 </loc></url><url><loc>https://a.example/caf&#xE9;</loc></url>';
  expect(parseSitemap(urlset(body))).toEqual({
    kind: 'pages',
    urls: ['https://a.example/x?a=1&b=2', 'https://a.example/café'],
    truncated: false,
  });
});

it('reads one page, CDATA, prefixes, and image extensions without taking images for pages', () => {
  const body = `<s:urlset xmlns:s="x" xmlns:image="y"><s:url><s:loc><![CDATA[https://a.example/1]]></s:loc>
    <image:image><image:loc>https://a.example/1.jpg</image:loc></image:image></s:url></s:urlset>`;
  expect(parseSitemap(Buffer.from(body)).urls).toEqual(['https://a.example/1']);
});

it('reads an index, gzipped, and plain text', () => {
  const index = '<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>';
  expect(parseSitemap(gzipSync(index))).toMatchObject({ kind: 'index', urls: ['https://a.example/1.xml'] });
  const text = Buffer.from('\uFEFFhttps://a.example/1\r\nhttps://a.example/2\n');
  expect(parseSitemap(text)).toMatchObject({
    kind: 'pages',
    urls: ['https://a.example/1', 'https://a.example/2'],
  });
});

it('reads an empty sitemap as no pages', () => {
  expect(parseSitemap(urlset('')).urls).toEqual([]);
});

it('refuses document types, so that no entity is ever defined', () => {
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><urlset><url><loc>&b;</loc></url></urlset>';
  expect(() => parseSitemap(Buffer.from(bomb))).toThrow(/document type/);
});

it('says what it found in the place of a sitemap', () => {
  expect(() => parseSitemap(Buffer.from('<rss></rss>'))).toThrow(/expected <urlset> or <sitemapindex>/);
  expect(() => parseSitemap(Buffer.from('hello'))).toThrow(/expected XML/);
});

it('keeps the first 50,000 URLs and says that there are more', () => {
  const many = urlset(
    Array.from({ length: 50_001 }, (_, i) => `<url><loc>https://a.example/${i}</loc></url>`).join(''),
  );
  const sitemap = parseSitemap(many);
  expect([sitemap.urls.length, sitemap.truncated]).toEqual([50_000, true]);
});

it('fails with an Error, and nothing else, on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        parseSitemap(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
  );
});
