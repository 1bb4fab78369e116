import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AppEnv } from '../app-env.ts';
import { clientAddress } from './client-address.ts';

/** Finds out which address a request counts for (`c.var.access.address`). */
export function makeNoteAddress(proxies: number, logger: Logger): MiddlewareHandler<AppEnv> {
  let warned = false;
  return async (c, next) => {
    const forwarded = c.req.header('x-forwarded-for');
    const address = clientAddress(socketAddress(c), forwarded, proxies);
    if (address !== null) c.var.access.address = address;
    if (forwarded !== undefined && proxies === 0 && !warned) {
      warned = true;
      logger.warn(
        'requests come with X-Forwarded-For, which is not read: all that a proxy passes on count for its own address. Behind one proxy of yours set TRUST_PROXY=1.',
      );
    }
    await next();
  };
}

function socketAddress(c: Context<AppEnv>): string | null {
  // Without a server, as in tests, there is no connection to ask.
  if (c.env === undefined || !('incoming' in (c.env as object))) return null;
  return getConnInfo(c).remote.address ?? null;
}
