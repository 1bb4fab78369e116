import { describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../embedding/local-embedding-model.ts';
import { expectedTotal, makeLines } from './progress.ts';
import { renderReport } from './render-report.ts';
import { makeRunTally } from './report.ts';
import { makeSourceSpec } from './source-spec.ts';

const progress = {
  store: 'shop',
  source: 'https://shop.example/',
  read: 3,
  queued: 4,
  known: 0,
  published: 1,
  embedded: 5,
};

describe('progress', () => {
  it('expects what waits, and at least what was known', () => {
    expect(expectedTotal(progress)).toBe(7);
    expect(expectedTotal({ ...progress, known: 90 })).toBe(90);
  });

  it('is quiet for a few seconds between two lines', () => {
    const lines: string[] = [];
    let now = 0;
    const display = makeLines(
      (line) => lines.push(line),
      () => now,
    );
    // Opening the database takes time, and says nothing of the source.
    for (now = 8000; now <= 20_000; now += 1000) display.update(progress);
    expect(lines).toEqual(Array(2).fill('https://shop.example/: 3 of 7 read, 4 queued\n'));
  });
});

describe('renderReport', () => {
  const source = makeSourceSpec({ id: 'site:shop.example', kind: 'site', location: 'https://shop.example/' });
  const embeddingModel = { ...openLocalEmbeddingModel(), usdPerMillionTokens: 0.02 };
  const run = { runId: 'run_1', store: 'shop', source, embeddingModel };

  it('groups problems by reason, with the first few URLs', () => {
    const tally = makeRunTally();
    for (let n = 0; n < 5; n += 1) {
      const url = `https://shop.example/${n}`;
      tally.fail({ url, stage: 'fetch', reason: `GET ${url}: expected a page, found status 500.` });
    }
    const text = renderReport({ ...tally.report(run), seconds: 1.5 });
    expect(text).toContain('shop ← site:shop.example: done (1.5 s)');
    expect(text).toContain('fetch (5): expected a page, found status 500.');
    expect(text).toContain('      https://shop.example/2\n      … and 2 more');
  });

  it('tells what asks to be looked at from what is left out on purpose', () => {
    const tally = makeRunTally();
    tally.skip({
      url: 'https://shop.example/cart',
      stage: 'robots',
      reason: 'robots.txt forbids it, line 3',
    });
    tally.skip({ url: 'https://shop.example/old', stage: 'gone', reason: 'there is no such page (404)' });
    const text = renderReport(tally.report(run));
    expect(text.indexOf('Problems\n  gone')).toBeGreaterThan(0);
    expect(text.indexOf('Left out\n  robots')).toBeGreaterThan(text.indexOf('Problems'));
  });

  it('says the cause of a failed run once', () => {
    const tally = makeRunTally();
    tally.fail({ url: 'https://shop.example/robots.txt', stage: 'fetch', reason: 'no such host' });
    tally.note({
      url: source.location,
      stage: 'run',
      reason: 'expected documents, found none: no such host',
    });
    expect(renderReport(tally.report(run)).match(/no such host/g)).toHaveLength(1);
  });

  it('bounds the problems of a report, and says how many are left out', () => {
    const tally = makeRunTally();
    for (let n = 0; n < 5000; n += 1) tally.skip({ url: `/${n}`, stage: 'trap', reason: 'deep' });
    tally.fail({ url: '/lost', stage: 'fetch', reason: 'broken' });
    const { problems, skipped } = tally.report(run);
    expect(skipped).toBe(5000);
    expect(problems[0]).toMatchObject({ url: '/lost' });
    expect(problems.at(-1)?.reason).toBe('4001 more problems are not listed');
  });

  it('reckons the cost from the tokens, and does not take an unknown price for none', () => {
    const tally = makeRunTally();
    tally.counts.tokens = 500_000;
    expect(tally.report(run).costUsd).toBeCloseTo(0.01);
    const free = { ...embeddingModel, usdPerMillionTokens: 0, priceKnown: false };
    const report = tally.report({ ...run, embeddingModel: free });
    expect(report.costUsd).toBeNull();
    expect(renderReport(report)).toContain('(500000 tokens, price unknown)');
  });
});
