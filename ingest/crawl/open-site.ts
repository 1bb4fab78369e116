import { withoutCredentials } from '../safe-fetch/fetch-problem.ts';
import { redirectTarget } from '../safe-fetch/redirect-policy.ts';
import type { SafeResponse } from '../safe-fetch.ts';
import type { ProblemEvent, Via } from './crawl-event.ts';
import type { Validators } from './crawl-options.ts';
import { describeStatus } from './describe-status.ts';
import { fetchedOf } from './fetched.ts';
import { entryFor, type FrontierEntry } from './frontier.ts';
import { normalizeUrl } from './normalize-url.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { problemAt } from './problem-at.ts';
import { readRobots } from './read-robots.ts';
import { isTransient } from './retry-plan.ts';
import { ALLOW_ALL, type RobotsPolicy } from './robots-policy.ts';
import { isSameSite, makeSiteScope, type SiteScope } from './site-scope.ts';
import { conditionalHeaders } from './visit-page.ts';

/** A site whose start page has answered. */
export interface OpenSite {
  scope: SiteScope;
  robots: RobotsPolicy;
  /** The start page, after redirects. */
  entry: FrontierEntry;
  response: SafeResponse;
  tries: number;
}

/** Between `http://shop` and `https://www.shop/en/home` there are three or four. */
const MAX_MOVES = 8;

/** What opening a site needs. */
export interface OpenSiteDeps {
  fetch: PoliteFetch;
  userAgent: string;
  respectRobots: boolean;
  /** What a normalised URL may be asked for conditionally with. */
  validatorsOf: (url: string) => Validators | undefined;
  /** Told the policy before the start page is asked for. */
  onRobots: (policy: RobotsPolicy) => void;
}

/**
 * Finds out where a site lives (scheme, `www.`), what its robots.txt says, and fetches its start page. The crawl
 * rests on all three, so that each failure is one problem for the whole site.
 */
export async function openSite(
  start: URL,
  deps: OpenSiteDeps,
): Promise<OpenSite | { problem: ProblemEvent }> {
  const first = normalizeUrl(start);
  if (first === null) {
    const reason = `expected an http(s) URL without credentials, found ${withoutCredentials(start)}`;
    return { problem: problemAt(withoutCredentials(start), reason) };
  }
  const trail = [first];
  let policy = ALLOW_ALL;
  for (let at = new URL(first); ; ) {
    const url = normalizeUrl(at) ?? at.href;
    if (deps.respectRobots && at.origin !== originBefore(trail)) {
      const robots = await readRobots(at.origin, deps.fetch, deps.userAgent);
      if ('problem' in robots) return robots;
      policy = robots.policy;
    }
    deps.onRobots(policy);
    const forbidden = policy.forbids(url);
    if (forbidden !== null) {
      const reason = `GET ${url}: expected to be allowed in, found that ${forbidden}. Allow AisleBot there, or start at a page that is allowed.`;
      return { problem: problemAt(url, reason, { stage: 'robots', via: viaStart }) };
    }
    const headers = conditionalHeaders(deps.validatorsOf(url));
    const result = await deps.fetch(at.href, { headers, followRedirect: () => false });
    if (!result.ok) {
      const retryable = isTransient(result);
      return { problem: problemAt(url, result.problem.message, { retryable, via: viaStart }) };
    }
    const { response, tries } = result;
    const target = redirectTarget(response.status, response.headers.location, at);
    if (target === null)
      return opened(
        { first, url, policy },
        response,
        tries,
        'if-none-match' in headers || 'if-modified-since' in headers,
      );
    const wrong = judgeRedirect(trail, at, target);
    if (wrong !== null) {
      const reason = `GET ${first}: expected a page${wrong}`;
      return { problem: problemAt(first, reason, { via: viaStart, fetched: fetchedOf(response) }) };
    }
    trail.push(target.href);
    at = target;
  }
}

const viaStart: Via = { by: 'start', from: null };

/** The origin that the last but one step of a trail was on; its robots.txt is read. */
function originBefore(trail: string[]): string | null {
  const before = trail.at(-2);
  return before === undefined ? null : new URL(before).origin;
}

/** @returns the end of a sentence that says what is wrong with a redirect, or null. */
function judgeRedirect(trail: string[], at: URL, target: URL): string | null {
  if (!isSameSite(target, at)) {
    return ` of ${at.host}, found a redirect to ${withoutCredentials(target)}. If that is the store, start there.`;
  }
  if (trail.includes(target.href)) {
    return `, found a redirect loop: ${[...trail, target.href].map(withoutCredentials).join(' → ')}. Repair the redirects.`;
  }
  return trail.length > MAX_MOVES ? `, found more than ${MAX_MOVES} redirects. Shorten the chain.` : null;
}

function opened(
  { first, url: asked, policy }: { first: string; url: string; policy: RobotsPolicy },
  response: SafeResponse,
  tries: number,
  conditional: boolean,
): OpenSite | { problem: ProblemEvent } {
  const { status } = response;
  if (status !== 200 && status !== 203 && !(status === 304 && conditional)) {
    const retryable = isTransient({ status, retryAfterMs: null });
    const reason = describeStatus(asked, status, tries);
    return { problem: problemAt(asked, reason, { retryable, via: viaStart, fetched: fetchedOf(response) }) };
  }
  const scope = makeSiteScope(new URL(asked));
  const url = scope.place(response.url) ?? asked;
  const entry = { ...entryFor(url, viaStart), fetchUrl: response.url, requestedUrl: first };
  return { scope, robots: policy, entry, response, tries };
}
