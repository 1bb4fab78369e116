import type { SafeResponse } from '../safe-fetch.ts';
import type { Clock } from './clock.ts';
import type { KnownUrl, Validators } from './crawl-options.ts';
import { type DrawPage, drawVisit } from './draw-visit.ts';
import type { FrontierEntry } from './frontier.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { problemAt } from './problem-at.ts';
import { readResponse, type Visit } from './read-response.ts';
import { isTransient } from './retry-plan.ts';
import type { SiteScope } from './site-scope.ts';
import type { JudgeSoft404 } from './soft-404-judge.ts';

/**
 * Makes the function that fetches one page, conditionally where its validators are known, and reads what comes. It
 * does not follow redirects: where they lead is for the frontier to judge. Does not throw.
 */
export function makeVisitPage(deps: {
  fetch: PoliteFetch;
  scope: SiteScope;
  known: ReadonlyMap<string, KnownUrl>;
  judgeSoft404: JudgeSoft404;
  draw: DrawPage;
  clock: Clock;
}): (entry: FrontierEntry) => Promise<Visit> {
  const { fetch, scope, clock, judgeSoft404, draw } = deps;
  return async (entry) => {
    const { url, fetchUrl, via } = entry;
    // Of a copy whose original came to nothing, the page itself is wanted.
    const known = entry.ignoreCanonical ? undefined : deps.known.get(url);
    const result = await fetch(fetchUrl, {
      headers: conditionalHeaders(known),
      followRedirect: () => false,
    });
    if (!result.ok) {
      const { code, message } = result.problem;
      const problem = problemAt(url, message, { retryable: isTransient(result), via });
      return { type: 'failed', kind: `fails (${code})`, problem };
    }
    const fetchedAt = new Date(clock.now()).toISOString();
    const read = (response: SafeResponse) =>
      readResponse(entry, response, result.tries, { scope, known, fetchedAt });
    const visit = await drawVisit(entry, read(result.response), { draw, response: result.response, read });
    if (visit.type !== 'document' || visit.event.type !== 'page') return visit;
    const reason = await judgeSoft404(visit.event);
    if (reason === null) return visit;
    const { fetched } = visit.event;
    return fetched === null
      ? visit
      : { type: 'skipped', rule: 'soft-404', reason, links: visit.links, fetched };
  };
}

/** The headers by which a server tells that a page is as it was (RFC 9110, 13.1); none where nothing is known. */
export function conditionalHeaders(validators: Validators | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag) headers['if-none-match'] = validators.etag;
  if (validators?.lastModified) headers['if-modified-since'] = validators.lastModified;
  return headers;
}
