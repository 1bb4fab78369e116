/** A longer quote is given as its first and last words: browsers match a range, and links stay short. */
const LONGEST_WHOLE = 300;
const EDGE_WORDS = 6;

/**
 * A link that opens a page at a quote: WICG scroll-to-text-fragment, `#:~:text=start,end`, with `-`, `&` and `,`
 * percent-encoded. A quote that is no line of the page as shown, such as a table row that names its columns, is given by
 * `edges`: its first and last words there.
 * @returns the URL unchanged when it is not http(s).
 */
export function textFragmentLink(url: string, quote: string, edges?: [string, string]): string {
  if (!/^https?:/.test(url)) return url;
  const base = url.split('#')[0] ?? url;
  if (edges) return `${base}#:~:text=${edges.map(encode).join(',')}`;
  const line = quote.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_WHOLE) return `${base}#:~:text=${encode(line)}`;
  const words = line.split(' ');
  const start = words.slice(0, EDGE_WORDS).join(' ');
  const end = words.slice(-EDGE_WORDS).join(' ');
  return `${base}#:~:text=${encode(start)},${encode(end)}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}

/**
 * A link that opens a PDF at the page of a quote: `#page=3` (RFC 8118, section 3), as browsers' viewers know no text
 * fragments.
 * @param heading of the quote's passage; the first is its page, as the PDF reader names it.
 * @returns null for what is no PDF on the web, or names no page.
 */
export function pdfPageLink(url: string, heading: readonly string[]): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || !/\.pdf$/i.test(parsed.pathname)) return null;
  const page = /^Page (\d+)$/.exec(heading[0] ?? '')?.[1];
  return page === undefined ? null : `${url.split('#')[0]}#page=${page}`;
}
