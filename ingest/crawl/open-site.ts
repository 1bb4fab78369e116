import { withoutCredentials } from '../safe-fetch/fetch-problem.ts';
import { redirectTarget } from '../safe-fetch/redirect-policy.ts';
import type { SafeResponse } from '../safe-fetch.ts';
import type { ProblemEvent } from './crawl-event.ts';
import { describeStatus } from './describe-status.ts';
import { entryFor, type FrontierEntry } from './frontier.ts';
import { normalizeUrl } from './normalize-url.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { readRobots } from './read-robots.ts';
import { isTransient } from './retry-plan.ts';
import { ALLOW_ALL, type RobotsPolicy } from './robots-policy.ts';
import { isSameSite, makeSiteScope, type SiteScope } from './site-scope.ts';

/** A site whose start page has answered. */
export interface OpenSite {
  scope: SiteScope;
  robots: RobotsPolicy;
  /** The start page, after redirects, fetched without validators so that its links are known. */
  entry: FrontierEntry;
  response: SafeResponse;
  tries: number;
}

/** Between `http://shop` and `https://www.shop` there are two moves; more is a loop. */
const MAX_MOVES = 4;

/**
 * Finds out where a site lives (scheme, `www.`), what its robots.txt says, and fetches its start page. The crawl
 * rests on all three, so that each failure is one problem for the whole site.
 *
 * @param onRobots is told the policy before the start page is asked for.
 */
export async function openSite(
  start: URL,
  deps: {
    fetch: PoliteFetch;
    userAgent: string;
    respectRobots: boolean;
    onRobots: (policy: RobotsPolicy) => void;
  },
): Promise<OpenSite | { problem: ProblemEvent }> {
  let home = normalizeUrl(start);
  if (home === null) {
    const reason = `expected an http(s) URL without credentials, found ${withoutCredentials(start)}`;
    return problemAt(withoutCredentials(start), reason, false);
  }
  for (let moves = 0; moves <= MAX_MOVES; moves++) {
    const at = new URL(home);
    const robots = deps.respectRobots
      ? await readRobots(at.origin, deps.fetch, deps.userAgent)
      : { policy: ALLOW_ALL };
    if ('problem' in robots) return robots;
    const { policy } = robots;
    deps.onRobots(policy);
    const forbidden = policy.forbids(home);
    if (forbidden !== null) {
      const reason = `GET ${home}: expected to be allowed in, found that ${forbidden}. Allow AisleBot there, or start at a page that is allowed.`;
      return problemAt(home, reason, false, 'robots');
    }
    const result = await deps.fetch(home, {
      followRedirect: (to) => to.origin === at.origin && policy.forbids(to.href) === null,
    });
    if (!result.ok) return problemAt(home, result.problem.message, isTransient(result));
    const { response, tries } = result;
    const target = redirectTarget(response.status, response.headers.location, new URL(response.url));
    if (target === null) return opened(home, response, tries, policy);
    if (!isSameSite(target, at) || target.origin === at.origin) {
      const reason = `GET ${home}: expected a page of ${at.host}, found a redirect to ${withoutCredentials(target)}. If that is the store, start there.`;
      return problemAt(home, reason, false);
    }
    home = normalizeUrl(target) ?? home;
  }
  const reason = `GET ${home}: expected a page, found redirects back and forth between http, https and www. Repair them.`;
  return problemAt(home, reason, false);
}

function opened(
  home: string,
  response: SafeResponse,
  tries: number,
  robots: RobotsPolicy,
): OpenSite | { problem: ProblemEvent } {
  const { status } = response;
  if (status !== 200 && status !== 203) {
    return problemAt(home, describeStatus(home, status, tries), isTransient({ status, retryAfterMs: null }));
  }
  const scope = makeSiteScope(new URL(home));
  const url = scope.place(response.url) ?? home;
  return { scope, robots, entry: { ...entryFor(url), requestedUrl: home }, response, tries };
}

function problemAt(
  url: string,
  reason: string,
  retryable: boolean,
  stage: ProblemEvent['stage'] = 'fetch',
): { problem: ProblemEvent } {
  return { problem: { type: 'problem', url, stage, reason, retryable } };
}
