import { fold } from '../analysis/stem.ts';
import { asText, hasType, type LdNode } from './json-ld.ts';
import { metaContent, type PageElements } from './page-elements.ts';

/** What is dated as a whole; an offer's or a review's date is not the page's. */
const PAGE_TYPES =
  `WebPage AboutPage CheckoutPage CollectionPage ContactPage FAQPage ItemPage QAPage Article BlogPosting
  NewsArticle TechArticle HowTo CreativeWork MerchantReturnPolicy DigitalDocument`.split(/\s+/);
const MONTHS =
  'jan(?:uary)?|enero? feb(?:ruary)?|febrero mar(?:ch)?|marzo apr(?:il)?|abril may|mayo june?|junio july?|julio aug(?:ust)?|agosto sept?(?:ember)?|septiembre oct(?:ober)?|octubre nov(?:ember)?|noviembre dec(?:ember)?|diciembre'.split(
    ' ',
  );
const MONTH = `(?:${MONTHS.join('|')})`;
/** "Last updated: 3 March 2026", "Última actualización: marzo de 2026", "Effective January 5th, 2026". */
const STATED = new RegExp(
  String.raw`\b(?:(?:last|page) (?:updated?|modified|revised|reviewed)|updated|revised|effective(?: date| from| as of)?|in force since|ultima (?:actualizacion|modificacion|revision)|actualizad[oa]|vigente (?:desde|a partir de)|en vigor desde)(?: on| el)?\s*[:–-]?\s*(?:el\s+)?(?:(?<iso>\d{4}-\d{2}-\d{2})|(?<day>\d{1,2})(?:st|nd|rd|th)?\.? (?:de )?(?<month>${MONTH})\.?,?(?: del?)? (?<year>\d{4})|(?<month2>${MONTH})\.? (?<day2>\d{1,2})(?:st|nd|rd|th)?,? (?<year2>\d{4})|(?<month3>${MONTH})\.?(?: del?)? (?<year3>\d{4}))\b`,
);
const EARLIEST = Date.UTC(1995, 0, 1);
/** A date this near to the request is that of the request: the page was made for it. */
const MADE_NOW_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * When a page was last changed, or else published, as its structured data and its head say; ISO 8601, or null.
 * @param fetchedAt ISO 8601
 */
export function readPageDate(
  nodes: readonly LdNode[],
  elements: PageElements,
  fetchedAt: string,
): string | null {
  const pages = nodes.filter((node) => hasType(node, ...PAGE_TYPES));
  const latest = (name: string) =>
    pages
      .flatMap((node) => believable(asText(node[name]), fetchedAt) ?? [])
      .sort()
      .at(-1) ?? null;
  const meta = (name: string) => believable(metaContent(elements, name) ?? '', fetchedAt);
  return (
    latest('dateModified') ??
    meta('article:modified_time') ??
    meta('og:updated_time') ??
    latest('datePublished') ??
    meta('article:published_time')
  );
}

/** When a text says that it was last changed ("Last updated: 3 March 2026"), in English or Spanish; ISO 8601, or null. */
export function statedDate(text: string): string | null {
  const parts = STATED.exec(fold(text))?.groups;
  if (parts === undefined) return null;
  if (parts.iso !== undefined) return isoDate(parts.iso);
  const name = parts.month ?? parts.month2 ?? parts.month3 ?? '';
  const month = MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`).test(name)) + 1;
  const year = parts.year ?? parts.year2 ?? parts.year3 ?? '';
  const day = parts.day ?? parts.day2 ?? '1';
  return isoDate(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A server's Last-Modified, or a sitemap's lastmod, as ISO 8601; null for one that only says when the page was asked for. */
export function serverDate(lastModified: string | null, fetchedAt: string): string | null {
  const time = Date.parse(lastModified ?? '');
  // Servers that make pages, and deployments that copy all files, give the day of the request.
  return time >= EARLIEST && time < Date.parse(fetchedAt) - DAY_MS ? new Date(time).toISOString() : null;
}

function believable(written: string, fetchedAt: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(written)) return null;
  const date = isoDate(written);
  return date !== null && Date.parse(date) < Date.parse(fetchedAt) - MADE_NOW_MS ? date : null;
}

function isoDate(written: string): string | null {
  const time = Date.parse(written);
  return time >= EARLIEST ? new Date(time).toISOString() : null;
}
