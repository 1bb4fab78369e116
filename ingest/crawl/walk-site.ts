import type { SafeResponse } from '../safe-fetch.ts';
import { makeApplyVisit } from './apply-visit.ts';
import { makeCanonicalLedger } from './canonical-ledger.ts';
import type { Clock } from './clock.ts';
import type { CrawlEvent, ProblemEvent } from './crawl-event.ts';
import type { CrawlOptions, KnownUrl } from './crawl-options.ts';
import { makeDiscovery } from './discovery.ts';
import { type DrawPage, drawVisit } from './draw-visit.ts';
import { makeFailureStreak } from './failure-streak.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { fetchedOf } from './fetched.ts';
import { makeFrontier } from './frontier.ts';
import { listPages } from './list-pages.ts';
import type { OpenSite } from './open-site.ts';
import { readPageText } from './page-text.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { problemAt } from './problem-at.ts';
import { readResponse, type Visit } from './read-response.ts';
import { makeSoft404Judge } from './soft-404-judge.ts';
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
  options: CrawlOptions & { known: ReadonlyMap<string, KnownUrl> },
  site: OpenSite,
  deps: { fetch: PoliteFetch; clock: Clock; random: () => number; signal: AbortSignal },
): AsyncGenerator<CrawlEvent, void, undefined> {
  const { concurrency = 4, maxPages = 5000, onProgress = () => {}, known } = options;
  const { scope, robots, entry: home } = site;
  const { fetch, clock, random, signal } = deps;
  const frontier = makeFrontier(Math.max(10_000, maxPages * SEEN_PER_PAGE), options.onFound);
  const ledger = makeCanonicalLedger();
  const filter = makeUrlFilter(options);
  const trap = makeTrapGuard(options.traps, clock.now());
  const discovery = makeDiscovery({ frontier, ledger, scope, robots, filter, trap });
  const applyVisit = makeApplyVisit({ frontier, ledger, discovery });
  const streak = makeFailureStreak<ProblemEvent>(STREAK);
  const readBefore = new Set([...(options.readBefore ?? [])].map((url) => scope.place(url) ?? url));
  let fetched = 1;
  let documents = readBefore.size;
  let underWay = 0;
  const tell = () => onProgress({ documents, fetched, queued: frontier.size + underWay });

  frontier.see(home.url);
  for (const url of readBefore) frontier.see(url);
  const draw: DrawPage = (page) =>
    options.draw?.(page, (url) => robots.forbids(url) === null, signal) ?? Promise.resolve({ type: 'none' });
  const start = await readStart(site, {
    filter,
    known,
    draw,
    fetchedAt: new Date(clock.now()).toISOString(),
  });
  const startText =
    start.type === 'document' && start.event.type === 'page' ? readPageText(start.event.$) : null;
  if (readBefore.has(home.url)) {
    // It was read, but what it leads to may not have been.
    if ('links' in start)
      for (const { url, by } of start.links) yield* discovery.linked(url, { by, from: home.url });
  } else {
    options.onFound?.(home.url, home.via);
    if (start.type === 'failed') yield start.problem;
    if (isDocument(start)) documents += 1;
    yield* applyVisit(home, start);
  }

  const dates = new Map<string, string>();
  for await (const event of listPages({ discovery, scope, robots, known, fetch, dates })) {
    yield event;
    if (signal.aborted) return;
  }

  tell();
  function next(pending: number) {
    underWay = pending;
    if (signal.aborted || documents + pending >= maxPages) return undefined;
    if (fetched >= maxPages * FETCHES_PER_PAGE + STREAK) return undefined;
    const entry = frontier.next();
    if (entry !== undefined) {
      fetched += 1;
      underWay += 1;
    }
    return entry;
  }

  const judgeSoft404 = makeSoft404Judge({ fetch, scope, robots, startUrl: home.url, startText, random });
  const work = makeVisitPage({ fetch, scope, known, judgeSoft404, draw, clock });
  for await (const { entry, result } of fetchAhead({ next, work, concurrency })) {
    if (signal.aborted) return;
    underWay -= 1;
    if (isDocument(result)) documents += 1;
    if (result.type !== 'failed') yield* streak.succeed();
    for (const event of applyVisit(entry, result)) yield withDate(event, dates);
    const throughout = result.type === 'failed' ? streak.fail(result) : null;
    if (throughout !== null) {
      yield siteProblem(scope.origin, throughout, result.type === 'failed' ? result.problem : null);
      return;
    }
    tell();
  }
  yield* streak.succeed();
  yield* discovery.settled(ledger.rest());
  if (frontier.size > 0 || frontier.overflowed) {
    yield limitProblem(scope.origin, { maxPages, documents, fetched, left: frontier.size });
  }
}

/** The start page is read for its links even where the source's globs leave it out. */
async function readStart(
  { entry, response, tries, scope }: OpenSite,
  rest: {
    filter: (url: string) => string | null;
    known: ReadonlyMap<string, KnownUrl>;
    draw: DrawPage;
    fetchedAt: string;
  },
): Promise<Visit> {
  const { filter, draw, fetchedAt } = rest;
  const known = rest.known.get(entry.url);
  const read = (answer: SafeResponse) => readResponse(entry, answer, tries, { scope, fetchedAt, known });
  const visit = await drawVisit(entry, read(response), { draw, response, read });
  const unwanted = filter(entry.url);
  if (visit.type === 'document' && unwanted !== null) {
    const { links } = visit;
    return { type: 'skipped', rule: 'filter', reason: unwanted, links, fetched: fetchedOf(response) };
  }
  if (visit.type !== 'skipped' || visit.rule !== 'content-type') return visit;
  const reason = `GET ${entry.url}: ${visit.reason}. Start at a web page.`;
  const { via } = entry;
  const problem = problemAt(entry.url, reason, { stage: 'discover', via, fetched: visit.fetched });
  return { type: 'failed', kind: visit.reason, problem };
}

function withDate(event: CrawlEvent, dates: ReadonlyMap<string, string>): CrawlEvent {
  if (event.type !== 'page' && event.type !== 'file') return event;
  const listedDate = dates.get(event.url);
  return listedDate === undefined ? event : { ...event, listedDate };
}

function isDocument(visit: Visit): boolean {
  return visit.type === 'document' && (visit.event.type !== 'unchanged' || visit.event.isDocument);
}

function siteProblem(origin: string, throughout: string, last: ProblemEvent | null): ProblemEvent {
  const reason = `${origin} ${throughout} throughout: ${STREAK} pages in a row. The crawl stopped; nothing is removed. The last one: ${last?.reason ?? ''}`;
  return problemAt(`${origin}/`, reason, { retryable: last?.retryable ?? true });
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
  return problemAt(`${origin}/`, reason, { stage: 'limit' });
}
