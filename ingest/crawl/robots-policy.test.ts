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

it('reads groups by RFC 9309: several names, one crawler in two groups, other lines and rules of nobody between', () => {
  const policy = parseRobots(
    url,
    'Disallow: /nobody\nUser-agent: other\nUser-agent: AisleBot/9 (x)\nCrawl-delay: 1\nUser-agent: third\nDisallow: /a # why\n\nUser-agent: *\nDisallow: /\r\nuser-agent: aislebot\nDISALLOW: /b\nAllow: /a/b',
    'AisleBot/0.1',
  );
  const forbidden = ['/nobody', '/a', '/a/b', '/b', '/c'].filter((path) =>
    policy.forbids(`https://shop.example${path}`),
  );
  expect(forbidden).toEqual(['/a', '/b']);
  expect(policy.forbids('https://other.example/a')).toBeNull();
});

it.each([
  ['/fish*.php', ['/fish.php', '/fishheads/catfish.php?p=1'], ['/Fish.PHP', '/fish']],
  ['/*.php$', ['/a.php', '/a/b.php'], ['/a.php?x', '/a.php5']],
  ['/a$', ['/a'], ['/ab', '/a/']],
  ['/caf%c3%a9', ['/caf%C3%A9/x', '/café'], ['/cafe']],
  ['/%7Eann', ['/~ann'], ['/ann']],
  ['*/print', ['/a/print', '/print'], ['/a/prin']],
])('the rule %s', (pattern, caught, free) => {
  const policy = parseRobots(url, `User-agent: *\nDisallow: ${pattern}`, 'AisleBot');
  const forbids = (path: string) => policy.forbids(`https://shop.example${path}`) !== null;
  expect([caught.map(forbids), free.map(forbids)]).toEqual([caught.map(() => true), free.map(() => false)]);
});

it('survives a pattern that would make a regular expression run for ever', () => {
  const hostile = `User-agent: *\nDisallow: /${'a*'.repeat(2000)}b$`;
  expect(
    parseRobots(url, hostile, 'AisleBot').forbids(`https://shop.example/${'a'.repeat(2000)}`),
  ).toBeNull();
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
    // The others: three that RFC 9309 2.2.2 decides the other way (escapes are compared decoded), one that takes
    // `index.html` for its folder, three whose long line is cut out of the file.
    it('agrees with 138 of 145', () => {
      const cases = readFileSync(casesFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const agreed = cases.filter((each) => {
        const origin = URL.parse(each.url)?.origin ?? 'http://foo.bar';
        const policy = parseRobots(`${origin}/robots.txt`, each.robots, each.user_agent);
        return (policy.forbids(each.url) === null) === each.allowed;
      });
      expect(agreed.length).toBeGreaterThanOrEqual(138);
    });
  },
);
