import type { ProblemEvent } from './crawl-event.ts';
import { normalizeUrl } from './normalize-url.ts';
import { MAX_SITEMAP_BYTES, parseSitemap, type Sitemap } from './parse-sitemap.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { isTransient } from './retry-plan.ts';
import type { SiteScope } from './site-scope.ts';

/** Files read of one site; with 50,000 URLs in each that is far beyond what a crawl takes. */
const MAX_SITEMAPS = 500;

/** The page URLs of one sitemap, or why one could not be read. */
export type SitemapFinding = { urls: string[] } | { problem: ProblemEvent };

/**
 * Reads the sitemaps that robots.txt lists, or `/sitemap.xml` where it lists none, and what their indexes lead to.
 * A listed sitemap may be on another host; one that an index names has to be on the site, or beside
 * the index.
 */
export async function* readSitemaps(
  listed: string[],
  scope: SiteScope,
  fetch: PoliteFetch,
): AsyncGenerator<SitemapFinding> {
  const roots = listed.map((url) => normalizeUrl(url, scope.origin)).filter((url) => url !== null);
  const announced = roots.length > 0;
  const queue = announced ? [...new Set(roots)] : [`${scope.origin}/sitemap.xml`];
  const seen = new Set(queue);
  for (let read = 0; queue.length > 0; read++) {
    const url = queue.shift() ?? '';
    if (read >= MAX_SITEMAPS) {
      yield problemAt(
        url,
        `expected at most ${MAX_SITEMAPS} sitemaps, found ${queue.length + 1} more. They are left out.`,
        false,
      );
      return;
    }
    // Nobody has promised a sitemap at the usual place, so its absence is no problem.
    const guessed = !announced && read === 0;
    const found = await readSitemap(url, fetch);
    if ('problem' in found) {
      if (!guessed) yield found;
      continue;
    }
    if (found.truncated)
      yield problemAt(url, 'expected at most 50,000 URLs, found more. The rest is left out.', false);
    if (found.kind === 'pages') {
      yield { urls: found.urls };
      continue;
    }
    for (const child of found.urls) {
      const place = scope.place(child) ?? besideIndex(child, url);
      if (place === null) {
        yield problemAt(
          child,
          `expected sitemaps of ${scope.origin}, found another site's in ${url}.`,
          false,
        );
      } else if (!seen.has(place)) {
        seen.add(place);
        queue.push(place);
      }
    }
  }
}

async function readSitemap(url: string, fetch: PoliteFetch): Promise<Sitemap | { problem: ProblemEvent }> {
  const result = await fetch(url, { maxBytes: MAX_SITEMAP_BYTES, timeoutMs: 60_000 });
  if (!result.ok) return problemAt(url, result.problem.message, isTransient(result));
  const { status, body } = result.response;
  if (status !== 200) {
    const reason = `GET ${url}: expected a sitemap, found status ${status}. Correct robots.txt or the sitemap index.`;
    return problemAt(url, reason, isTransient({ status, retryAfterMs: null }));
  }
  try {
    return parseSitemap(body);
  } catch (error) {
    return problemAt(url, `GET ${url}: ${error instanceof Error ? error.message : 'not a sitemap'}.`, false);
  }
}

function problemAt(url: string, reason: string, retryable: boolean): { problem: ProblemEvent } {
  return { problem: { type: 'problem', url, stage: 'discover', reason, retryable } };
}

function besideIndex(child: string, index: string): string | null {
  const place = normalizeUrl(child, index);
  return place !== null && new URL(place).origin === new URL(index).origin ? place : null;
}
