import { setImmediate as breathe } from 'node:timers/promises';
import type { CrawlEvent, Via } from './crawl-event.ts';
import type { KnownUrl } from './crawl-options.ts';
import type { Discovery } from './discovery.ts';
import type { Rank } from './frontier.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { readSitemaps } from './read-sitemaps.ts';
import type { RobotsPolicy } from './robots-policy.ts';
import type { SiteScope } from './site-scope.ts';

/** URLs judged before the event loop gets its turn: some milliseconds. */
const AT_ONCE = 500;

/**
 * Hands to the frontier what the site's sitemaps list, then what is known from earlier runs.
 * @param deps.dates filled with when sitemaps say that pages were last changed, as written, by URL.
 */
export async function* listPages(deps: {
  discovery: Discovery;
  scope: SiteScope;
  robots: RobotsPolicy;
  known: ReadonlyMap<string, KnownUrl>;
  fetch: PoliteFetch;
  dates: Map<string, string>;
}): AsyncGenerator<CrawlEvent, void, undefined> {
  const { discovery, scope, robots, known, fetch, dates } = deps;
  let listed = 0;
  for await (const finding of readSitemaps(robots.sitemaps, scope, fetch)) {
    if ('problem' in finding) {
      yield finding.problem;
      continue;
    }
    for (const { url, lastmod, alternates } of finding.entries) {
      const place = scope.place(url) ?? url;
      if (lastmod !== null) dates.set(place, lastmod);
      const rank = rankByDate(lastmod, known.get(place));
      yield* discovery.listed(place, { by: 'sitemap', from: finding.sitemap }, rank);
      for (const other of alternates)
        yield* discovery.listed(other, { by: 'hreflang', from: finding.sitemap });
      listed += 1;
      if (listed % AT_ONCE === 0) await breathe();
    }
  }
  const unlinked: Via = { by: 'known', from: null };
  for (const [url, { via = unlinked }] of known) yield* discovery.listed(url, via);
}

/**
 * A page that its sitemap calls unchanged since it was read comes after the others. A hint only: sites put today's
 * date on every page, or the same date for ever, so that no page is left out for it.
 */
function rankByDate(lastmod: string | null, known: KnownUrl | undefined): Rank {
  const read = Date.parse(known?.lastModified ?? known?.fetchedAt ?? '');
  const changed = endOf(lastmod ?? '');
  return changed <= read ? 'later' : 'first';
}

/** A date without a time may mean any hour of its day. */
function endOf(date: string): number {
  const start = Date.parse(date);
  return /^\s*\d{4}-\d\d-\d\d\s*$/.test(date) ? start + 86_399_999 : start;
}
