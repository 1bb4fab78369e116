import { startDeadline } from './safe-fetch/deadline.ts';
import { describeFailure } from './safe-fetch/describe-failure.ts';
import { FetchProblem, withoutCredentials } from './safe-fetch/fetch-problem.ts';
import { type GuardedAgentOptions, makeGuardedAgent } from './safe-fetch/guarded-agent.ts';
import { isBlockedPort } from './safe-fetch/port-policy.ts';
import { ACCEPT_ENCODING } from './safe-fetch/read-body.ts';
import { type BodyConsumer, ConsumerFailure, discard, receiveBody } from './safe-fetch/receive-body.ts';
import { headersAfterRedirect, redirectTarget } from './safe-fetch/redirect-policy.ts';

/** How Aisle names itself to servers; robots.txt rules for `AisleBot` apply to it. */
export const DEFAULT_USER_AGENT = 'AisleBot/0.1';

const MAX_REDIRECTS = 5;

/** What one fetch may ask for beyond its URL. */
export interface SafeFetchOptions {
  /** A redirected POST is not sent on: the redirect is the response. */
  method?: 'GET' | 'HEAD' | 'POST';
  /** What is posted. */
  body?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Limit of the body, as sent and as decompressed; default 20 MiB. */
  maxBytes?: number;
  /** For the whole fetch, redirects and body included; default 30,000. */
  timeoutMs?: number;
  /** Puts the end of `timeoutMs` off as long as the body comes at this rate, for bodies that may be large. */
  minBytesPerSecond?: number;
  /**
   * Takes the body of a 2xx answer as it comes, instead of having it in memory; `body` of the response is empty then,
   * and so are those of other statuses. What it throws ends the fetch and is thrown on.
   */
  consume?: BodyConsumer;
  /** Asked before each redirect; on `false` the redirect itself is the response. Default: all are followed. */
  followRedirect?: (to: URL, from: URL) => boolean;
}

/** A response whose body has been read whole. */
export interface SafeResponse {
  /** The URL that answered, after redirects, without credentials or fragment. */
  url: string;
  status: number;
  /** Names in lower case; repeated headers joined by `, `. */
  headers: Record<string, string>;
  /** Decompressed. */
  body: Buffer;
  /** The URLs that redirected, in order. */
  redirects: string[];
}

/**
 * Fetches a URL that someone else may have chosen: http(s) only, public addresses only, bounded in size and time.
 * Any HTTP status is a response, not an error.
 * @throws {FetchProblem}
 */
export type SafeFetch = (url: string | URL, options?: SafeFetchOptions) => Promise<SafeResponse>;

/** How {@link makeSafeFetch} is set up. */
export interface SafeFetchConfig {
  /** `HOST:PORT` of private addresses that may be reached all the same; by name, or by address. */
  allowHosts?: string[];
  userAgent?: string;
  /** Default 10,000. */
  connectTimeoutMs?: number;
  /** From the request to its response headers, for each hop; default 15,000. */
  headersTimeoutMs?: number;
  /** Default: the system's resolver. */
  resolve?: GuardedAgentOptions['resolve'];
}

/**
 * Makes a {@link SafeFetch} with its own connections.
 * @returns the function, with `close()` to end its idle connections.
 * @throws {RangeError} when an entry of `allowHosts` is not `HOST:PORT`.
 */
