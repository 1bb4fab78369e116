/** A URL as one page of a list. */
export interface ListPage {
  /** The list: its URL without the page's number. */
  series: string;
  /** From 1, or from 0 where items are counted. */
  number: number;
  /** How far the number may be ahead of the highest seen and still be the next page, or one beside it. */
  reach: number;
}

const PAGE_PARAMETER =
  /^(?:.+[-_])?(?:page|paged|pg|p|page_?num|page_?no|page_?number|current_?page|seite|pagina)$/i;
const ITEM_PARAMETER = /^(?:offset|start|skip|first)$/i;
const PAGE_IN_PATH = /\/(?:page|pagina|seite|p)[/-](\d{1,6})(?=\/?$)/i;

/** Lists link to about ten pages from each page. */
const PAGES_AHEAD = 10;
/** Ten pages of a hundred items. */
const ITEMS_AHEAD = 1000;

/**
 * Reads `?page=2`, `?offset=48` or `/page/2/`.
 * @param url normalised.
 * @returns null when the URL has no page number.
 */
export function readPagination(url: string): ListPage | null {
  const parsed = new URL(url);
  const pairs = parsed.search.slice(1).split('&');
  const at = pairs.findIndex((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return /^\d{1,6}$/.test(value) && (PAGE_PARAMETER.test(name) || ITEM_PARAMETER.test(name));
  });
  if (at !== -1) {
    const [name = '', value] = (pairs[at] ?? '').split('=');
    const rest = pairs.toSpliced(at, 1).join('&');
    parsed.search = rest;
    const reach = ITEM_PARAMETER.test(name) ? ITEMS_AHEAD : PAGES_AHEAD;
    return { series: parsed.href, number: Number(value), reach };
  }
  const path = PAGE_IN_PATH.exec(parsed.pathname);
  if (path === null) return null;
  parsed.pathname = parsed.pathname.slice(0, path.index) || '/';
  return { series: parsed.href, number: Number(path[1]), reach: PAGES_AHEAD };
}
