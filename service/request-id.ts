import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';

const header = 'X-Request-Id';

// Safe in a log line, a header and a URN; long enough for a UUID, a trace id or a gateway's own ids.
const safeId = /^[A-Za-z0-9._:=-]{1,128}$/;

/** The id a client has given, where it is safe to repeat, or a new one. */
export function chooseRequestId(given: string | undefined, makeId: () => string = randomUUID): string {
  return given !== undefined && safeId.test(given) ? given : makeId();
}

/** Gives each request its id, for the handlers (`c.var.requestId`), the log and the response. */
export const requestId: MiddlewareHandler<AppEnv> = async (c, next) => {
  const id = chooseRequestId(c.req.header(header));
  c.set('requestId', id);
  await next();
  c.res.headers.set(header, id);
};
