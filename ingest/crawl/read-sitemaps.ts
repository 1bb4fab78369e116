import type { ProblemEvent, Via } from './crawl-event.ts';
import { fetchedOf } from './fetched.ts';
import { normalizeUrl } from './normalize-url.ts';
import { MAX_SITEMAP_BYTES, parseSitemap, type Sitemap, type SitemapEntry } from './parse-sitemap.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import { problemAt } from './problem-at.ts';
import { isTransient } from './retry-plan.ts';
import type { SiteScope } from './site-scope.ts';

/** Files read of one site; with 50,000 URLs in each that is far beyond what a crawl takes. */
const MAX_SITEMAPS = 500;

/** The pages of one sitemap, or why one could not be read. */
export type SitemapFinding = { sitemap: string; entries: SitemapEntry[] } | { problem: ProblemEvent };

/**
 * Reads the sitemaps that robots.txt lists, or `/sitemap.xml` where it lists none, and what their indexes lead to.
 * A listed sitemap may be on another host, and one that is listed under another spelling of the site (http, `www.`)
 * is asked for under the site's own; one that an index names has to be on the site, or beside the index.
 */
export async function* readSitemaps(
  listed: string[],
  scope: SiteScope,
  fetch: PoliteFetch,
): AsyncGenerator<SitemapFinding> {
  const roots = listed
    .map((url) => scope.place(url, scope.origin) ?? normalizeUrl(url, scope.origin))
    .filter((url) => url !== null);
  const announced = roots.length > 0;
  const first = announced ? [...new Set(roots)] : [`${scope.origin}/sitemap.xml`];
  const queue = first.map((url) => ({ url, from: announced ? `${scope.origin}/robots.txt` : null }));
  const seen = new Set(first);
  for (let read = 0; ; read++) {
    const next = queue.shift();
    if (next === undefined) return;
    const { url, from } = next;
    const via: Via = { by: 'sitemap', from };
    const problem = (at: string, reason: string) => ({
      problem: problemAt(at, reason, { stage: 'discover', via }),
    });
    if (read >= MAX_SITEMAPS) {
      const reason = `expected at most ${MAX_SITEMAPS} sitemaps, found ${queue.length + 1} more. They are left out.`;
      yield problem(url, reason);
      return;
    }
    // Nobody has promised a sitemap at the usual place, so its absence is no problem.
    const guessed = !announced && read === 0;
    const found = await readSitemap(url, via, fetch);
    if ('problem' in found) {
      if (!guessed) yield found;
      continue;
    }
    if (found.truncated)
      yield problem(url, 'expected at most 50,000 URLs, found more. The rest is left out.');
    if (found.brokenOff) {
      const reason = `GET ${url}: expected a whole sitemap, found one that breaks off after ${found.entries.length} URLs. Generate it again.`;
      yield problem(url, reason);
    }
    if (found.kind === 'pages') {
      yield { sitemap: url, entries: found.entries };
      continue;
    }
    for (const { url: child } of found.entries) {
      const place = scope.place(child, url) ?? besideIndex(child, url);
      if (place === null) {
        const reason = `expected sitemaps of ${scope.origin}, found another site's in ${url}.`;
        yield { problem: problemAt(child, reason, { stage: 'discover', via: { by: 'sitemap', from: url } }) };
      } else if (!seen.has(place)) {
        seen.add(place);
        queue.push({ url: place, from: url });
      }
    }
  }
}

async function readSitemap(
  url: string,
  via: Via,
  fetch: PoliteFetch,
): Promise<Sitemap | { problem: ProblemEvent }> {
  const result = await fetch(url, { maxBytes: MAX_SITEMAP_BYTES, timeoutMs: 60_000 });
  if (!result.ok) {
    const retryable = isTransient(result);
    return { problem: problemAt(url, result.problem.message, { stage: 'discover', via, retryable }) };
  }
  const { response } = result;
  const fetched = fetchedOf(response);
  if (response.status !== 200) {
    const reason = `GET ${url}: expected a sitemap, found status ${response.status}. Correct robots.txt or the sitemap index.`;
    const retryable = isTransient({ status: response.status, retryAfterMs: null });
    return { problem: problemAt(url, reason, { stage: 'discover', via, retryable, fetched }) };
  }
  try {
    return await parseSitemap(response.body);
  } catch (error) {
    const reason = `GET ${url}: ${error instanceof Error ? error.message : 'not a sitemap'}.`;
    return { problem: problemAt(url, reason, { stage: 'discover', via, fetched }) };
  }
}

function besideIndex(child: string, index: string): string | null {
  const place = normalizeUrl(child, index);
  return place !== null && new URL(place).origin === new URL(index).origin ? place : null;
}
