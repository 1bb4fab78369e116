import type { CheerioAPI } from 'cheerio';

/** What a page says about itself to crawlers. URLs are as written, made absolute. */
export interface PageDirectives {
  noindex: boolean;
  nofollow: boolean;
  canonical: string | null;
  /** Where a meta refresh soon leads. */
  refresh: string | null;
  links: string[];
  /** Those of `links` that are this page in another language. */
  alternates: string[];
}

/** A meta refresh after more seconds than this reloads a page; it does not move it. */
const SOON_SECONDS = 10;

const ALTERNATES = 'link[rel~="alternate" i][hreflang][href]';
const LINKS = `a[href], area[href], ${ALTERNATES}, link[rel~="next" i][href], link[rel~="prev" i][href]`;

const AGENT = 'aislebot';

/** Directives of X-Robots-Tag that have a value after a colon, so that it is not taken for a crawler's name. */
const WITH_VALUE = /^(unavailable_after|max-snippet|max-image-preview|max-video-preview)$/;

/**
 * Reads robots directives (meta elements and X-Robots-Tag, for every crawler or for this one), the canonical link
 * (element or Link header, RFC 6596), a meta refresh, and the links that may be followed.
 *
 * @param headers names in lower case.
 * @param url the page's own, which relative links are relative to unless `<base>` says otherwise.
 */
export function readDirectives($: CheerioAPI, headers: Record<string, string>, url: string): PageDirectives {
  const base = absolute($('base[href]').first().attr('href'), url) ?? url;
  const robots = robotsWords($, headers);
  const canonical = $('head link[rel~="canonical" i][href], body link[rel~="canonical" i][href]')
    .first()
    .attr('href');
  return {
    noindex: robots.has('noindex') || robots.has('none'),
    nofollow: robots.has('nofollow') || robots.has('none'),
    canonical: absolute(canonical ?? canonicalHeader(headers.link), base),
    refresh: absolute(refreshTarget($), base),
    links: readLinks($, base, LINKS),
    alternates: readLinks($, base, ALTERNATES),
  };
}

/** Directives of an X-Robots-Tag header that hold for this crawler, in lower case. */
export function robotsTagWords(header: string | undefined): string[] {
  const words: string[] = [];
  let forUs = true;
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', rest] = part.split(/:(.*)/s).map((piece) => piece.trim());
    const named = rest !== undefined && !WITH_VALUE.test(name);
    if (named) forUs = name === AGENT || name === '*';
    if (forUs) words.push(named ? (rest ?? '') : name);
  }
  return words;
}

function robotsWords($: CheerioAPI, headers: Record<string, string>): Set<string> {
  const words = robotsTagWords(headers['x-robots-tag']);
  $('meta[name][content]').each((_, element) => {
    const name = $(element).attr('name')?.toLowerCase();
    if (name === 'robots' || name === AGENT)
      words.push(...($(element).attr('content') ?? '').toLowerCase().split(/[\s,]+/));
  });
  return new Set(words);
}

function canonicalHeader(link: string | undefined): string | undefined {
  return /<([^>]*)>\s*;[^,]*\brel\s*=\s*"?canonical\b/i.exec(link ?? '')?.[1];
}

function refreshTarget($: CheerioAPI): string | undefined {
  const content = $('meta[http-equiv="refresh" i][content]').first().attr('content') ?? '';
  const match = /^\s*(\d+(?:\.\d*)?)\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content);
  return match !== null && Number(match[1]) <= SOON_SECONDS ? match[2]?.trim() : undefined;
}

function readLinks($: CheerioAPI, base: string, selector: string): string[] {
  const links = new Set<string>();
  $(selector).each((_, element) => {
    const rel = ($(element).attr('rel') ?? '').toLowerCase().split(/\s+/);
    const target = rel.includes('nofollow') ? null : absolute($(element).attr('href'), base);
    if (target !== null) links.add(target);
  });
  return [...links];
}

function absolute(href: string | undefined, base: string): string | null {
  return href === undefined || href.trim() === '' ? null : (URL.parse(href.trim(), base)?.href ?? null);
}
