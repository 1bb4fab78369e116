import { createHash } from 'node:crypto';
import type { Resource } from './site.ts';

/** @returns a SHA-256, in hex, of all that the shop serves: its paths, their pages and when these changed. Renders every page. */
export function siteHash(site: ReadonlyMap<string, Resource>): string {
  const hash = createHash('sha256');
  for (const [path, { contentType, updated, render }] of site) {
    hash.update(JSON.stringify([path, contentType, updated, render()]));
  }
  return hash.digest('hex');
}
