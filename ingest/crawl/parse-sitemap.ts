import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { decodeBody } from './decode-body.ts';
import { readSitemapXml } from './sitemap-xml.ts';

/** Bounds of sitemaps.org: 50,000 URLs and 50 MB, decompressed. */
export const MAX_SITEMAP_BYTES = 50 * 1024 * 1024;
const MAX_URLS = 50_000;

/** One page or, in an index, one sitemap. */
export interface SitemapEntry {
  /** As written, entities decoded, not checked. */
  url: string;
  /** As written: W3C date-time in a sitemap or an Atom feed, RFC 822 in an RSS feed. */
  lastmod: string | null;
  /** The same page in other languages (`xhtml:link` with `hreflang`), as written. */
  alternates: string[];
}

/** A sitemap or a feed lists pages, an index lists sitemaps. */
export interface Sitemap {
  kind: 'pages' | 'index';
  /** The first 50,000. */
  entries: SitemapEntry[];
  /** Whether entries beyond the bound were left out. */
  truncated: boolean;
  /** Whether the file ends before its root element does, as half a download would. */
  brokenOff: boolean;
}

const unzipAsync = promisify(gunzip);

/**
 * Reads a sitemap, a sitemap index, an RSS or Atom feed, or plain text with a URL on each line (the formats of
 * sitemaps.org), gzipped or not, whatever its name says. No entity but XML's own five and character references is
 * expanded, and no document type is accepted.
 *
 * @throws {Error} saying what was expected and what was found.
 */
export async function parseSitemap(body: Buffer): Promise<Sitemap> {
  const text = decodeBody(await unzip(body), null).text.trimStart();
  if (!text.startsWith('<')) return readLines(text);
  return await readSitemapXml(text, MAX_URLS);
}

async function unzip(body: Buffer): Promise<Buffer> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return await unzipAsync(body, { maxOutputLength: MAX_SITEMAP_BYTES });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    const found = tooLarge ? 'more' : 'gzip data that is damaged or cut off';
    throw new Error(`expected a sitemap of at most 50 MB, decompressed, found ${found}`, { cause: error });
  }
}

function readLines(text: string): Sitemap {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  const urls = lines.filter((line) => /^https?:\/\//i.test(line));
  if (urls.length === 0) throw new Error('expected XML, or a URL on each line, found neither');
  const entries = urls.slice(0, MAX_URLS).map((url) => ({ url, lastmod: null, alternates: [] }));
  return { kind: 'pages', entries, truncated: urls.length > MAX_URLS, brokenOff: false };
}
