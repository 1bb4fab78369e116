import { setImmediate as breathe } from 'node:timers/promises';
import { nextXmlToken, type XmlToken } from '../catalog/xml-tokens.ts';
import type { SitemapEntry } from './parse-sitemap.ts';
import { readXmlAttribute, readXmlText } from './xml-text.ts';

/** How one kind of file names its parts; names without prefixes. */
interface Format {
  kind: 'pages' | 'index';
  item: string;
  loc: string[];
  date: string[];
}

/** By root element: sitemaps.org, RSS 2.0, Atom (RFC 4287), RSS 1.0. */
const FORMATS: Record<string, Format> = {
  urlset: { kind: 'pages', item: 'url', loc: ['loc'], date: ['lastmod'] },
  sitemapindex: { kind: 'index', item: 'sitemap', loc: ['loc'], date: ['lastmod'] },
  rss: { kind: 'pages', item: 'item', loc: ['link', 'guid'], date: ['pubDate'] },
  feed: { kind: 'pages', item: 'entry', loc: ['link'], date: ['updated', 'published'] },
  RDF: { kind: 'pages', item: 'item', loc: ['link'], date: ['date'] },
};

/** Tags read before the event loop gets its turn: some milliseconds. */
const TAGS_AT_ONCE = 5000;

/**
 * Reads the entries of a sitemap, a sitemap index or a feed, tag by tag, so that a file of 50 MB neither blocks the
 * process nor is held as a tree.
 *
 * @param limit entries to read.
 * @throws {Error} on a web page, a document type or another root, with what was expected and what was found.
 */
export async function readSitemapXml(
  text: string,
  limit: number,
): Promise<{ kind: 'pages' | 'index'; entries: SitemapEntry[]; truncated: boolean; brokenOff: boolean }> {
  const entries: SitemapEntry[] = [];
  const open: { name: string; end: number }[] = [];
  let format: Format | null = null;
  let item: { depth: number; prefix: string; entry: SitemapEntry } | null = null;
  let tags = 0;

  function enter(token: XmlToken): void {
    const { prefix, local } = splitName(token.name);
    format ??= formatOf(local);
    if (item === null && local === format.item)
      item = { depth: open.length, prefix, entry: { url: '', lastmod: null, alternates: [] } };
    else if (item !== null && local === 'link' && open.length === item.depth + 1)
      readLink(token, prefix, item);
    if (token.kind === 'open') open.push({ name: token.name, end: token.end });
  }

  function readLink(token: XmlToken, prefix: string, to: NonNullable<typeof item>): void {
    const tag = text.slice(token.start, token.end);
    const href = readXmlAttribute(tag, 'href');
    const rel = readXmlAttribute(tag, 'rel') ?? 'alternate';
    if (href === null || rel !== 'alternate') return;
    if (prefix !== to.prefix) {
      if (readXmlAttribute(tag, 'hreflang') !== null) to.entry.alternates.push(href);
    } else if (to.entry.url === '') to.entry.url = href;
  }

  function leave(token: XmlToken): void {
    const depth = open.findLastIndex(({ name }) => name === token.name);
    const element = open[depth];
    if (element === undefined) return;
    open.length = depth;
    if (item === null) return;
    if (depth <= item.depth) {
      if (item.entry.url !== '') entries.push(item.entry);
      item = null;
    } else if (depth === item.depth + 1) {
      readChild(token, item, element.end);
    }
  }

  /** `image:loc` and the like are no page's address, so only the item's own prefix counts. */
  function readChild(token: XmlToken, to: NonNullable<typeof item>, from: number): void {
    const { prefix, local } = splitName(token.name);
    const isLoc = prefix === to.prefix && format?.loc.includes(local) === true;
    const isDate = format?.date.includes(local) === true;
    if (!isLoc && !isDate) return;
    const value = readXmlText(text.slice(from, token.start));
    if (isDate) to.entry.lastmod ??= value;
    // An RSS guid is an address only where it looks like one.
    else if (to.entry.url === '' && (local !== 'guid' || /^https?:/i.test(value))) to.entry.url = value;
  }

  for (let token = nextXmlToken(text, 0); token !== null; token = nextXmlToken(text, token.end)) {
    if (token.kind === 'doctype') throw new Error(describeDoctype(text.slice(token.start, token.start + 60)));
    if (token.kind === 'open' || token.kind === 'empty') enter(token);
    else if (token.kind === 'close') leave(token);
    if (entries.length > limit) break;
    tags += 1;
    if (tags % TAGS_AT_ONCE === 0) await breathe();
  }
  if (format === null) throw new Error('expected <urlset> or <sitemapindex>, found no XML element');
  const truncated = entries.length > limit;
  return {
    kind: (format as Format).kind,
    entries: entries.slice(0, limit),
    truncated,
    brokenOff: !truncated && open.length > 0,
  };
}

function formatOf(root: string): Format {
  if (/^html$/i.test(root)) throw new Error(WEB_PAGE);
  const format = FORMATS[root];
  if (format === undefined) throw new Error(`expected <urlset> or <sitemapindex>, found <${root}>`);
  return format;
}

const WEB_PAGE =
  'expected a sitemap, found a web page: the site answers an address that it does not have with a page and not with status 404 (a soft 404). Correct the address of the sitemap, or remove the line that lists it';

function describeDoctype(start: string): string {
  if (/^<!doctype\s+html\b/i.test(start)) return WEB_PAGE;
  return 'expected a sitemap, found a document type declaration, which is refused because its entities could expand without bound. Write the sitemap without it';
}

function splitName(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':');
  return { prefix: name.slice(0, Math.max(0, colon)), local: name.slice(colon + 1) };
}
