import PQueue from 'p-queue';
import { headersAfterRedirect } from '../safe-fetch/redirect-policy.ts';
import type { SafeFetch, SafeResponse } from '../safe-fetch.ts';
import { headersToSend, judgeRequest, type PageRequest, passesCors } from './request-rules.ts';
import type { ResourceCache } from './resource-cache.ts';

/** Browsers open about as many connections to a host. */
const AT_ONCE = 6;
/** So many refusals tell the story; those of a page that asks 10,000 times would drown the report. */
const MOST_REFUSALS = 20;
const MAX_REDIRECTS = 5;
/** A page that asks for so many times what it may has run away, and would keep the process busy with refusals. */
const FLOOD = 5;

/** A request of a page that was not served, and why. */
export interface Refusal {
  url: string;
  reason: string;
}

/** Asked before each request, redirects included: whether robots.txt lets it be made. */
export type AllowsUrl = (url: URL) => boolean | Promise<boolean>;

/** What a page may cost, and what it may reach. */
export interface PageServerOptions {
  safeFetch: SafeFetch;
  cache: ResourceCache;
  /** Bytes of all that it loads, decompressed. */
  maxBytes: number;
  maxRequests: number;
  allows: AllowsUrl;
  signal: AbortSignal;
}

type FullRequest = PageRequest & { headers: Record<string, string> };

/** Answers one page's requests through the safe fetch, within its limits. */
export interface PageServer {
  /** @returns null when the request is refused. Does not throw. */
  serve(request: FullRequest): Promise<SafeResponse | null>;
  /** Notes what was refused elsewhere. */
  refuse(url: string, reason: string): void;
  /** Resolves when the page goes on asking long after its requests are used up; to how often it has asked. */
  flooded: Promise<number>;
  /** The first twenty. */
  refusals: readonly Refusal[];
  /** Loaded so far. */
  bytes(): number;
  /** When the requests that are still unanswered began, and when the last one ended; `performance.now()`. */
  traffic(): { begun: number[]; lastEnd: number };
}

class Refused extends Error {}

/** Makes the server of one page. */
export function makePageServer(options: PageServerOptions): PageServer {
  const { safeFetch, cache, maxBytes, maxRequests, allows, signal } = options;
  const queue = new PQueue({ concurrency: AT_ONCE });
  const refusals: Refusal[] = [];
  const pending = new Set<{ begun: number }>();
  let lastEnd = performance.now();
  let bytes = 0;
  let requests = 0;
  const { promise: flooded, resolve: flood } = Promise.withResolvers<number>();

  function refuse(url: string, reason: string): void {
    if (refusals.length < MOST_REFUSALS) refusals.push({ url: url.slice(0, 500), reason });
  }

  function bytesLeft(): number {
    if (bytes < maxBytes) return maxBytes - bytes;
    throw new Refused(`the ${maxBytes} bytes that one page may load are used up`);
  }

  /** Follows redirects itself, as whether one is allowed may have to be looked up. */
  async function fetchAllowed(request: FullRequest): Promise<SafeResponse> {
    let at = new URL(request.url);
    let headers = headersToSend(request.headers);
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      if (!(await allows(at))) throw new Refused(`robots.txt forbids ${hops > 0 ? at.href : 'it'}`);
      const redirect: { to: URL | null } = { to: null };
      const followRedirect = (to: URL) => {
        redirect.to = to;
        return false;
      };
      const response = await safeFetch(at, { headers, maxBytes: bytesLeft(), signal, followRedirect });
      if (redirect.to === null) return response;
      headers = headersAfterRedirect(headers, at, redirect.to);
      at = redirect.to;
    }
    throw new Refused(`more than ${MAX_REDIRECTS} redirects`);
  }

  async function load(request: FullRequest): Promise<SafeResponse> {
    if (signal.aborted) throw new Refused('the page had no time left');
    bytesLeft();
    const origin = request.headers.origin ?? '';
    const shared = request.type === 'script' || request.type === 'stylesheet';
    const response = shared
      ? await cache.get(`${origin} ${request.url}`, () => fetchAllowed(request))
      : await fetchAllowed(request);
    bytes += response.body.length;
    if (bytes > maxBytes) bytesLeft();
    if (passesCors(request.headers.origin, response.url, response.headers)) return response;
    throw new Refused('its server does not let this page read it (CORS)');
  }

  return {
    refuse,
    refusals,
    flooded,
    bytes: () => bytes,
    traffic: () => ({ begun: [...pending].map(({ begun }) => begun), lastEnd }),
    async serve(request) {
      const ruling = judgeRequest(request);
      if (!ruling.serve) {
        if (ruling.reason !== null) refuse(request.url, ruling.reason);
        return null;
      }
      requests += 1;
      if (requests > maxRequests * FLOOD) flood(requests);
      if (requests > maxRequests) {
        refuse(request.url, `the ${maxRequests} requests that one page may make are used up`);
        return null;
      }
      const entry = { begun: performance.now() };
      pending.add(entry);
      try {
        return await queue.add(() => load(request));
      } catch (error) {
        refuse(request.url, error instanceof Error ? error.message : String(error));
        return null;
      } finally {
        pending.delete(entry);
        lastEnd = performance.now();
      }
    },
  };
}
