import { judgeCaller } from '../access/judge-caller.ts';
import { collectKeys } from '../access/key-ring.ts';
import { routeNeeds } from '../access/route-needs.ts';
import { rateLimitHeaders } from '../limits/rate-limit-headers.ts';
import { refusalOf } from '../limits/refuse.ts';
import { ProblemError } from '../problem.ts';

/** @throws ProblemError what the service says to a request without a key, in its own words. */
export function refuseKey(): never {
  judgeCaller({ key: null, origin: null, fromOwnPage: false }, shopper(), collectKeys([]), null);
  throw new Error('a request without a key was let in');
}

/** @throws ProblemError what the service says beyond a limit, with its headers. */
export function refuseRate(): never {
  const quota = { name: 'minute' as const, subject: 'key_mock', points: 60, seconds: 60 };
  const used = { quota, left: 0, resetMs: 7_000, exceeded: true };
  const refusal = refusalOf([used]);
  if (refusal === null) throw new Error('a quota that is used up was let through');
  const { kind, details } = refusal.problem;
  throw new ProblemError(kind, { ...details, headers: { ...details.headers, ...rateLimitHeaders([used]) } });
}

function shopper() {
  const needs = routeNeeds('/answer');
  if (needs === null) throw new Error('/answer asks for nothing');
  return needs;
}
