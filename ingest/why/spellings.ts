import { normalizeUrl } from '../crawl/normalize-url.ts';

/**
 * The spellings under which an address may be known: as given, normalised, with http and https, with and without `www.`
 * and a slash at the end. Pure.
 */
export function spellingsOf(url: string): string[] {
  const normal = normalizeUrl(url);
  const spellings = new Set([url]);
  if (normal === null) return [...spellings];
  for (const protocol of ['https:', 'http:']) {
    for (const host of hostsOf(new URL(normal).host)) {
      for (const pathname of pathsOf(new URL(normal).pathname)) {
        const spelled = new URL(normal);
        spelled.protocol = protocol;
        spelled.host = host;
        spelled.pathname = pathname;
        spellings.add(spelled.href);
      }
    }
  }
  return [...spellings];
}

const hostsOf = (host: string) =>
  host.startsWith('www.') ? [host, host.slice('www.'.length)] : [host, `www.${host}`];

const pathsOf = (path: string) =>
  path === '/' ? [path] : path.endsWith('/') ? [path, path.slice(0, -1)] : [path, `${path}/`];
