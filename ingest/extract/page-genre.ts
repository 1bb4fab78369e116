import type { DocumentGenre, DocumentKind } from '../../sql/document.ts';
import { attribute, type DomElement, nameWords } from './dom.ts';
import { asNodes, asText, hasType, type LdNode } from './json-ld.ts';
import { metaContent, type PageElements } from './page-elements.ts';

const STORY_FOLDERS = new Set(
  `blog blogs journal journals news newsroom press press-releases press-release stories magazine articles article posts
  revista noticias noticia prensa notas-de-prensa articulos articulo diario actualidad bitacora`.split(/\s+/),
);
/** Shops sell journals and magazines too. */
const SHOP_FOLDERS = new Set(
  `collections collection products product category categories shop store tienda categoria categorias producto
  productos coleccion colecciones policies help ayuda faq`.split(/\s+/),
);
const STORY_HOST = /^(?:blog|news|journal|magazine|press|noticias|revista|prensa)\./i;
const DATED_PATH = /\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])(?:\/\d{1,2})?\/[^/]+/;

const STORY_TYPES = [
  'BlogPosting',
  'NewsArticle',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'OpinionNewsArticle',
  'LiveBlogPosting',
  'Blog',
];
/** Names of the element in which blog software writes when a post was published. */
const DATE_NAMES = new Set(
  'published pubdate entry-date post-date posted-on article-date date-published blog-date dateline byline fecha-publicacion'.split(
    ' ',
  ),
);
/** Elements between a post's heading and its date, at most. */
const NEAR_HEADING = 12;

/** What a page shows, before it is taken apart, of being a piece of its day. */
export interface GenreSigns {
  /** Open Graph says that it is an article with a date of publication. */
  publishedArticle: boolean;
  /** A date of publication stands by its heading. */
  datedHeading: boolean;
}

/** Reads what of a page's head and heading tells its genre; an index of posts has many dates and is told by its address. */
export function readGenreSigns(elements: PageElements): GenreSigns {
  return {
    publishedArticle:
      metaContent(elements, 'og:type')?.trim().toLowerCase() === 'article' &&
      (metaContent(elements, 'article:published_time') ?? '') !== '',
    datedHeading: elements.named('h1').some((heading) => hasDateNear(heading)),
  };
}

/**
 * Tells a blog post or a piece of news, which is true of its day, by its address, its structured data, Open Graph and the
 * date by its heading. Products, policies and FAQs are none, whatever their templates say. Pure.
 */
export function guessGenre(
  page: { url: string; title: string; kind: DocumentKind; nodes: LdNode[] } & GenreSigns,
): DocumentGenre | null {
  if (page.kind !== 'page') return null;
  const address = URL.parse(page.url);
  const told = address !== null && isStoryAddress(address);
  const isHome = address?.pathname === '/';
  if (told) return 'article';
  if (isHome) return null;
  const own = page.nodes.filter((node) => isAbout(node, page));
  const stated = own.some(
    (node) =>
      hasType(node, ...STORY_TYPES) || (hasType(node, 'Article') && asText(node.datePublished) !== ''),
  );
  return stated || page.publishedArticle || page.datedHeading ? 'article' : null;
}

function isStoryAddress({ hostname, pathname }: URL): boolean {
  const folders = pathname.toLowerCase().split('/').filter(Boolean);
  if (folders.some((folder) => SHOP_FOLDERS.has(folder))) return false;
  return (
    STORY_HOST.test(hostname) || DATED_PATH.test(pathname) || folders.some((one) => STORY_FOLDERS.has(one))
  );
}

/** Whether a node speaks of the page itself, and not of one that it leads to. */
function isAbout(node: LdNode, { url, title }: { url: string; title: string }): boolean {
  const addresses = [node.url, node.mainEntityOfPage, node['@id']].flatMap((value) => [
    asText(value),
    ...asNodes(value).map((inner) => asText(inner['@id'] ?? inner.url)),
  ]);
  if (addresses.some((address) => address !== '' && sameAddress(address, url))) return true;
  const headline = asText(node.headline ?? node.name).toLowerCase();
  return headline !== '' && title.toLowerCase().includes(headline);
}

function sameAddress(address: string, url: string): boolean {
  const [one, other] = [URL.parse(address, url), URL.parse(url)];
  const pathOf = (parsed: URL | null) => parsed?.pathname.replace(/\/+$/, '');
  return one !== null && one.host === other?.host && pathOf(one) === pathOf(other);
}

function hasDateNear(heading: DomElement): boolean {
  let { parent } = heading;
  // Up to the box that holds the heading and its date.
  for (
    let level = 0;
    level < 2 && parent != null && 'attribs' in parent;
    level += 1, parent = parent.parent
  ) {
    if (parent.name === 'body' || parent.name === 'main') return false;
    let seen = 0;
    const pending: DomElement[] = [parent];
    for (let element = pending.pop(); element && seen < NEAR_HEADING; element = pending.pop()) {
      seen += 1;
      if (isDate(element)) return true;
      for (let at = element.children.length - 1; at >= 0; at -= 1) {
        const child = element.children[at];
        if (child && 'attribs' in child) pending.push(child);
      }
    }
  }
  return false;
}

function isDate(element: DomElement): boolean {
  if (attribute(element, 'itemprop') === 'datePublished') return true;
  const named = nameWords(element);
  const isNamed = named.some(
    (word, at) => DATE_NAMES.has(word) || DATE_NAMES.has(`${named[at - 1] ?? ''}-${word}`),
  );
  return (
    isNamed &&
    (element.name === 'time' || element.name === 'span' || element.name === 'p' || element.name === 'div')
  );
}
