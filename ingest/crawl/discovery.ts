import type { CanonicalLedger, Settlement } from './canonical-ledger.ts';
import type { CrawlEvent, SkippedEvent, SkipRule, Via } from './crawl-event.ts';
import { entryFor, type Frontier, type FrontierEntry, type Rank } from './frontier.ts';
import { readPagination } from './pagination.ts';
import { problemAt } from './problem-at.ts';
import type { RobotsPolicy } from './robots-policy.ts';
import type { SiteScope } from './site-scope.ts';
import type { Trap } from './trap-guard.ts';

/** How the rules of one crawl decide on what has been found. */
export interface Discovery {
  /** A URL that the site's owner, or an earlier run, vouches for. */
  listed(url: string, via: Via, rank?: Rank): CrawlEvent[];
  /** A page of the site that a page links to. */
  linked(url: string, via: Via): CrawlEvent[];
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

  function consider(entry: FrontierEntry, guarded: boolean, rank: Rank = 'first'): CrawlEvent[] {
    const { url } = entry;
    if (frontier.hasSeen(url)) return [];
    const refusal = refuse(entry, guarded);
    if (refusal === null) {
      frontier.add(entry, rank);
      return [];
    }
    return frontier.see(url) ? [...refusal, ...settled(ledger.settle(url, false))] : [];
  }

  function refuse({ url, via }: FrontierEntry, guarded: boolean): CrawlEvent[] | null {
    const forbidden = robots.forbids(url);
    if (forbidden !== null) return [skipped(url, 'robots', forbidden, via)];
    const unwanted = filter(url);
    if (unwanted !== null) return [skipped(url, 'filter', unwanted, via)];
    const caught = guarded ? trap(url) : null;
    if (caught === null) return null;
    const skip = skipped(url, 'trap', caught.reason, via);
    if (!caught.first) return [skip];
    const reason = `expected pages, found what looks like URLs without end: ${caught.reason}. Those that are left out are listed as skipped. List the pages that matter in the sitemap, or leave all of them out: exclude: ["${caught.exclude}"] for the source in aisle.yaml.`;
    return [problemAt(url, reason, { stage: 'limit', via }), skip];
  }

  function settled(settlements: Settlement[]): CrawlEvent[] {
    return settlements.flatMap(({ entry, target, retry }): CrawlEvent[] => {
      const { url, via, fetched } = entry;
      if (!retry) return [{ ...skipped(url, 'canonical', `is a copy of ${target}`, via), target, fetched }];
      frontier.addAgain({ ...entry, ignoreCanonical: true });
      return [];
    });
  }

  return {
    settled,
    linked: (url, via) => consider(entryFor(url, via), true, rankOfLink(url)),
    moved: (entry) => consider(entry, true),
    listed(url, via, rank) {
      const place = scope.place(url);
      if (place !== null) return consider(entryFor(place, via), false, rank);
      const reason = `is not on ${scope.origin}`;
      return frontier.see(url) ? [skipped(url, 'off-site', reason, via)] : [];
    },
  };
}

function skipped(url: string, rule: SkipRule, reason: string, via: Via): SkippedEvent {
  return { type: 'skipped', url, rule, reason, target: null, via, fetched: null };
}

/** Filters combined show again what their lists have shown. */
function rankOfLink(url: string): Rank {
  const { search } = new URL(readPagination(url)?.series ?? url);
  return search.split('&').length > 1 ? 'last' : 'first';
}
