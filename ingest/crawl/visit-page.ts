import type { Clock } from './clock.ts';
import type { Validators } from './crawl-options.ts';
import type { FrontierEntry } from './frontier.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { readResponse, type Visit } from './read-response.ts';
import { isTransient } from './retry-plan.ts';
import type { SiteScope } from './site-scope.ts';

/**
 * Makes the function that fetches one page, conditionally where its validators are known, and reads what comes. It
 * does not follow redirects: where they lead is for the frontier to judge. Does not throw.
 */
export function makeVisitPage(deps: {
  fetch: PoliteFetch;
  scope: SiteScope;
  known: ReadonlyMap<string, Validators>;
  clock: Clock;
}): (entry: FrontierEntry) => Promise<Visit> {
  const { fetch, scope, known, clock } = deps;
  return async (entry) => {
    // A page that is read again for its own sake has just been found to differ from what is known of it.
    const again = entry.ignoreCanonical || entry.fetchUrl !== entry.url;
    const result = await fetch(entry.fetchUrl, {
      headers: again ? {} : conditionalHeaders(known.get(entry.url)),
      followRedirect: () => false,
    });
    if (result.ok) {
      const fetchedAt = new Date(clock.now()).toISOString();
      return readResponse(entry, result.response, result.tries, { scope, fetchedAt });
    }
    const { code, message } = result.problem;
    const retryable = isTransient(result);
    const problem = { type: 'problem', url: entry.url, stage: 'fetch', reason: message, retryable } as const;
    return { type: 'failed', kind: `fails (${code})`, problem };
  };
}

function conditionalHeaders(validators: Validators | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag) headers['if-none-match'] = validators.etag;
  if (validators?.lastModified) headers['if-modified-since'] = validators.lastModified;
  return headers;
}
