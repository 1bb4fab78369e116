import type { ProblemEvent } from './crawl-event.ts';
import { fetchedOf } from './fetched.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { problemAt } from './problem-at.ts';
import { isTransient } from './retry-plan.ts';
import { ALLOW_ALL, judgeRobotsStatus, parseRobots, type RobotsPolicy } from './robots-policy.ts';

/** More than RFC 9309 asks to read; what goes beyond is not a robots.txt. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Failures of the host, not of its robots.txt: the start page will meet the same one and say it better. */
const HOST_FAILURES = new Set(['dns', 'refused', 'blocked-address', 'tls', 'bad-url', 'aborted']);

/**
 * Fetches the robots.txt of an origin and reads it as RFC 9309 has it: a 4xx allows everything, a server error or
 * silence forbids everything.
 */
export async function readRobots(
  origin: string,
  fetch: PoliteFetch,
  userAgent: string,
): Promise<{ policy: RobotsPolicy } | { problem: ProblemEvent }> {
  const url = `${origin}/robots.txt`;
  const result = await fetch(url, { maxBytes: MAX_BYTES });
  const todo = 'By RFC 9309 nothing may be crawled until it answers: repair it, or run again later.';
  if (!result.ok) {
    const { code, message } = result.problem;
    // RFC 9309 2.3.1.2: after five redirects it may count as absent.
    if (code === 'too-many-redirects' || code === 'redirect-loop') return { policy: ALLOW_ALL };
    const reason = HOST_FAILURES.has(code) ? message.replace('/robots.txt: ', '/: ') : `${message} ${todo}`;
    const stage = HOST_FAILURES.has(code) ? 'fetch' : 'robots';
    return { problem: problemAt(url, reason, { stage, retryable: isTransient(result) }) };
  }
  const { status, body } = result.response;
  const verdict = judgeRobotsStatus(status);
  if (verdict === 'allow-all') return { policy: ALLOW_ALL };
  if (verdict === 'parse') return { policy: parseRobots(url, body.toString('utf8'), userAgent) };
  const times = result.tries > 1 ? ` ${result.tries} times` : '';
  const reason = `GET ${url}: expected status 200 or 404, found ${status}${times}. ${todo}`;
  return {
    problem: problemAt(url, reason, {
      stage: 'robots',
      retryable: true,
      fetched: fetchedOf(result.response),
    }),
  };
}
