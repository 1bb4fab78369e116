import { makeApplyVisit } from './apply-visit.ts';
import { makeCanonicalLedger } from './canonical-ledger.ts';
import type { Clock } from './clock.ts';
import type { CrawlEvent, ProblemEvent } from './crawl-event.ts';
import type { CrawlOptions, Validators } from './crawl-options.ts';
import { makeDiscovery } from './discovery.ts';
import { makeFailureStreak } from './failure-streak.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { makeFrontier } from './frontier.ts';
import { normalizeUrl } from './normalize-url.ts';
import type { OpenSite } from './open-site.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { readResponse, type Visit } from './read-response.ts';
import { readSitemaps } from './read-sitemaps.ts';
import { makeTrapGuard } from './trap-guard.ts';
import { makeUrlFilter } from './url-filter.ts';
import { makeVisitPage } from './visit-page.ts';

/** Pages in a row that fail before the whole site counts as failing. */
const STREAK = 10;

/** URLs remembered for each page wanted: shops link to several URLs that are no page of their own. */
const SEEN_PER_PAGE = 20;

/** Requests for each page wanted; redirects, dead links and noindex pages take some. */
const FETCHES_PER_PAGE = 5;

/**
 * Walks an open site: its start page, its sitemaps, the known documents, then whatever they link to, until nothing
 * is left, a limit is met, or the site fails as a whole.
 */
export async function* walkSite(
  options: CrawlOptions,
  site: OpenSite,
  deps: { fetch: PoliteFetch; clock: Clock; signal: AbortSignal },
): AsyncGenerator<CrawlEvent, void, undefined> {
  const { concurrency = 4, maxPages = 5000, onProgress = () => {} } = options;
  const { scope, robots } = site;
  const { fetch, clock, signal } = deps;
  const known = normalizeKeys(options.known);
  const frontier = makeFrontier(Math.max(10_000, maxPages * SEEN_PER_PAGE));
  const ledger = makeCanonicalLedger();
  const filter = makeUrlFilter(options);
  const discovery = makeDiscovery({
    frontier,
    ledger,
    scope,
    robots,
    filter,
    trap: makeTrapGuard(options.traps),
  });
  const applyVisit = makeApplyVisit({ frontier, ledger, discovery });
  const streak = makeFailureStreak<ProblemEvent>(STREAK);
  let fetched = 1;
  let documents = 0;

  frontier.see(site.entry.url);
  const start = readStart(site, filter, new Date(clock.now()).toISOString());
  if (start.type === 'failed') yield start.problem;
  if (start.type === 'document') documents += 1;
  yield* applyVisit(site.entry, start);

  for await (const finding of readSitemaps(robots.sitemaps, scope, fetch)) {
    if ('problem' in finding) yield finding.problem;
    else for (const url of finding.urls) yield* discovery.listed(url);
    if (signal.aborted) return;
  }
  for (const url of known.keys()) yield* discovery.listed(url);

  function next(pending: number) {
    if (signal.aborted || documents + pending >= maxPages) return undefined;
    if (fetched >= maxPages * FETCHES_PER_PAGE + STREAK) return undefined;
    const entry = frontier.next();
    if (entry !== undefined) fetched += 1;
    return entry;
  }

  const work = makeVisitPage({ fetch, scope, known, clock });
  for await (const { entry, result } of fetchAhead({ next, work, concurrency })) {
    if (signal.aborted) return;
    if (result.type === 'document') documents += 1;
    if (result.type !== 'failed') yield* streak.succeed();
    yield* applyVisit(entry, result);
    const throughout = result.type === 'failed' ? streak.fail(result) : null;
    if (throughout !== null) {
      yield siteProblem(scope.origin, throughout, result.type === 'failed' ? result.problem : null);
      return;
    }
    onProgress({ documents, fetched, queued: frontier.size });
  }
  yield* streak.succeed();
  yield* discovery.settled(ledger.rest());
  if (frontier.size > 0 || frontier.overflowed) {
    yield limitProblem(scope.origin, { maxPages, documents, fetched, left: frontier.size });
  }
}

/** The start page is read for its links even where the source's globs leave it out. */
function readStart(site: OpenSite, filter: (url: string) => string | null, fetchedAt: string): Visit {
  const { entry, response, tries, scope } = site;
  const visit = readResponse(entry, response, tries, { scope, fetchedAt });
  const unwanted = filter(entry.url);
  if (visit.type === 'document' && unwanted !== null) {
    return { type: 'skipped', rule: 'filter', reason: unwanted, links: visit.links };
  }
  if (visit.type !== 'skipped' || visit.rule !== 'content-type') return visit;
  const reason = `GET ${entry.url}: ${visit.reason}. Start at a web page.`;
  const problem: ProblemEvent = {
    type: 'problem',
    url: entry.url,
    stage: 'discover',
    reason,
    retryable: false,
  };
  return { type: 'failed', kind: visit.reason, problem };
}

function normalizeKeys(known: CrawlOptions['known']): Map<string, Validators> {
  const entries = [...(known ?? [])].map(
    ([url, validators]) => [normalizeUrl(url) ?? url, validators] as const,
  );
  return new Map(entries);
}

function siteProblem(origin: string, throughout: string, last: ProblemEvent | null): ProblemEvent {
  const reason = `${origin} ${throughout} throughout: ${STREAK} pages in a row. The crawl stopped; nothing is removed. The last one: ${last?.reason ?? ''}`;
  return { type: 'problem', url: `${origin}/`, stage: 'fetch', reason, retryable: last?.retryable ?? true };
}

function limitProblem(
  origin: string,
  {
    maxPages,
    documents,
    fetched,
    left,
  }: { maxPages: number; documents: number; fetched: number; left: number },
): ProblemEvent {
  const reason =
    documents >= maxPages
      ? `expected at most ${maxPages} pages, found ${left} more URLs. Raise --max-pages to read them.`
      : `expected at most ${maxPages} pages, found ${documents} in ${fetched} requests, and ${left} more URLs. Exclude the URLs that are no pages, or raise --max-pages.`;
  return { type: 'problem', url: `${origin}/`, stage: 'limit', reason, retryable: false };
}
