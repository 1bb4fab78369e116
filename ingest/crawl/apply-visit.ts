import type { CanonicalLedger } from './canonical-ledger.ts';
import type { CrawlEvent } from './crawl-event.ts';
import type { Discovery } from './discovery.ts';
import type { Frontier, FrontierEntry } from './frontier.ts';
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

  function move(entry: FrontierEntry, to: FrontierEntry, rule: 'redirect' | 'canonical'): CrawlEvent[] {
    if (to.url === entry.url) {
      frontier.addAgain(to);
      return [];
    }
    if (rule === 'canonical') {
      return [...discovery.moved(to), ...discovery.settled(ledger.copyOf(entry, to.url))];
    }
    const loop = closesLoop(entry.url, to.url);
    if (loop !== null) {
      const reason = `GET ${entry.url}: expected a page, found a redirect loop: ${loop.join(' → ')}. Repair the redirects.`;
      const problem: CrawlEvent = {
        type: 'problem',
        url: entry.url,
        stage: 'fetch',
        reason,
        retryable: false,
      };
      return [problem, ...settle(entry.url, false)];
    }
    const skipped: CrawlEvent = { type: 'skipped', url: entry.url, rule, reason: `redirects to ${to.url}` };
    return [skipped, ...discovery.moved(to), ...discovery.settled(ledger.moved(entry.url, to.url))];
  }

  return (entry, visit) => {
    const { url } = entry;
    // What failed may be there the next time, so its copies go on standing behind it.
    if (visit.type === 'failed') return settle(url, true);
    if (visit.type === 'gone') return [{ type: 'gone', url, status: visit.status }, ...settle(url, false)];
    const found = visit.links.flatMap((link) => discovery.linked(link));
    if (visit.type === 'moved') return [...move(entry, visit.to, visit.rule), ...found];
    if (visit.type === 'document') return [visit.event, ...found, ...settle(url, true)];
    const { rule, reason } = visit;
    return [{ type: 'skipped', url, rule, reason }, ...found, ...settle(url, false)];
  };
}
