import robotsParserModule from 'robots-parser';

/** What a site's robots.txt (RFC 9309) allows this crawler. */
export interface RobotsPolicy {
  /** @returns null, or why the URL may not be fetched. */
  forbids(url: string): string | null;
  /** As listed, in order; not checked. */
  sitemaps: string[];
  /** Between two requests, at most {@link MAX_CRAWL_DELAY_MS}. */
  crawlDelayMs: number;
}

/** A longer Crawl-delay, which is no part of RFC 9309, would make a run take days. */
export const MAX_CRAWL_DELAY_MS = 10_000;

/** RFC 9309 2.5: at least 500 KiB must be read. */
const MAX_CHARACTERS = 512 * 1024;

interface ParsedRobots {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getMatchingLineNumber(url: string, userAgent: string): number;
  getCrawlDelay(userAgent: string): number | undefined;
  getSitemaps(): string[];
}

// The package is CommonJS and types itself as an ES module, so that NodeNext sees a namespace where a function is.
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => ParsedRobots;

/** The policy of a site without a robots.txt. */
export const ALLOW_ALL: RobotsPolicy = { forbids: () => null, sitemaps: [], crawlDelayMs: 0 };

/** What a status of robots.txt means by RFC 9309 2.3.1; 429 is an overloaded server, so it counts as unreachable. */
export function judgeRobotsStatus(status: number): 'parse' | 'allow-all' | 'disallow-all' {
  if (status >= 200 && status < 300) return 'parse';
  return status >= 300 && status < 500 && status !== 429 ? 'allow-all' : 'disallow-all';
}

/**
 * Reads a robots.txt.
 * @param url its own address; rules hold for its origin.
 * @param userAgent such as `AisleBot/0.1`; groups are chosen by the name before the slash.
 */
export function parseRobots(url: string, text: string, userAgent: string): RobotsPolicy {
  const robots = robotsParser(url, text.replace(/^\uFEFF/, '').slice(0, MAX_CHARACTERS));
  const delay = robots.getCrawlDelay(userAgent) ?? 0;
  return {
    forbids(page) {
      if (robots.isAllowed(page, userAgent) !== false) return null;
      return `robots.txt forbids it, line ${robots.getMatchingLineNumber(page, userAgent)}`;
    },
    sitemaps: robots.getSitemaps(),
    crawlDelayMs: Number.isFinite(delay) ? Math.min(MAX_CRAWL_DELAY_MS, Math.max(0, delay * 1000)) : 0,
  };
}
