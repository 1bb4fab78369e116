import { startDeadline } from '../../../ingest/safe-fetch/deadline.ts';
import { describeFailure } from '../../../ingest/safe-fetch/describe-failure.ts';
import { makeGuardedAgent } from '../../../ingest/safe-fetch/guarded-agent.ts';
import { ACCEPT_ENCODING } from '../../../ingest/safe-fetch/read-body.ts';
import { discard, receiveBody } from '../../../ingest/safe-fetch/receive-body.ts';
import { DEFAULT_USER_AGENT } from '../../../ingest/safe-fetch.ts';

/** What a POST was answered with. */
export interface PostAnswer {
  status: number;
  retryAfter: string | null;
  /** Empty for other statuses than 2xx: what an upstream says of its errors concerns nobody here. */
  body: string;
}

/** Times in milliseconds, for the whole exchange. */
export type PostJson = (
  body: object,
  options: { timeoutMs: number; signal: AbortSignal },
) => Promise<PostAnswer>;

export interface PostOptions {
  url: URL;
  apiKey: string | null;
  /** Of an answer's body. */
  maxBytes: number;
}

/**
 * Makes what posts JSON to one URL that the operator has chosen: over the safe fetch's own connections, with this host and
 * no other allowed to be private, bounded in size and time. Redirects are not followed.
 * @throws from the returned function {FetchProblem}, which names the URL without its query.
 */
export function makePostJson({ url, apiKey, maxBytes }: PostOptions): PostJson & { close(): Promise<void> } {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const agent = makeGuardedAgent({
    allowHosts: new Set([`${url.hostname}:${port}`]),
    connectTimeoutMs: 10_000,
  });
  const shown = new URL(url.pathname, url.origin);
  const method = 'POST';

  async function post(
    body: object,
    { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
  ): Promise<PostAnswer> {
    const deadline = startDeadline({ timeoutMs, bytesPerSecond: null }, signal);
    try {
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'user-agent': DEFAULT_USER_AGENT,
          'accept-encoding': ACCEPT_ENCODING,
          ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify(body),
        signal: deadline.signal,
      });
      const { statusCode: status } = answer;
      const retryAfter = header(answer.headers, 'retry-after');
      if (status < 200 || status > 299) {
        discard(answer.body);
        return { status, retryAfter, body: '' };
      }
      const headers = Object.fromEntries(
        ['content-encoding', 'content-length'].flatMap((name) => {
          const value = header(answer.headers, name);
          return value === null ? [] : [[name, value]];
        }),
      );
      const head = { method, url: shown, status, headers };
      const received = await receiveBody(answer.body, head, {
        maxBytes,
        consume: null,
        onReceived: () => {},
      });
      return { status, retryAfter, body: received.toString('utf8') };
    } catch (error) {
      throw deadline.explain(method, shown) ?? describeFailure(method, shown, error);
    } finally {
      deadline.stop();
    }
  }
  return Object.assign(post, { close: () => agent.destroy() });
}

function header(headers: Record<string, string | string[] | undefined>, name: string): string | null {
  const value = headers[name];
  return value === undefined ? null : String(value);
}
