import type { Standing } from './counters.ts';

/**
 * `RateLimit-Policy` and `RateLimit` of a response (draft-ietf-httpapi-ratelimit-headers-10, 3 and 4: structured field lists,
 * `q` requests in `w` seconds; `r` are left for `t` seconds). Pure.
 */
export function rateLimitHeaders(standings: readonly Standing[]): Record<string, string> {
  if (standings.length === 0) return {};
  const policies = standings.map(
    ({ quota: { name, points, seconds } }) => `"${name}";q=${points};w=${seconds}`,
  );
  const left = standings.map(
    ({ quota, left, resetMs }) => `"${quota.name}";r=${left};t=${Math.ceil(resetMs / 1000)}`,
  );
  return { 'ratelimit-policy': policies.join(', '), ratelimit: left.join(', ') };
}
