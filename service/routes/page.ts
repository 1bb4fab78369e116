import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Context } from 'hono';
import type { App } from '../app-env.ts';

const folder = new URL('../page/', import.meta.url);

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Adds the chat page at `/`, its scripts and styles under `/page/`. The files are read once, here. */
export function addPageRoutes(app: App): void {
  for (const name of readdirSync(folder)) {
    const contentType = contentTypes[extname(name)];
    if (contentType === undefined) continue;
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const serve = (c: Context) => {
      // Names carry no version, so a browser asks each time, and is told in a few bytes that it has the newest.
      const headers = { etag, 'cache-control': 'no-cache', 'content-type': contentType };
      if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
      return new Response(bytes, { headers });
    };
    app.get(name === 'index.html' ? '/' : `/page/${name}`, serve);
  }
}

/** RFC 9110, 13.1.2: a list of tags, weak ones count, `*` is any. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags?.some((tag) => tag === etag || tag === '*') ?? false;
}
