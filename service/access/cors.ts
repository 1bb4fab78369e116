import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import { needsOf } from './authenticate.ts';
import type { ReadKeys } from './key-ring.ts';

const METHODS = 'GET, POST, DELETE';
const REQUEST_HEADERS =
  'Authorization, Content-Type, Accept, X-Aisle-Key, X-Request-Id, Last-Event-ID, Idempotency-Key, Mcp-Protocol-Version, Mcp-Session-Id';
/** What clients of the formats that the service speaks say about themselves, and would fail without. */
const CLIENT_HEADER = /^(user-agent|x-stainless-[a-z-]{1,30}|openai-(organization|project|beta))$/;
const RESPONSE_HEADERS =
  'RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate, X-Request-Id, Mcp-Session-Id, X-Vercel-AI-UI-Message-Stream';
const MOST_HEADERS = 40;
/** Ten minutes: the longest that takes effect soon after a key was revoked. */
const PREFLIGHT_SECONDS = '600';

/**
 * Lets pages call from the origins of the publishable keys (WHATWG Fetch, CORS protocol). No cookies are used, so
 * credentials are never allowed. A route that sets `Access-Control-Allow-Origin` itself, for files that are everybody's, is left alone.
 */
export function makeCors(readKeys: ReadKeys): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin === undefined) {
      await next();
      // Answers to other origins differ, which a cache must know also where it meets none.
      if (needsOf(c) !== null) c.res.headers.append('vary', 'Origin');
      return;
    }
    if (isPreflight(c)) {
      const allowed =
        (await readKeys()).allowsOrigin(origin) || (await readKeys('newest')).allowsOrigin(origin);
      return preflight(origin, allowed, c.req.header('access-control-request-headers') ?? '');
    }
    await next();
    if (needsOf(c) === null) return;
    c.res.headers.append('vary', 'Origin');
    if (c.res.headers.has('access-control-allow-origin')) return;
    // Where the keys cannot be read the response says so already, and no page may read it.
    const keys = await readKeys().catch(() => null);
    if (!keys?.allowsOrigin(origin)) return;
    c.res.headers.set('access-control-allow-origin', origin);
    c.res.headers.set('access-control-expose-headers', RESPONSE_HEADERS);
  };
}

function isPreflight(c: Context<AppEnv>): boolean {
  return c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
}

function preflight(origin: string, allowed: boolean, wanted: string): Response {
  if (!allowed) {
    throw new ProblemError('origin-not-allowed', {
      detail: `No publishable key is for ${JSON.stringify(origin.slice(0, 200))}. \`npm run keys -- create --publishable --origin …\` makes one.`,
      headers: { vary: 'Origin' },
    });
  }
  const names = wanted.toLowerCase().split(',', MOST_HEADERS);
  const ofClient = names.map((name) => name.trim()).filter((name) => CLIENT_HEADER.test(name));
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': [REQUEST_HEADERS, ...ofClient].join(', '),
      'access-control-max-age': PREFLIGHT_SECONDS,
      vary: 'Origin, Access-Control-Request-Headers',
    },
  });
}
