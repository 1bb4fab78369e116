import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { readJsonBody } from '../json-body.ts';
import { asksByMessage, asksFor, asksInMessage } from './asks-for.ts';

/**
 * Notes what a request asks for (`c.var.access.asks`), before anything is counted. Where only the body tells it is read
 * for that; one that cannot be read asks for nothing, and is refused by its route, in the same words.
 * @param maxBodyBytes largest body that is read
 */
export function makeNoteQuestion(maxBodyBytes: number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    c.var.access.asks = asksByMessage(method, path)
      ? await readJsonBody(c, maxBodyBytes).then(
          (text) => asksInMessage(JSON.parse(text)),
          () => null,
        )
      : asksFor(method, path);
    await next();
  };
}
