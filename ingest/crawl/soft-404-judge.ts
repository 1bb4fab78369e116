import { parsePage } from '../extract/parse-page.ts';
import type { SafeResponse } from '../safe-fetch.ts';
import { classifyContent } from './content-kind.ts';
import type { PageEvent } from './crawl-event.ts';
import { decodeBody } from './decode-body.ts';
import { type PageText, readPageText } from './page-text.ts';
import type { PoliteFetch } from './polite-fetch.ts';
import type { RobotsPolicy } from './robots-policy.ts';
import type { SiteScope } from './site-scope.ts';
import { isMissingPage, type MissingPage, readNotFoundNotice, takeFingerprint } from './soft-404.ts';

/** @returns why a page that answers 200 is none, or null. */
export type JudgeSoft404 = (page: PageEvent) => Promise<string | null>;

/**
 * Makes the judge of pages that answer 200 and are none. On the first page it asks, once for the whole crawl, for an
 * address that cannot exist, so a crawl in which nothing has changed asks for nothing.
 *
 * @param startText the start page's text; null when it was not read, so that it is fetched if it turns out to matter.
 * @param random in 0…1, for the address that cannot exist.
 */
export function makeSoft404Judge(deps: {
  fetch: PoliteFetch;
  scope: SiteScope;
  robots: RobotsPolicy;
  startUrl: string;
  startText: PageText | null;
  random: () => number;
}): JudgeSoft404 {
  const { fetch, scope, robots, startUrl, random } = deps;
  let missing: Promise<MissingPage | null> | undefined;

  async function probe(): Promise<MissingPage | null> {
    const url = addressOfNothing(startUrl, random);
    if (robots.forbids(url) !== null) return null;
    const response = await fetchPage(url);
    // Sites that send every unknown address to their start page are read by their redirects.
    if (response === null || scope.place(response.url) === startUrl) return null;
    const place = scope.place(response.url);
    const landing = place === url ? null : place;
    const found = readText(response);
    const start = found === null ? null : (deps.startText ?? (await readStart()));
    return found === null || start === null ? null : takeFingerprint({ url, landing }, found, start);
  }

  async function readStart(): Promise<PageText | null> {
    const response = await fetchPage(startUrl);
    return response === null ? null : readText(response);
  }

  async function fetchPage(url: string): Promise<SafeResponse | null> {
    const followRedirect = (to: URL) => scope.place(to) !== null && robots.forbids(to.href) === null;
    const result = await fetch(url, { followRedirect });
    return result.ok && result.response.status === 200 ? result.response : null;
  }

  return async (page) => {
    const text = readPageText(page.$);
    const notice = readNotFoundNotice(page.$, text);
    if (notice !== null) {
      return `answers 200 and says ${JSON.stringify(notice.slice(0, 80))} with little else (a soft 404). If there is no such page, let the site answer 404`;
    }
    missing ??= probe();
    const known = await missing;
    // Some sites send unknown addresses to a list of theirs; what is linked or listed is no page for missing pages.
    if (known === null || (known.landing === page.url && page.via?.by !== 'redirect')) return null;
    if (!isMissingPage(page.url, text, known)) return null;
    return `answers 200 and shows what the site shows at an address that does not exist, ${known.url} (a soft 404). Let the site answer 404, or give the page its content`;
  };
}

/** Beside the start page; one word, so that a page that repeats it repeats nothing else. */
function addressOfNothing(startUrl: string, random: () => number): string {
  const letters = Array.from({ length: 16 }, () => String.fromCharCode(97 + Math.floor(random() * 25.99)));
  return new URL(`aisle${letters.join('')}`, startUrl.split('?', 1)[0]).href;
}

function readText(response: SafeResponse): PageText | null {
  const type = response.headers['content-type'];
  if (classifyContent(type, response.url, response.body).kind !== 'html') return null;
  return readPageText(parsePage(decodeBody(response.body, type ?? null).text));
}
