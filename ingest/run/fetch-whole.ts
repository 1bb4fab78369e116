import { systemClock } from '../crawl/clock.ts';
import { describeStatus } from '../crawl/describe-status.ts';
import { makePacer } from '../crawl/pacer.ts';
import { makePoliteFetch } from '../crawl/polite-fetch.ts';
import { conditionalHeaders } from '../crawl/visit-page.ts';
import { withoutSecrets } from '../safe-fetch/without-secrets.ts';
import type { SafeFetch, SafeFetchOptions, SafeResponse } from '../safe-fetch.ts';

/** What a single URL came to. */
export type WholeAnswer =
  | { type: 'body'; response: SafeResponse }
  | { type: 'unchanged' }
  | { type: 'gone'; status: number }
  | { type: 'problem'; url: string; stage: 'fetch'; reason: string };

/** How a single URL is fetched. */
export type FetchWholeOptions = Pick<SafeFetchOptions, 'timeoutMs' | 'minBytesPerSecond' | 'consume'> & {
  signal: AbortSignal;
  maxBytes: number;
  /** Of the last time, to be told when nothing has changed; null to get it in any case. */
  validators: { etag: string | null; lastModified: string | null } | null;
};

/** Fetches one URL whole, with the crawl's retries. */
export async function fetchWhole(
  url: string,
  safeFetch: SafeFetch,
  { signal, validators, timeoutMs = 120_000, ...options }: FetchWholeOptions,
): Promise<WholeAnswer> {
  const headers = conditionalHeaders(validators ?? undefined);
  const fetch = makePoliteFetch({
    safeFetch,
    pacer: makePacer(systemClock),
    clock: systemClock,
    random: Math.random,
    signal,
  });
  const result = await fetch(url, { headers, timeoutMs, ...options });
  if (!result.ok) return { type: 'problem', url, stage: 'fetch', reason: result.problem.message };
  const { status } = result.response;
  if (status === 304) return { type: 'unchanged' };
  if (status === 404 || status === 410) return { type: 'gone', status };
  if (status === 200 || status === 203) return { type: 'body', response: result.response };
  return {
    type: 'problem',
    url,
    stage: 'fetch',
    reason: describeStatus(withoutSecrets(url), status, result.tries),
  };
}
