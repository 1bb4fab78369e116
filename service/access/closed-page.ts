import type { MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { AppEnv } from '../app-env.ts';
import type { AccessRules } from './authenticate.ts';

const page = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Aisle: the chat page needs a key</title>
  </head>
  <body>
    <main>
      <h1>The chat page needs a key</h1>
      <p>This service answers with keys alone, and its own chat page has none.</p>
      <p>Who runs it makes a publishable key for the address at which this page is, and sets it as <code>PAGE_KEY</code>:</p>
      <pre><code>npm run keys -- create --publishable --origin https://aisle.example --store STORE --name "chat page"
PAGE_KEY=pk_… npm start</code></pre>
      <p>Anybody who opens the page can then ask. The API is described at <a href="openapi.json">/openapi.json</a>.</p>
    </main>
  </body>
</html>
`;

/** In place of the chat page, where it could do nothing: says what it needs. */
export function makeClosedPage({
  readKeys,
  pageKey,
}: Pick<AccessRules, 'readKeys' | 'pageKey'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.req.path !== '/' || !['GET', 'HEAD'].includes(c.req.method)) return next();
    // A page that says of itself that the database is down is better than none.
    const keys = await readKeys().catch(() => null);
    const own = pageKey === null ? null : (keys?.find(pageKey) ?? null);
    if (keys === null || !keys.any || (own?.kind === 'publishable' && own.revokedAt === null)) return next();
    return c.html(await page, 403);
  };
}
