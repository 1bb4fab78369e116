import type { CheerioAPI } from 'cheerio';
import { allElements, attribute, type DomElement, isElement } from '../extract/dom.ts';

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
  const { bases, metas, links } = readElements($);
  const base = absolute(bases[0]?.attribs.href, url) ?? url;
  const robots = robotsWords(metas, headers);
  const canonical = links.find(isCanonical)?.attribs.href;
  return {
    noindex: robots.has('noindex') || robots.has('none'),
    nofollow: robots.has('nofollow') || robots.has('none'),
    canonical: absolute(canonical ?? canonicalHeader(headers.link), base),
    refresh: absolute(refreshTarget(metas), base),
    links: absoluteLinks(links.filter(leadsOn), base),
    alternates: absoluteLinks(links.filter(isAlternate), base),
  };
}

/** The elements that say something to crawlers, in document order; links and bases have an `href`. */
function readElements($: CheerioAPI): { bases: DomElement[]; metas: DomElement[]; links: DomElement[] } {
  const found = { bases: [] as DomElement[], metas: [] as DomElement[], links: [] as DomElement[] };
  const root = $.root()[0];
  for (const element of root ? allElements(root) : []) {
    const { name, attribs } = element;
    if (name === 'meta') found.metas.push(element);
    else if (!('href' in attribs)) continue;
    else if (name === 'a' || name === 'area' || name === 'link') found.links.push(element);
    else if (name === 'base') found.bases.push(element);
  }
  return found;
}

function hasRel(element: DomElement, relation: string): boolean {
  const { rel = '' } = element.attribs;
  return rel !== '' && rel.toLowerCase().split(/\s+/).includes(relation);
}

const isAlternate = (link: DomElement) =>
  link.name === 'link' && 'hreflang' in link.attribs && hasRel(link, 'alternate');

const leadsOn = (link: DomElement) =>
  link.name !== 'link' || isAlternate(link) || hasRel(link, 'next') || hasRel(link, 'prev');

function isCanonical(link: DomElement): boolean {
  if (link.name !== 'link' || !hasRel(link, 'canonical')) return false;
  for (let outer = link.parent; outer != null; outer = outer.parent)
    if (isElement(outer) && (outer.name === 'head' || outer.name === 'body')) return true;
  return false;
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

function robotsWords(metas: readonly DomElement[], headers: Record<string, string>): Set<string> {
  const words = robotsTagWords(headers['x-robots-tag']);
  for (const meta of metas) {
    const name = attribute(meta, 'name').toLowerCase();
    if (name === 'robots' || name === AGENT)
      words.push(
        ...attribute(meta, 'content')
          .toLowerCase()
          .split(/[\s,]+/),
      );
  }
  return new Set(words);
}

function canonicalHeader(link: string | undefined): string | undefined {
  return /<([^>]*)>\s*;[^,]*\brel\s*=\s*"?canonical\b/i.exec(link ?? '')?.[1];
}

function refreshTarget(metas: readonly DomElement[]): string | undefined {
  const meta = metas.find(
    (each) => attribute(each, 'http-equiv').toLowerCase() === 'refresh' && 'content' in each.attribs,
  );
  const content = meta === undefined ? '' : attribute(meta, 'content');
  const match = /^\s*(\d+(?:\.\d*)?)\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content);
  return match !== null && Number(match[1]) <= SOON_SECONDS ? match[2]?.trim() : undefined;
}

function absoluteLinks(elements: readonly DomElement[], base: string): string[] {
  const links = new Set<string>();
  for (const element of elements) {
    const target = hasRel(element, 'nofollow') ? null : absolute(element.attribs.href, base);
    if (target !== null) links.add(target);
  }
  return [...links];
}

function absolute(href: string | undefined, base: string): string | null {
  return href === undefined || href.trim() === '' ? null : (URL.parse(href.trim(), base)?.href ?? null);
}
