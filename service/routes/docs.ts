import { readFileSync } from 'node:fs';
import type { Context } from 'hono';
import type { App, AppEnv } from '../app-env.ts';
import { renderDocs } from '../docs-page/render-docs.ts';
import { makeApiDocument } from '../openapi/api-document.ts';
import type { ApiDocument } from '../openapi/api-types.ts';
import { serveFile } from './static-file.ts';

const stylesheet = new URL('../docs-page/docs.css', import.meta.url);

/**
 * Adds `GET /openapi.json`, and `GET /docs` for people to read the same. Call it after the last route that the document is to
 * describe. Both are made when they are first asked for, and once.
 */
export function addDocsRoutes(app: App): void {
  const document = once<ApiDocument>(() => makeApiDocument(app));
  const json = once(() =>
    serveFile(JSON.stringify(document()), {
      contentType: 'application/json; charset=utf-8',
      caching: 'no-cache',
      // What the API is like is no secret, and tools in browsers read it.
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  const page = once(() =>
    serveFile(renderDocs(document()), { contentType: 'text/html; charset=utf-8', caching: 'no-cache' }),
  );
  const css = once(() =>
    serveFile(readFileSync(stylesheet, 'utf8'), {
      contentType: 'text/css; charset=utf-8',
      caching: 'no-cache',
    }),
  );
  const serve = (file: () => (c: Context<AppEnv>) => Response) => (c: Context<AppEnv>) => file()(c);
  app.get('/openapi.json', serve(json));
  app.get('/docs', serve(page));
  app.get('/docs/docs.css', serve(css));
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
