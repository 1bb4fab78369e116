import type { CanonicalLedger, Settlement } from './canonical-ledger.ts';
import type { CrawlEvent } from './crawl-event.ts';
import { entryFor, type Frontier, type FrontierEntry } from './frontier.ts';
import type { RobotsPolicy } from './robots-policy.ts';
import type { SiteScope } from './site-scope.ts';
import type { Trap } from './trap-guard.ts';

/** How the rules of one crawl decide on what has been found. */
export interface Discovery {
  /** A URL that the site's owner, or an earlier run, vouches for. */
  listed(url: string): CrawlEvent[];
  /** A page of the site that a page links to. */
  linked(url: string): CrawlEvent[];
  /** Where a page leads, by redirect or canonical link. */
  moved(entry: FrontierEntry): CrawlEvent[];
  /** Reports copies, and queues those again whose original came to nothing. */
  settled(settlements: Settlement[]): CrawlEvent[];
}

/** Makes the gate between what is found and the frontier: each URL passes it once. */
export function makeDiscovery(deps: {
  frontier: Frontier;
  ledger: CanonicalLedger;
  scope: SiteScope;
  robots: RobotsPolicy;
  filter: (url: string) => string | null;
  trap: (url: string) => Trap | null;
}): Discovery {
  const { frontier, ledger, scope, robots, filter, trap } = deps;

  function consider(entry: FrontierEntry, guarded: boolean): CrawlEvent[] {
    const { url } = entry;
    if (frontier.hasSeen(url)) return [];
    const refusal = refuse(url, guarded);
    if (refusal === null) {
      frontier.add(entry);
      return [];
    }
    return frontier.see(url) ? [...refusal, ...settled(ledger.settle(url, false))] : [];
  }

  function refuse(url: string, guarded: boolean): CrawlEvent[] | null {
    const forbidden = robots.forbids(url);
    if (forbidden !== null) return [{ type: 'skipped', url, rule: 'robots', reason: forbidden }];
    const unwanted = filter(url);
    if (unwanted !== null) return [{ type: 'skipped', url, rule: 'filter', reason: unwanted }];
    const caught = guarded ? trap(url) : null;
    if (caught === null) return null;
    const skipped: CrawlEvent = { type: 'skipped', url, rule: 'trap', reason: caught.reason };
    if (!caught.first) return [skipped];
    const reason = `expected pages, found what looks like URLs without end: ${caught.reason}. List the pages that matter in the sitemap, or exclude the others.`;
    return [{ type: 'problem', url, stage: 'limit', reason, retryable: false }, skipped];
  }

  function settled(settlements: Settlement[]): CrawlEvent[] {
    return settlements.flatMap(({ entry, target, retry }): CrawlEvent[] => {
      if (!retry)
        return [{ type: 'skipped', url: entry.url, rule: 'canonical', reason: `is a copy of ${target}` }];
      frontier.addAgain({ ...entry, ignoreCanonical: true });
      return [];
    });
  }

  return {
    settled,
    linked: (url) => consider(entryFor(url), true),
    moved: (entry) => consider(entry, true),
    listed(url) {
      const place = scope.place(url);
      if (place !== null) return consider(entryFor(place), false);
      const reason = `is not on ${scope.origin}`;
      return frontier.see(url) ? [{ type: 'skipped', url, rule: 'off-site', reason }] : [];
    },
  };
}
