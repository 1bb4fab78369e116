import type { SourceDocument } from './source-document.ts';

/** A first segment of a path that names a language or market, as in `/es/ayuda/envios` or `/en-gb/help`. */
const LOCALE_SEGMENT = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

/** What one template of a shop has drawn: its products, or the pages of one folder, in one language. */
export interface PageTemplate {
  /** Stable from run to run, such as `product en` or `page en /help`. */
  name: string;
  /** Its pages are each about one product. */
  product: boolean;
  locale: string;
}

/**
 * Guesses which pages look alike without a look at their markup: all products of a language, however deep their paths
 * are; else the first folder of the path, behind a segment that names the language. Home pages have a template of their own.
 * @returns null for what no template draws: a PDF or another file.
 */
export function templateOf(
  document: Pick<SourceDocument, 'url' | 'kind' | 'locale' | 'product'>,
): PageTemplate | null {
  const { kind, locale } = document;
  if (kind === 'file') return null;
  const product = kind === 'product' || document.product !== null;
  return {
    name: product ? `product ${locale}` : `page ${locale} ${folderOf(document.url)}`,
    product,
    locale,
  };
}

/** Whether a URL is a site's home page, or that of one of its languages. */
export function isHome(url: string): boolean {
  const segments = segmentsOf(url);
  return segments.length === 0 || (segments.length === 1 && LOCALE_SEGMENT.test(segments[0] ?? ''));
}

/** `home`; `/` for pages at the top; `/item?` for pages with a query, such as printed versions and the pages of a list. */
function folderOf(url: string): string {
  const segments = segmentsOf(url);
  const rest = LOCALE_SEGMENT.test(segments[0] ?? '') ? segments.slice(1) : segments;
  const query = URL.parse(url)?.search ?? '';
  if (rest.length === 0) return query === '' ? 'home' : '/?';
  if (query !== '') return `/${rest[0]}?`;
  return rest.length > 1 ? `/${rest[0]}` : '/';
}

function segmentsOf(url: string): string[] {
  return (URL.parse(url)?.pathname ?? '').split('/').filter((segment) => segment !== '');
}
