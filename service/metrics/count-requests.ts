import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../app-env.ts';
import type { Metrics } from './metrics.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts each request by the pattern of its route, never by its address. */
export function makeCountRequests(metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    const { access } = c.var;
    access.answered = [...(access.answered ?? []), metrics.answered];
    await next();
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    metrics.request(method, routeLabel(c), c.res.status, (performance.now() - started) / 1000);
    const { streamed } = access;
    if (streamed === undefined) return;
    metrics.openStreams(1);
    void streamed.finally(() => metrics.openStreams(-1));
  };
}

function routeLabel(c: Context<AppEnv>): string {
  const path = matchedRoutes(c).findLast((route) => route.path !== '/*')?.path;
  if (path === undefined) return 'none';
  // Files of the page and the widget are many and all the same.
  return path.replace(/^\/(page|widget|docs)\/.+/, '/$1/*');
}
