import { readRobotsLines } from './robots-lines.ts';
import { matchesRobotsPattern, normalizeRobotsPath } from './robots-pattern.ts';

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

/** The policy of a site without a robots.txt. */
export const ALLOW_ALL: RobotsPolicy = { forbids: () => null, sitemaps: [], crawlDelayMs: 0 };

/** What a status of robots.txt means by RFC 9309 2.3.1; 429 is an overloaded server, so it counts as unreachable. */
export function judgeRobotsStatus(status: number): 'parse' | 'allow-all' | 'disallow-all' {
  if (status >= 200 && status < 300) return 'parse';
  return status >= 300 && status < 500 && status !== 429 ? 'allow-all' : 'disallow-all';
}

/**
 * Reads a robots.txt. Of the rules that match a path the longest decides, and `Allow` where two are as long (2.2.2);
 * groups that name the same crawler are one (2.2.1).
 *
 * @param url its own address; rules hold for its origin (2.3).
 * @param userAgent such as `AisleBot/0.1`; groups are chosen by the name before the slash.
 */
export function parseRobots(url: string, text: string, userAgent: string): RobotsPolicy {
  const own = new URL(url).origin;
  const { groups, sitemaps } = readRobotsLines(text.replace(/^\uFEFF/, '').slice(0, MAX_CHARACTERS));
  const name = userAgent.split('/', 1)[0]?.trim().toLowerCase() ?? '';
  const named = groups.filter(({ agents }) => name !== '' && agents.includes(name));
  const ours = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
  const rules = ours
    .flatMap((group) => group.rules)
    .map((rule) => ({ ...rule, pattern: normalizeRobotsPath(rule.pattern) }))
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow));
  const delays = ours.map(({ crawlDelay }) => crawlDelay ?? 0).filter((delay) => delay > 0);
  return {
    forbids(page) {
      const { origin = own, pathname = '/', search = '' } = URL.parse(page) ?? {};
      if (origin !== own) return null;
      // RFC 9309 2.2.2: robots.txt itself is always allowed.
      if (pathname === '/robots.txt') return null;
      const path = normalizeRobotsPath(pathname + search);
      const rule = rules.find(({ pattern }) => matchesRobotsPattern(pattern, path));
      return rule === undefined || rule.allow ? null : `robots.txt forbids it, line ${rule.line}`;
    },
    sitemaps,
    crawlDelayMs: Math.min(MAX_CRAWL_DELAY_MS, Math.max(0, ...delays) * 1000),
  };
}
