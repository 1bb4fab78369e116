import { parsePage } from '../extract/parse-page.ts';
import { redirectTarget } from '../safe-fetch/redirect-policy.ts';
import type { SafeResponse } from '../safe-fetch.ts';
import { classifyContent, isAssetUrl } from './content-kind.ts';
import type { Fetched, FileEvent, PageEvent, ProblemEvent, SkipRule, UnchangedEvent } from './crawl-event.ts';
import type { KnownUrl } from './crawl-options.ts';
import { decodeBody } from './decode-body.ts';
import { describeStatus } from './describe-status.ts';
import { fetchedOf } from './fetched.ts';
import type { FrontierEntry } from './frontier.ts';
import { type PageDirectives, readDirectives, robotsTagWords } from './page-directives.ts';
import { problemAt } from './problem-at.ts';
import { isTransient } from './retry-plan.ts';
import type { SiteScope } from './site-scope.ts';

const MAX_HOPS = 5;

/** A page takes some eighty times its size in memory while it is read; a shop's have less than a hundredth of this. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/** A page of the site that a page leads to; normalised. */
export interface FoundLink {
  url: string;
  by: 'link' | 'hreflang';
}

/** What one fetched URL comes to. */
export type Visit =
  | { type: 'document'; event: PageEvent | FileEvent | UnchangedEvent; links: FoundLink[] }
  | {
      type: 'moved';
      rule: 'redirect' | 'canonical';
      to: FrontierEntry;
      links: FoundLink[];
      fetched: Fetched;
    }
  | { type: 'skipped'; rule: SkipRule; reason: string; links: FoundLink[]; fetched: Fetched }
  | { type: 'gone'; status: 404 | 410; fetched: Fetched }
  | { type: 'failed'; kind: string; problem: ProblemEvent };

/**
 * Decides what a response means for the crawl.
 *
 * @param tries how often the URL was asked for.
 * @param known what validators were sent, if any were.
 * @param fetchedAt ISO 8601.
 */
export function readResponse(
  entry: FrontierEntry,
  response: SafeResponse,
  tries: number,
  { scope, known, fetchedAt }: { scope: SiteScope; known: KnownUrl | undefined; fetchedAt: string },
): Visit {
  const { status, headers } = response;
  const { url, via } = entry;
  const fetched = fetchedOf(response);
  if (status === 304 && known !== undefined) {
    const { isDocument = true, copyOf } = known;
    const original = copyOf === undefined ? null : scope.place(copyOf);
    if (original !== null && original !== url)
      return { type: 'moved', rule: 'canonical', to: canonicalOf(entry, original), links: [], fetched };
    return { type: 'document', event: { type: 'unchanged', url, via, isDocument, fetched }, links: [] };
  }
  if (status === 404 || status === 410) return { type: 'gone', status, fetched };
  const target = redirectTarget(status, headers.location, new URL(response.url));
  if (target !== null) return readRedirect(entry, target.href, scope, fetched);
  if (status !== 200 && status !== 203) {
    const retryable = isTransient({ status, retryAfterMs: null });
    const reason = describeStatus(url, status, tries);
    return failed(entry, `answers ${status}`, reason, { retryable, fetched });
  }
  const { kind, contentType } = classifyContent(headers['content-type'], response.url, response.body);
  const common = {
    url,
    requestedUrl: entry.requestedUrl,
    contentType,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    fetchedAt,
    via,
    fetched,
  };
  if (kind === 'file') {
    const words = robotsTagWords(headers['x-robots-tag']);
    if (words.includes('noindex') || words.includes('none')) return noindex([], fetched);
    const contentTypeHeader = headers['content-type'] ?? null;
    return {
      type: 'document',
      event: { type: 'file', ...common, contentTypeHeader, body: response.body },
      links: [],
    };
  }
  if (kind === 'other') {
    const reason = `expected a page, PDF, DOCX, text or Markdown file, found ${contentType}`;
    return { type: 'skipped', rule: 'content-type', reason, links: [], fetched };
  }
  if (response.body.length > MAX_PAGE_BYTES) {
    const reason = `GET ${url}: expected a page of at most ${MAX_PAGE_BYTES} bytes, found ${response.body.length}. Split it.`;
    return failed(entry, 'is too large', reason, { retryable: false, fetched });
  }
  const { text } = decodeBody(response.body, headers['content-type'] ?? null);
  const $ = parsePage(text);
  const directives = readDirectives($, headers, response.url);
  const links = followable(directives, scope);
  const moved = readMove(entry, directives, scope, { links, fetched });
  if (moved !== null) return moved;
  if (directives.noindex) return noindex(links, fetched);
  return {
    type: 'document',
    event: {
      type: 'page',
      ...common,
      status,
      $,
      bytes: fetched.bytes,
      links: links.map((link) => link.url),
    },
    links,
  };
}

