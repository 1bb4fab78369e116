import { readFileSync } from 'node:fs';
import type { App } from '../app-env.ts';
import { joinModules } from '../widget/join-modules.ts';
import { serveFile } from './static-file.ts';

const folder = new URL('../widget/', import.meta.url);

/**
 * Adds `GET /widget.js`, the whole chat widget in one file, for the pages of any shop. It is read and joined once, here.
 * A shop's tag names no version, so a browser keeps it for an hour, then shows it while it asks for a newer one.
 */
export function addWidgetRoute(app: App): void {
  const text = joinModules('widget.js', (name) => readFileSync(new URL(name, folder), 'utf8'));
  const serve = serveFile(text, {
    contentType: 'text/javascript; charset=utf-8',
    caching: 'public, max-age=3600, stale-while-revalidate=604800',
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  });
  app.get('/widget.js', serve);
}
