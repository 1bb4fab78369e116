import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AccessNote, AppEnv } from './app-env.ts';

// Probes come every few seconds and say nothing when all is well.
const probes = new Set(['/health', '/ready', '/metrics']);

/** Longest path that is logged: the rest of a longer one is a client's mistake or an attack. */
const maxPathLength = 200;

/**
 * One log line a request: method, path without its query, status, milliseconds, key, store and the answer's status. Never
 * what was asked. A streamed answer is logged when its stream has ended.
 */
export function makeAccessLog({ logger }: { logger: Logger }): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const started = performance.now();
    const access: AccessNote = {};
    c.set('access', access);
    await next();
    const { status } = c.res;
    const line = () => {
      const fields = {
        requestId: c.var.requestId,
        method: c.req.method,
        path: c.req.path.slice(0, maxPathLength),
        status,
        ms: Math.round((performance.now() - started) * 10) / 10,
        ...(c.var.caller?.keyId && { keyId: c.var.caller.keyId }),
        ...(access.store !== undefined && { store: access.store }),
        ...(access.answerStatus !== undefined && { answerStatus: access.answerStatus }),
      };
      if (probes.has(c.req.path) && status < 400) logger.debug(fields, 'request');
      else logger.info(fields, 'request');
    };
    if (access.streamed) void access.streamed.then(line);
    else line();
  };
}
