import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseRobots } from '../../../ingest/crawl/robots-policy.ts';
import type { Benchmark } from '../benchmark.ts';
import { readDataset } from '../read-dataset.ts';

const caseFormat = z.object({
  test: z.string(),
  robots: z.string(),
  user_agent: z.string(),
  url: z.string(),
  allowed: z.boolean(),
});

type RobotsCase = z.infer<typeof caseFormat>;

/** What two parsers that are widely used get right of the same 145 cases; measured once, not by this command. */
const PEERS = 'robots-parser 3.0.1: 126, Protego: 129';

/** Google's own cases of what a robots.txt allows. */
export const robotsBenchmark: Benchmark = {
  group: 'ingest',
  title: "Google's robots.txt cases",
  dataset: 'robots',
  run: async ({ dataFolder }) => {
    const path = join(dataFolder, 'robots', 'cases.jsonl');
    const cases = await readDataset(path, async () =>
      (await readFile(path, 'utf8'))
        .trim()
        .split('\n')
        .map((line) => caseFormat.parse(JSON.parse(line))),
    );
    const wrong = cases.filter((each) => isAllowed(each) !== each.allowed);
    return [
      {
        what: 'cases right',
        value: cases.length - wrong.length,
        digits: 0,
        target: { atLeast: 126 },
        note: `of ${cases.length}; ${PEERS}`,
      },
      {
        what: '… wrong, crawling what is forbidden',
        value: wrong.filter(({ allowed }) => !allowed).length,
        digits: 0,
        note: testsOf(wrong.filter(({ allowed }) => !allowed)),
      },
      {
        what: '… wrong, leaving out what is allowed',
        value: wrong.filter(({ allowed }) => allowed).length,
        digits: 0,
        note: testsOf(wrong.filter(({ allowed }) => allowed)),
      },
    ];
  },
};

function isAllowed({ robots, url, user_agent: userAgent }: RobotsCase): boolean {
  // Some cases ask about an address that is none; the rules still need a site.
  const origin = URL.parse(url)?.origin ?? 'http://foo.bar';
  return parseRobots(`${origin}/robots.txt`, robots, userAgent).forbids(url) === null;
}

/** Names of tests, each with its number of cases. */
function testsOf(cases: readonly RobotsCase[]): string {
  const counts = new Map<string, number>();
  for (const { test } of cases) counts.set(test, (counts.get(test) ?? 0) + 1);
  return [...counts].map(([test, count]) => (count === 1 ? test : `${test} ×${count}`)).join(', ');
}