export function makeSafeFetch(config: SafeFetchConfig = {}): SafeFetch & { close(): Promise<void> } {
  const { userAgent = DEFAULT_USER_AGENT, headersTimeoutMs = 15_000, connectTimeoutMs = 10_000 } = config;
  const allowHosts = new Set((config.allowHosts ?? []).map(parseAllowedHost));
  const agent = makeGuardedAgent({
    allowHosts,
    connectTimeoutMs,
    ...(config.resolve === undefined ? {} : { resolve: config.resolve }),
  });

  async function safeFetch(url: string | URL, options: SafeFetchOptions = {}): Promise<SafeResponse> {
    const {
      method = 'GET',
      timeoutMs = 30_000,
      maxBytes = 20 * 1024 * 1024,
      followRedirect = () => true,
      minBytesPerSecond: bytesPerSecond = null,
      consume = null,
      body: sent = null,
    } = options;
    let at = checkUrl(method, url, allowHosts);
    const deadline = startDeadline({ timeoutMs, bytesPerSecond }, options.signal);
    const redirects: string[] = [];
    let headers: Record<string, string> = {
      accept: '*/*',
      'user-agent': userAgent,
      'accept-encoding': ACCEPT_ENCODING,
      ...lowerCaseNames(options.headers ?? {}),
    };
    try {
      for (;;) {
        const answer = await agent.request({
          origin: at.origin,
          path: at.pathname + at.search,
          method,
          headers,
          body: sent,
          signal: deadline.signal,
          headersTimeout: headersTimeoutMs,
          bodyTimeout: timeoutMs,
        });
        const received = plainHeaders(answer.headers);
        const next = redirectTarget(answer.statusCode, received.location, at);
        if (next === null || method === 'POST' || !followRedirect(next, at)) {
          const { statusCode: status } = answer;
          const { received: onReceived } = deadline;
          const head = { method, url: at, status, headers: received };
          const body = await receiveBody(answer.body, head, { maxBytes, consume, onReceived });
          return { url: at.href, status, headers: received, body, redirects };
        }
        discard(answer.body);
        redirects.push(at.href);
        checkRedirect(method, next, redirects, allowHosts);
        headers = { ...headersAfterRedirect(headers, at, next), 'accept-encoding': ACCEPT_ENCODING };
        at = next;
      }
    } catch (error) {
      if (error instanceof ConsumerFailure) throw error.cause;
      throw deadline.explain(method, at) ?? describeFailure(method, at, error);
    } finally {
      deadline.stop();
    }
  }
  return Object.assign(safeFetch, { close: () => agent.destroy() });
}

/** `HOST:PORT` in the form that connections are compared by. */
function parseAllowedHost(entry: string): string {
  const parsed = URL.parse(`http://${entry}/`);
  const port = /:(\d{1,5})$/.exec(entry)?.[1];
  if (parsed === null || port === undefined || parsed.pathname !== '/' || parsed.username !== '') {
    throw new RangeError(
      `allowed host: expected HOST:PORT such as 127.0.0.1:8788, got ${JSON.stringify(entry)}`,
    );
  }
  return `${parsed.hostname}:${Number(port)}`;
}

function checkUrl(method: string, url: string | URL, allowHosts: ReadonlySet<string>): URL {
  const parsed = URL.parse(String(url));
  if (parsed === null)
    throw new FetchProblem('bad-url', method, url, 'expected an absolute URL such as https://shop.example/.');
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new FetchProblem(
      'bad-url',
      method,
      url,
      `expected http or https, found ${parsed.protocol.slice(0, -1)}.`,
    );
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new FetchProblem(
      'bad-url',
      method,
      url,
      'expected a URL without credentials, found a user name in it. Remove it.',
    );
  }
  if (isBlockedPort(parsed.port) && !allowHosts.has(parsed.host)) {
    const found = `expected a port that web pages are served from, found ${parsed.port}. Check the address.`;
    throw new FetchProblem('bad-url', method, url, found);
  }
  parsed.hash = '';
  return parsed;
}

function checkRedirect(
  method: string,
  next: URL,
  redirects: string[],
  allowHosts: ReadonlySet<string>,
): void {
  checkUrl(method, next, allowHosts);
  const first = redirects[0] ?? next.href;
  if (redirects.includes(next.href)) {
    const chain = [...redirects, next.href].map(withoutCredentials).join(' → ');
    throw new FetchProblem(
      'redirect-loop',
      method,
      first,
      `expected a page, found a redirect loop: ${chain}. Repair the redirects.`,
    );
  }
  if (redirects.length > MAX_REDIRECTS) {
    const found = `expected at most ${MAX_REDIRECTS} redirects, found more, the last to ${withoutCredentials(next)}. Shorten the chain.`;
    throw new FetchProblem('too-many-redirects', method, first, found);
  }
}

/** The host is the URL's own, which has been checked. */
function lowerCaseNames(headers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(entries.filter(([name]) => name !== 'host'));
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
