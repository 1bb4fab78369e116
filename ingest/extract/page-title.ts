import { cleanLine, type DomNode, isElement, rawTextOf, textOf } from './dom.ts';
import { metaContent, type PageElements } from './page-elements.ts';

/** A longer first heading is a slogan or a whole paragraph. */
const LONGEST_TITLE = 200;

/**
 * A page's title: its only or main `<h1>`, else `og:title`, else `<title>`, without the site's name.
 * @param hidden what no visitor sees
 */
export function readTitle(
  elements: PageElements,
  url: string,
  hidden: ReadonlySet<DomNode> = new Set(),
): string {
  const site = cleanLine(metaContent(elements, 'og:site_name') ?? '');
  const titleTag = withoutSite(cleanLine(writtenTitle(elements)), site, url);
  const shared = withoutSite(cleanLine(metaContent(elements, 'og:title') ?? ''), site, url);
  const headings = elements
    .named('h1')
    .filter((heading) => !isWithin(heading, hidden))
    .map((heading) => textOf(heading, hidden))
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && text.length <= LONGEST_TITLE);
  // Shops put their logo in an <h1> of its own; the one that the other titles speak of is the page's.
  const others = `${titleTag} ${shared}`.toLowerCase();
  const agreed = headings.find((text) => text !== site && others.includes(text.toLowerCase()));
  const heading = agreed ?? headings.find((text) => text.toLowerCase() !== site.toLowerCase());
  return heading ?? (shared || titleTag || site);
}

function writtenTitle(elements: PageElements): string {
  const titles = elements.named('title');
  const own = titles.find((title) => isWithinHead(title));
  return (own && rawTextOf(own)) || (titles[0] ? rawTextOf(titles[0]) : '');
}

/** Drawings have titles too. */
function isWithinHead(node: DomNode): boolean {
  for (let outer = node.parent; outer != null; outer = outer.parent)
    if (isElement(outer) && outer.name === 'head') return true;
  return false;
}

function isWithin(node: DomNode, hidden: ReadonlySet<DomNode>): boolean {
  for (let outer: DomNode | DomNode['parent'] = node; isElement(outer); outer = outer.parent)
    if (hidden.has(outer)) return true;
  return false;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Drops ` | Site` or ` – Site` at the end, and `Site | ` at the start where the site's name is known, or the host tells it. */
function withoutSite(title: string, site: string, url: string): string {
  const parts = title.split(/\s+[|–—·•»:-]\s+/u);
  if (parts.length < 2) return title;
  const host = bare(URL.parse(url)?.hostname ?? '');
  const same = (text = '') =>
    (site !== '' && bare(text) === bare(site)) || (bare(text).length > 3 && host.includes(bare(text)));
  if (same(parts.at(-1)))
    return title.slice(0, title.length - (parts.at(-1)?.length ?? 0)).replace(/\s+[|–—·•»:-]\s+$/u, '');
  if (same(parts[0])) return title.slice(parts[0]?.length ?? 0).replace(/^\s+[|–—·•»:-]\s+/u, '');
  const bar = title.lastIndexOf(' | ');
  return site === '' && bar > 0 ? title.slice(0, bar).trim() : title;
}
