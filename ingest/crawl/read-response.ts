import { parsePage } from '../extract/parse-page.ts';
import { redirectTarget } from '../safe-fetch/redirect-policy.ts';
import type { SafeResponse } from '../safe-fetch.ts';
import { classifyContent, isAssetUrl } from './content-kind.ts';
import type { FileEvent, PageEvent, ProblemEvent, SkipRule, UnchangedEvent } from './crawl-event.ts';
import { decodeBody } from './decode-body.ts';
import { describeStatus } from './describe-status.ts';
import type { FrontierEntry } from './frontier.ts';
import { type PageDirectives, readDirectives, robotsTagWords } from './page-directives.ts';
import { isTransient } from './retry-plan.ts';
import type { SiteScope } from './site-scope.ts';

const MAX_HOPS = 5;

/** What one fetched URL comes to. `links` are pages of the site, normalised. */
export type Visit =
  | { type: 'document'; event: PageEvent | FileEvent | UnchangedEvent; links: string[] }
  | { type: 'moved'; rule: 'redirect' | 'canonical'; to: FrontierEntry; links: string[] }
  | { type: 'skipped'; rule: SkipRule; reason: string; links: string[] }
  | { type: 'gone'; status: 404 | 410 }
  | { type: 'failed'; kind: string; problem: ProblemEvent };

/**
 * Decides what a response means for the crawl.
 *
 * @param tries how often the URL was asked for.
 * @param fetchedAt ISO 8601.
 */
export function readResponse(
  entry: FrontierEntry,
  response: SafeResponse,
  tries: number,
  { scope, fetchedAt }: { scope: SiteScope; fetchedAt: string },
): Visit {
  const { status, headers } = response;
  if (status === 304) return { type: 'document', event: { type: 'unchanged', url: entry.url }, links: [] };
  if (status === 404 || status === 410) return { type: 'gone', status };
  const target = redirectTarget(status, headers.location, new URL(response.url));
  if (target !== null) return readRedirect(entry, target.href, scope);
  if (status !== 200 && status !== 203) {
    const retryable = isTransient({ status, retryAfterMs: null });
    return failed(entry.url, `answers ${status}`, describeStatus(entry.url, status, tries), retryable);
  }
  const { kind, contentType } = classifyContent(headers['content-type'], response.url, response.body);
  const common = {
    url: entry.url,
    requestedUrl: entry.requestedUrl,
    contentType,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    fetchedAt,
  };
  if (kind === 'file') {
    const words = robotsTagWords(headers['x-robots-tag']);
    if (words.includes('noindex') || words.includes('none')) return noindex([]);
    const contentTypeHeader = headers['content-type'] ?? null;
    return {
      type: 'document',
      event: { type: 'file', ...common, contentTypeHeader, body: response.body },
      links: [],
    };
  }
  if (kind === 'other') {
    const reason = `expected a page, PDF, DOCX, text or Markdown file, found ${contentType}`;
    return { type: 'skipped', rule: 'content-type', reason, links: [] };
  }
  const { text } = decodeBody(response.body, headers['content-type'] ?? null);
  const $ = parsePage(text);
  const directives = readDirectives($, headers, response.url);
  const links = followable(directives, scope);
  const moved = readMove(entry, directives, scope, links);
  if (moved !== null) return moved;
  if (directives.noindex) return noindex(links);
  return {
    type: 'document',
    event: { type: 'page', ...common, status, $, bytes: response.body.length, links },
    links,
  };
}

function noindex(links: string[]): Visit {
  return { type: 'skipped', rule: 'noindex', reason: 'its robots directives say noindex', links };
}

function failed(url: string, kind: string, reason: string, retryable: boolean): Visit {
  return { type: 'failed', kind, problem: { type: 'problem', url, stage: 'fetch', reason, retryable } };
}

function followable(directives: PageDirectives, scope: SiteScope): string[] {
  if (directives.nofollow) return [];
  const pages = directives.links.map((link) => scope.place(link)).filter((link) => link !== null);
  return [...new Set(pages)].filter((link) => !isAssetUrl(link));
}

/** A redirect to the page's own normalised URL is a server that insists on its spelling, so that is what it gets. */
function readRedirect(entry: FrontierEntry, target: string, scope: SiteScope): Visit {
  const url = scope.place(target);
  if (url === null) return { type: 'skipped', rule: 'off-site', reason: `redirects to ${target}`, links: [] };
  const own = url === entry.url;
  if ((own && target === entry.fetchUrl) || entry.hops >= MAX_HOPS) {
    const found = own
      ? 'a redirect to itself'
      : `more than ${MAX_HOPS} redirects in a row, the last to ${target}`;
    const reason = `GET ${entry.url}: expected a page, found ${found}. Repair the redirects.`;
    return failed(entry.url, 'redirects without end', reason, false);
  }
  const to = { ...entry, url, fetchUrl: own ? target : url, hops: entry.hops + 1, ignoreCanonical: false };
  return { type: 'moved', rule: 'redirect', to, links: [] };
}

function readMove(
  entry: FrontierEntry,
  directives: PageDirectives,
  scope: SiteScope,
  links: string[],
): Visit | null {
  const refresh = directives.refresh === null ? null : scope.place(directives.refresh);
  if (refresh !== null && refresh !== entry.url) {
    if (entry.hops >= MAX_HOPS) return readRedirect(entry, refresh, scope);
    const to = { ...entry, url: refresh, fetchUrl: refresh, hops: entry.hops + 1 };
    return { type: 'moved', rule: 'redirect', to, links };
  }
  // A canonical link to another site is left aside: it is how a copy on a preview host looks, and that was asked for.
  const canonical = directives.canonical === null ? null : scope.place(directives.canonical);
  if (canonical === null || canonical === entry.url || entry.ignoreCanonical) return null;
  if (pointsHomeByMistake(entry.url, canonical)) return null;
  return {
    type: 'moved',
    rule: 'canonical',
    to: { ...entry, url: canonical, fetchUrl: canonical, hops: 0 },
    links,
  };
}

/** Templates that give every page the home page as canonical are common, and would leave one page of a site. */
function pointsHomeByMistake(url: string, canonical: string): boolean {
  const home = new URL(canonical);
  const own = new URL(url).pathname;
  return home.pathname === '/' && own !== '/' && !/^\/(index|home|default)(\.\w+)?\/?$/i.test(own);
}
