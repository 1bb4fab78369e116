import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeRobotsStatus, MAX_CRAWL_DELAY_MS, parseRobots } from './robots-policy.ts';

const url = 'https://shop.example/robots.txt';

it('names the line that forbids a page; the group for AisleBot wins over *', () => {
  const policy = parseRobots(
    url,
    'User-agent: *\nDisallow: /\n\nUser-agent: aislebot\nDisallow: /cart\n',
    'AisleBot/0.1',
  );
  expect(policy.forbids('https://shop.example/help')).toBeNull();
  expect(policy.forbids('https://shop.example/cart?x')).toBe('robots.txt forbids it, line 5');
});

it('lists sitemaps, and bounds the crawl delay', () => {
  const policy = parseRobots(
    url,
    '\uFEFFUser-agent: *\nCrawl-delay: 600\nSitemap: /a.xml\nSitemap: https://cdn.example/b.xml',
    'AisleBot',
  );
  expect(policy.sitemaps).toEqual(['/a.xml', 'https://cdn.example/b.xml']);
  expect(policy.crawlDelayMs).toBe(MAX_CRAWL_DELAY_MS);
  expect(parseRobots(url, 'User-agent: *\nCrawl-delay: 0.5', 'AisleBot').crawlDelayMs).toBe(500);
});

it('survives a web page in the place of a robots.txt', () => {
  expect(
    parseRobots(url, '<!doctype html><title>User-agent: *</title>', 'AisleBot').forbids(
      'https://shop.example/a',
    ),
  ).toBeNull();
});

it.each([
  [200, 'parse'],
  [403, 'allow-all'],
  [404, 'allow-all'],
  [302, 'allow-all'],
  [429, 'disallow-all'],
  [500, 'disallow-all'],
  [503, 'disallow-all'],
])('status %i means %s', (status, verdict) => {
  expect(judgeRobotsStatus(status)).toBe(verdict);
});

const casesFile = new URL('../../../shared/data/robots/cases.jsonl', import.meta.url);

describe.skipIf(!existsSync(casesFile))(
  "Google's robots.txt cases (skipped where ../shared/data is absent)",
  () => {
    it('agrees with at least the 126 of 145 that its parser is known to', () => {
      const cases = readFileSync(casesFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const agreed = cases.filter((each) => {
        const origin = URL.parse(each.url)?.origin ?? 'http://foo.bar';
        const policy = parseRobots(`${origin}/robots.txt`, each.robots, each.user_agent);
        return (policy.forbids(each.url) === null) === each.allowed;
      });
      expect(agreed.length).toBeGreaterThanOrEqual(126);
    });
  },
);
