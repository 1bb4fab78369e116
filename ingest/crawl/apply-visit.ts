import type { CanonicalLedger } from './canonical-ledger.ts';
import type { CrawlEvent, Fetched } from './crawl-event.ts';
import type { Discovery } from './discovery.ts';
import type { Frontier, FrontierEntry } from './frontier.ts';
import { problemAt } from './problem-at.ts';
import type { Visit } from './read-response.ts';
import { makeRedirectTrail } from './redirect-trail.ts';

/**
 * Makes the function that turns a visit into what the crawl reports of it, and what it does next: links and targets
 * go to the frontier, copies wait for their originals. Problems of a failed visit are left to the caller.
 */
export function makeApplyVisit(deps: {
  frontier: Frontier;
  ledger: CanonicalLedger;
  discovery: Discovery;
}): (entry: FrontierEntry, visit: Visit) => CrawlEvent[] {
  const { frontier, ledger, discovery } = deps;
  const closesLoop = makeRedirectTrail();
  const settle = (url: string, isDocument: boolean) => discovery.settled(ledger.settle(url, isDocument));

  function move(
    entry: FrontierEntry,
    { to, rule, fetched }: { to: FrontierEntry; rule: 'redirect' | 'canonical'; fetched: Fetched },
  ): CrawlEvent[] {
    const { url, via } = entry;
    if (to.url === url) {
      frontier.addAgain(to);
      return [];
    }
    if (rule === 'canonical') {
      const copy = { ...entry, fetched };
      return [...discovery.moved(to), ...discovery.settled(ledger.copyOf(copy, to.url))];
    }
    const loop = closesLoop(url, to.url);
    if (loop !== null) {
      const reason = `GET ${url}: expected a page, found a redirect loop: ${loop.join(' → ')}. Repair the redirects.`;
      return [problemAt(url, reason, { via, fetched }), ...settle(url, false)];
    }
    const reason = `redirects to ${to.url}`;
    const skipped: CrawlEvent = { type: 'skipped', url, rule, reason, target: to.url, via, fetched };
    return [skipped, ...discovery.moved(to), ...discovery.settled(ledger.moved(url, to.url))];
  }

  return (entry, visit) => {
    const { url, via } = entry;
    // What failed may be there the next time, so its copies go on standing behind it.
    if (visit.type === 'failed') return settle(url, true);
    if (visit.type === 'gone') {
      const { status, fetched } = visit;
      return [{ type: 'gone', url, status, via, fetched }, ...settle(url, false)];
    }
    const found = visit.links.flatMap((link) => discovery.linked(link.url, { by: link.by, from: url }));
    if (visit.type === 'moved') return [...move(entry, visit), ...found];
    if (visit.type === 'document') {
      const isDocument = visit.event.type !== 'unchanged' || visit.event.isDocument;
      return [visit.event, ...found, ...settle(url, isDocument)];
    }
    const { rule, reason, fetched } = visit;
    return [
      { type: 'skipped', url, rule, reason, target: null, via, fetched },
      ...found,
      ...settle(url, false),
    ];
  };
}
