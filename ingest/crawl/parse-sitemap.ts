import { gunzipSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';

/** Bounds of sitemaps.org: 50,000 URLs and 50 MB, decompressed. */
export const MAX_SITEMAP_BYTES = 50 * 1024 * 1024;
const MAX_URLS = 50_000;

/** A sitemap lists pages, an index lists sitemaps. */
export interface Sitemap {
  kind: 'pages' | 'index';
  /** As written, entities decoded, not checked; the first 50,000. */
  urls: string[];
  /** Whether URLs beyond the bound were left out. */
  truncated: boolean;
}

/**
 * Reads a sitemap or a sitemap index: XML or plain text with a URL on each line, gzipped or not. No entity but XML's
 * own five and character references is expanded, and no document type is accepted.
 *
 * @throws {Error} saying what was expected and what was found.
 */
export function parseSitemap(body: Buffer): Sitemap {
  const text = unzip(body)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (!text.startsWith('<')) return readLines(text);
  if (/<!DOCTYPE/i.test(text))
    throw new Error('expected a sitemap, found a document type declaration (a web page?)');
  const parser = new XMLParser({
    processEntities: false,
    ignoreAttributes: true,
    removeNSPrefix: true,
    parseTagValue: false,
    maxNestedTags: 20,
    isArray: (name) => name === 'url' || name === 'sitemap',
  });
  const root: unknown = parser.parse(text);
  const pages = locations(child(child(root, 'urlset'), 'url'));
  const sitemaps = locations(child(child(root, 'sitemapindex'), 'sitemap'));
  const isRoot = (name: string) => typeof root === 'object' && root !== null && name in root;
  if (isRoot('urlset')) return bounded('pages', pages);
  if (isRoot('sitemapindex')) return bounded('index', sitemaps);
  throw new Error('expected <urlset> or <sitemapindex>, found neither');
}

function unzip(body: Buffer): Buffer {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  return gunzipSync(body, { maxOutputLength: MAX_SITEMAP_BYTES });
}

function readLines(text: string): Sitemap {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const urls = lines.filter((line) => /^https?:\/\//i.test(line));
  if (urls.length === 0) throw new Error('expected XML, or a URL on each line, found neither');
  return bounded('pages', urls);
}

function bounded(kind: Sitemap['kind'], urls: string[]): Sitemap {
  return { kind, urls: urls.slice(0, MAX_URLS), truncated: urls.length > MAX_URLS };
}

function child(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null && name in node
    ? (node as Record<string, unknown>)[name]
    : undefined;
}

function locations(entries: unknown): string[] {
  if (!Array.isArray(entries)) return [];
  return entries
    .map((entry) => child(entry, 'loc'))
    .map((loc) => (Array.isArray(loc) ? loc[0] : loc))
    .filter((loc): loc is string => typeof loc === 'string' && loc.trim() !== '')
    .map((loc) => decodeEntities(loc.trim()));
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, decimal, hex) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
