import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSitemap, type Sitemap } from './parse-sitemap.ts';

const urlsOf = ({ entries }: Sitemap) => entries.map(({ url }) => url);
const urlset = (body: string) =>
  Buffer.from(
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`,
  );

it('reads pages, with entities decoded', async () => {
  const body =
    '<url><loc> https://a.example/x?a=1&amp;b=2 </loc></url><url><loc>https://a.example/caf&#xE9;</loc></url>';
  const sitemap = await parseSitemap(urlset(body));
  expect(urlsOf(sitemap)).toEqual(['https://a.example/x?a=1&b=2', 'https://a.example/café']);
  expect(sitemap).toMatchObject({ kind: 'pages', truncated: false, brokenOff: false });
});

it('reads one page, CDATA, prefixes, and image extensions without taking images for pages', async () => {
  const body = `<s:urlset xmlns:s="x" xmlns:image="y"><s:url><s:loc><![CDATA[https://a.example/1]]></s:loc>
    <image:image><image:loc>https://a.example/1.jpg</image:loc></image:image></s:url></s:urlset>`;
  expect(urlsOf(await parseSitemap(Buffer.from(body)))).toEqual(['https://a.example/1']);
});

it('reads an index, gzipped, and plain text', async () => {
  const index = '<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>';
  const zipped = await parseSitemap(gzipSync(index));
  expect([zipped.kind, urlsOf(zipped)]).toEqual(['index', ['https://a.example/1.xml']]);
  const text = Buffer.from('\uFEFFhttps://a.example/1\r\nhttps://a.example/2\n');
  expect(urlsOf(await parseSitemap(text))).toEqual(['https://a.example/1', 'https://a.example/2']);
});

it('reads an empty sitemap as no pages', async () => {
  expect(urlsOf(await parseSitemap(urlset('')))).toEqual([]);
});

it('refuses document types, so that no entity is ever defined', async () => {
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><urlset><url><loc>&b;</loc></url></urlset>';
  await expect(parseSitemap(Buffer.from(bomb))).rejects.toThrow(/document type/);
});

it('says what it found in the place of a sitemap', async () => {
  const found = (text: string) => expect(parseSitemap(Buffer.from(text))).rejects;
  await found('<opml></opml>').toThrow(/expected <urlset> or <sitemapindex>, found <opml>/);
  await found('hello').toThrow(/expected XML/);
  await found('<!DOCTYPE html><html><body>Not here').toThrow(/found a web page/);
  await found('<html><body>Not here').toThrow(/found a web page.*soft 404/);
});

it('keeps the first 50,000 URLs and says that there are more', async () => {
  const many = urlset(
    Array.from({ length: 50_001 }, (_, i) => `<url><loc>https://a.example/${i}</loc></url>`).join(''),
  );
  const sitemap = await parseSitemap(many);
  expect([sitemap.entries.length, sitemap.truncated]).toEqual([50_000, true]);
});

it('fails with an Error, and nothing else, on any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      try {
        await parseSitemap(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
  );
});

it('reads language alternates and lastmod, and takes no image, video or nested loc for a page', async () => {
  const body = `<url>
    <loc>https://a.example/en</loc><lastmod>2026-11-20</lastmod>
    <xhtml:link rel="alternate" hreflang="es" href="https://a.example/es?a=1&amp;b=2"/>
    <xhtml:link rel='alternate' hreflang='de' href='https://a.example/de'></xhtml:link>
    <xhtml:link rel="stylesheet" href="https://a.example/style.css"/>
    <image:image><image:loc>https://a.example/1.jpg</image:loc></image:image>
    <image:loc>https://a.example/2.jpg</image:loc>
    <video:video><video:player_loc>https://a.example/v</video:player_loc><loc>https://a.example/w</loc></video:video>
  </url><url><image:image><image:loc>https://a.example/3.jpg</image:loc></image:image><loc>https://a.example/b</loc></url>`;
  expect((await parseSitemap(urlset(body))).entries).toEqual([
    {
      url: 'https://a.example/en',
      lastmod: '2026-11-20',
      alternates: ['https://a.example/es?a=1&b=2', 'https://a.example/de'],
    },
    { url: 'https://a.example/b', lastmod: null, alternates: [] },
  ]);
});

it('reads RSS, Atom and RSS 1.0 feeds', async () => {
  const rss = `<rss version="2.0" xmlns:atom="a"><channel><link>https://a.example/</link><atom:link rel="self" href="https://a.example/feed"/>
    <item><link>https://a.example/1</link><pubDate>Fri, 20 Nov 2026 00:00:00 GMT</pubDate><guid>17</guid></item>
    <item><guid isPermaLink="true">https://a.example/2</guid></item></channel></rss>`;
  expect((await parseSitemap(Buffer.from(rss))).entries).toEqual([
    { url: 'https://a.example/1', lastmod: 'Fri, 20 Nov 2026 00:00:00 GMT', alternates: [] },
    { url: 'https://a.example/2', lastmod: null, alternates: [] },
  ]);
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.example/"/><entry><link rel="edit" href="https://a.example/e"/>
    <link href="https://a.example/3"/><updated>2026-11-20T00:00:00Z</updated></entry></feed>`;
  const feed = await parseSitemap(Buffer.from(atom));
  expect(feed.entries).toEqual([
    { url: 'https://a.example/3', lastmod: '2026-11-20T00:00:00Z', alternates: [] },
  ]);
  const rdf = '<rdf:RDF><item rdf:about="x"><link>https://a.example/4</link></item></rdf:RDF>';
  expect(urlsOf(await parseSitemap(Buffer.from(rdf)))).toEqual(['https://a.example/4']);
});

it('says that a sitemap breaks off, and keeps what came', async () => {
  const half = Buffer.from('<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.exa');
  const sitemap = await parseSitemap(half);
  expect([urlsOf(sitemap), sitemap.brokenOff]).toEqual([['https://a.example/1'], true]);
});

it('refuses a gzip bomb and damaged gzip data', async () => {
  const bomb = gzipSync(Buffer.alloc(51 * 1024 * 1024));
  await expect(parseSitemap(bomb)).rejects.toThrow(/at most 50 MB, decompressed, found more/);
  await expect(parseSitemap(gzipSync('<urlset/>').subarray(0, 20))).rejects.toThrow(/damaged or cut off/);
});

it('lets other work go on while it reads a large sitemap', async () => {
  const entry = (i: number) =>
    `<url><loc>https://a.example/products/${i}</loc><lastmod>2026-11-20</lastmod></url>`;
  let turns = 0;
  let reading = true;
  const turn = () => {
    turns += 1;
    if (reading) setImmediate(turn);
  };
  setImmediate(turn);
  await parseSitemap(urlset(Array.from({ length: 50_000 }, (_, i) => entry(i)).join('')));
  reading = false;
  expect(turns).toBeGreaterThan(20);
});