function noindex(links: FoundLink[], fetched: Fetched): Visit {
  const reason = 'its robots directives say noindex';
  return { type: 'skipped', rule: 'noindex', reason, links, fetched };
}

function failed(
  { url, via }: FrontierEntry,
  kind: string,
  reason: string,
  rest: { retryable: boolean; fetched: Fetched },
): Visit {
  return { type: 'failed', kind, problem: problemAt(url, reason, { ...rest, via }) };
}

function followable(directives: PageDirectives, scope: SiteScope): FoundLink[] {
  if (directives.nofollow) return [];
  const place = (links: string[]) => new Set(links.map((link) => scope.place(link)));
  const alternates = place(directives.alternates);
  return [...place(directives.links)]
    .filter((url) => url !== null && !isAssetUrl(url))
    .map((url) => ({ url: url as string, by: alternates.has(url) ? 'hreflang' : 'link' }));
}

/** A redirect to the page's own normalised URL is a server that insists on its spelling, so that is what it gets. */
function readRedirect(entry: FrontierEntry, target: string, scope: SiteScope, fetched: Fetched): Visit {
  const url = scope.place(target);
  if (url === null)
    return { type: 'skipped', rule: 'off-site', reason: `redirects to ${target}`, links: [], fetched };
  const own = url === entry.url;
  if ((own && target === entry.fetchUrl) || entry.hops >= MAX_HOPS) {
    const found = own
      ? 'a redirect to itself'
      : `more than ${MAX_HOPS} redirects in a row, the last to ${target}`;
    const reason = `GET ${entry.url}: expected a page, found ${found}. Repair the redirects.`;
    return failed(entry, 'redirects without end', reason, { retryable: false, fetched });
  }
  const spelled = {
    ...entry,
    url,
    fetchUrl: own ? target : url,
    hops: entry.hops + 1,
    ignoreCanonical: false,
  };
  const to = own ? spelled : ledBy(entry, 'redirect', spelled);
  return { type: 'moved', rule: 'redirect', to, links: [], fetched };
}

function ledBy(from: FrontierEntry, by: 'redirect' | 'canonical', to: FrontierEntry): FrontierEntry {
  return { ...to, via: { by, from: from.url }, fetched: null };
}

function readMove(
  entry: FrontierEntry,
  directives: PageDirectives,
  scope: SiteScope,
  found: { links: FoundLink[]; fetched: Fetched },
): Visit | null {
  const refresh = directives.refresh === null ? null : scope.place(directives.refresh);
  if (refresh !== null && refresh !== entry.url) {
    if (entry.hops >= MAX_HOPS) return readRedirect(entry, refresh, scope, found.fetched);
    const to = { ...entry, url: refresh, fetchUrl: refresh, hops: entry.hops + 1 };
    return { type: 'moved', rule: 'redirect', to: ledBy(entry, 'redirect', to), ...found };
  }
  // A canonical link to another site is left aside: it is how a copy on a preview host looks, and that was asked for.
  const canonical = directives.canonical === null ? null : scope.place(directives.canonical);
  if (canonical === null || canonical === entry.url || entry.ignoreCanonical) return null;
  if (pointsHomeByMistake(entry.url, canonical)) return null;
  return { type: 'moved', rule: 'canonical', to: canonicalOf(entry, canonical), ...found };
}

function canonicalOf(entry: FrontierEntry, url: string): FrontierEntry {
  return ledBy(entry, 'canonical', { ...entry, url, fetchUrl: url, hops: 0 });
}

/** Templates that give every page the home page as canonical are common, and would leave one page of a site. */
function pointsHomeByMistake(url: string, canonical: string): boolean {
  const home = new URL(canonical);
  const own = new URL(url).pathname;
  return home.pathname === '/' && own !== '/' && !/^\/(index|home|default)(\.\w+)?\/?$/i.test(own);
}
