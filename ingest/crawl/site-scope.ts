import { normalizeUrl } from './normalize-url.ts';

/** The pages of one site, and their one spelling. */
export interface SiteScope {
  /** Scheme, host and port that the site's URLs are written with. */
  origin: string;
  /**
   * The normalised URL of a page of this site, written with its origin; null for what is not on the site.
   * @param base what a relative URL is relative to.
   */
  place(url: string | URL, base?: string | URL): string | null;
}

/** Makes the scope of the site that `home` is a page of. */
export function makeSiteScope(home: URL): SiteScope {
  return {
    origin: home.origin,
    place(url, base) {
      const normal = normalizeUrl(url, base);
      if (normal === null) return null;
      const parsed = new URL(normal);
      if (parsed.origin === home.origin) return normal;
      if (!isSameSite(parsed, home)) return null;
      return normalizeUrl(`${home.origin}${parsed.pathname}${parsed.search}`);
    },
  };
}

/**
 * Whether two URLs belong to one site: the same origin, or, on default ports, hosts that differ by `www.` at most,
 * whatever the scheme.
 */
export function isSameSite(a: URL, b: URL): boolean {
  if (a.origin === b.origin) return true;
  return a.port === '' && b.port === '' && withoutWww(a.hostname) === withoutWww(b.hostname);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '').replace(/\.$/, '');
}
