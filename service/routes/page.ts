import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { App } from '../app-env.ts';
import { serveFile } from './static-file.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Adds the chat page at `/`, its scripts and styles under `/page/`, and those that it has in common with the widget under
 * `/widget/`. The files are read once, here.
 */
export function addPageRoutes(app: App): void {
  for (const folder of ['page', 'widget']) {
    const url = new URL(`../${folder}/`, import.meta.url);
    for (const name of readdirSync(url)) {
      const contentType = contentTypes[extname(name)];
      if (contentType === undefined) continue;
      // Names carry no version, so a browser asks each time, and is told in a few bytes that it has the newest.
      const serve = serveFile(readFileSync(new URL(name, url), 'utf8'), { contentType, caching: 'no-cache' });
      app.get(name === 'index.html' ? '/' : `/${folder}/${name}`, serve);
    }
  }
}
