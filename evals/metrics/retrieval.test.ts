import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision } from './average-precision.ts';
import { hitAtK } from './hit-at-k.ts';
import { discountedGain, ndcgAtK } from './ndcg-at-k.ts';
import { percentile } from './percentile.ts';
import { recallAtK } from './recall-at-k.ts';
import { reciprocalRank } from './reciprocal-rank.ts';
import { judgeRanking } from './relevant-documents.ts';
import { retrievalScores } from './retrieval-scores.ts';
import { meanScore, type Score, scored } from './score.ts';

const set = (...ids: string[]) => new Set(ids);
const value = (score: Score) => score.value ?? Number.NaN;

describe('hitAtK and recallAtK', () => {
  it('are 1 when all relevant ids are within k and 0 when none is', () => {
    expect(hitAtK(['a', 'b'], set('b'), 2)).toEqual({ value: 1 });
    expect(recallAtK(['a', 'b'], set('b', 'a'), 2)).toEqual({ value: 1 });
    expect(hitAtK(['a', 'b'], set('b'), 1)).toEqual({ value: 0 });
    expect(recallAtK(['a', 'b'], set('b'), 1)).toEqual({ value: 0 });
    expect(recallAtK([], set('b'), 1)).toEqual({ value: 0 });
  });
  it('recall counts a repeated id once', () => {
    expect(recallAtK(['a', 'a', 'b'], set('a', 'b', 'c', 'd'), 3)).toEqual({ value: 0.5 });
  });
  it('do not apply where nothing is relevant', () => {
    expect(hitAtK(['a'], set(), 1)).toEqual({ value: null, reason: 'no id is marked relevant' });
    expect(recallAtK(['a'], set(), 1).value).toBeNull();
  });
  it.each([0, -1, 1.5, Number.NaN])('refuse k = %s', (k) => {
    expect(() => hitAtK(['a'], set('a'), k)).toThrow(RangeError);
    expect(() => recallAtK(['a'], set('a'), k)).toThrow(RangeError);
  });
});

describe('reciprocalRank', () => {
  it('has the mean of the example in Wikipedia’s "Mean reciprocal rank": 11/18', () => {
    const scores = [
      reciprocalRank(['catten', 'cati', 'cats'], set('cats')),
      reciprocalRank(['torii', 'tori', 'toruses'], set('tori')),
      reciprocalRank(['viruses', 'virii', 'viri'], set('viruses')),
    ];
    expect(value(meanScore(scores, ''))).toBeCloseTo(11 / 18, 10);
  });
  it('is 0 where no relevant id is returned', () => {
    expect(reciprocalRank(['a'], set('b'))).toEqual({ value: 0 });
    expect(reciprocalRank(['a'], set()).value).toBeNull();
  });
});

describe('averagePrecision', () => {
  it('has the values of Croft, Metzler, Strohman 2010, "Search Engines", figure 8.4', () => {
    const ranks = (...relevant: number[]) =>
      Array.from({ length: 10 }, (_, i) => (relevant.includes(i + 1) ? `r${i}` : `n${i}`));
    const one = averagePrecision(ranks(1, 3, 6, 9, 10), set('r0', 'r2', 'r5', 'r8', 'r9'));
    const two = averagePrecision(ranks(2, 5, 7), set('r1', 'r4', 'r6'));
    expect(value(one)).toBeCloseTo(0.6222, 4);
    expect(value(two)).toBeCloseTo(0.4429, 4);
    expect(value(meanScore([one, two], ''))).toBeCloseTo(0.5325, 4);
  });
  it('has the values of the exercise on two systems in Manning et al. 2008, §8.4', () => {
    const judged = (judgements: string) => judgements.split(' ').map((mark, i) => `${mark}${i}`);
    const relevant = (ranked: string[]) => new Set(ranked.filter((id) => id.startsWith('R')));
    const one = judged('R N R N N N N N R R');
    const two = judged('N R N N R R R N N N');
    expect(value(averagePrecision(one, relevant(one)))).toBeCloseTo(0.6, 4);
    expect(value(averagePrecision(two, relevant(two)))).toBeCloseTo(0.4929, 4);
  });
  it('is 1 for a perfect ranking, 0 for a useless one, and halves when half is missing', () => {
    expect(averagePrecision(['a', 'b', 'x'], set('a', 'b'))).toEqual({ value: 1 });
    expect(averagePrecision(['x'], set('a'))).toEqual({ value: 0 });
    expect(averagePrecision(['a'], set('a', 'b'))).toEqual({ value: 0.5 });
    expect(averagePrecision(['a'], set()).value).toBeNull();
  });
});

describe('ndcgAtK', () => {
  const grades = new Map([
    ['d1', 3],
    ['d2', 2],
    ['d3', 3],
    ['d4', 0],
    ['d5', 1],
    ['d6', 2],
    ['d7', 3],
    ['d8', 2],
  ]);
  const ranked = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
  it('has the values of the example in Wikipedia’s "Discounted cumulative gain"', () => {
    expect(discountedGain([3, 2, 3, 0, 1, 2])).toBeCloseTo(6.8611, 4);
    expect(discountedGain([3, 3, 3, 2, 2, 2])).toBeCloseTo(8.7403, 4);
    expect(value(ndcgAtK(ranked, grades, 6))).toBeCloseTo(0.785, 4);
  });
  it('stresses high grades with the exponential gain', () => {
    const expected = discountedGain([7, 3, 7, 0, 1, 3]) / discountedGain([7, 7, 7, 3, 3, 3]);
    expect(value(ndcgAtK(ranked, grades, 6, 'exponential'))).toBeCloseTo(expected, 10);
  });
  it('is 1 for the ideal order, 0 for strangers, and does not apply without a grade', () => {
    expect(ndcgAtK(['a', 'b'], new Map(Object.entries({ a: 2, b: 1 })), 10)).toEqual({ value: 1 });
    expect(ndcgAtK(['x'], new Map([['a', 1]]), 10)).toEqual({ value: 0 });
    expect(ndcgAtK(['x'], new Map([['x', 0]]), 10).value).toBeNull();
  });
  it('refuses a negative grade and a k below 1', () => {
    expect(() => ndcgAtK(['a'], new Map([['a', -1]]), 1)).toThrow(RangeError);
    expect(() => ndcgAtK(['a'], new Map([['a', 1]]), 0)).toThrow(RangeError);
  });
});

describe('judgeRanking and retrievalScores', () => {
  const urls = (...paths: string[]) => paths.map((path) => `https://shop.test/${path}`);
  const retrieved = (...paths: string[]) => urls(...paths).map((url) => ({ url }));
  const citing = (citations: string[], citationsMode: 'all' | 'any' = 'all') => ({
    citations,
    citationsMode,
  });

  it('takes passages of one page as one document, at the rank of the best', () => {
    const scores = retrievalScores(retrieved('blog', 'blog', 'returns', 'faq'), citing(['*/returns']));
    expect(scores.mrr).toEqual({ value: 0.5 });
    expect(scores.hitAt1).toEqual({ value: 0 });
    expect(scores.hitAt5).toEqual({ value: 1 });
  });
  it('takes a second page of a glob that is found for the same as the first', () => {
    const scores = retrievalScores(
      retrieved('en/returns', 'es/returns', 'faq'),
      citing(['*/returns', '*/faq']),
    );
    expect(scores.map).toEqual({ value: 1 });
  });
  it('takes two globs that one page matches for two things to find', () => {
    const judged = judgeRanking(urls('returns', 'returns?page=2'), citing(['*/returns*', '*/returns']));
    expect(judged?.ranked).toEqual(['*/returns*', '*/returns']);
  });
  it('is content with any expected page where any will do', () => {
    const scores = retrievalScores(retrieved('faq', 'returns'), citing(['*/returns', '*/faq'], 'any'));
    expect([scores.recallAt5, scores.map, scores.ndcgAt10]).toEqual([
      { value: 1 },
      { value: 1 },
      { value: 1 },
    ]);
  });
  it('prefers stated grades to citations, and takes grade 0 for not relevant', () => {
    const relevant = { '*/returns': 3, '*/faq': 1, '*/blog': 0 };
    const expectation = { relevant, ...citing(['*/other']) };
    const best = retrievalScores(retrieved('returns', 'faq', 'blog'), expectation);
    expect([best.ndcgAt10.value, best.map.value]).toEqual([1, 1]);
    const worse = retrievalScores(retrieved('blog', 'faq', 'returns'), expectation);
    expect(worse.ndcgAt10.value).toBeCloseTo((1 / Math.log2(3) + 3 / 2) / (3 + 1 / Math.log2(3)), 12);
    expect(worse.hitAt1).toEqual({ value: 0 });
  });
  it('says why it does not apply', () => {
    const reasons = (scores: ReturnType<typeof retrievalScores>) =>
      new Set(Object.values(scores).map((s) => s.reason));
    expect(reasons(retrievalScores(null, citing(['*/returns'])))).toEqual(
      new Set(['the target does not show its passages']),
    );
    expect(reasons(retrievalScores([], { citationsMode: 'all' }))).toEqual(
      new Set(['the case names no relevant document']),
    );
  });
});

describe('percentile', () => {
  it.each([
    [5, 15],
    [30, 20],
    [40, 20],
    [50, 35],
    [100, 50],
  ])('P%s is %s in the example in Wikipedia’s "Percentile", nearest rank', (p, expected) => {
    expect(percentile([50, 15, 40, 20, 35], p)).toEqual({ value: expected });
  });
  it('does not apply to nothing, and refuses p = 0 and 101', () => {
    expect(percentile([], 50).value).toBeNull();
    expect(() => percentile([1], 0)).toThrow(RangeError);
    expect(() => percentile([1], 101)).toThrow(RangeError);
  });
});

it('no score is NaN', () => {
  expect(() => scored(Number.NaN)).toThrow(RangeError);
  expect(meanScore([], 'none').value).toBeNull();
});

it('every ranking metric stays within 0 and 1, and is 1 for exactly the relevant ids', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(
    fc.property(
      fc.array(id),
      fc.uniqueArray(id, { minLength: 1 }),
      fc.integer({ min: 1, max: 8 }),
      (ranked, gold, k) => {
        const relevant = new Set(gold);
        const grades = new Map(gold.map((key) => [key, 1]));
        const scores = (list: string[], depth: number) => [
          hitAtK(list, relevant, depth),
          recallAtK(list, relevant, depth),
          reciprocalRank(list, relevant),
          averagePrecision(list, relevant),
          ndcgAtK(list, grades, depth),
        ];
        for (const score of scores(ranked, k)) {
          expect(score.value).toBeGreaterThanOrEqual(0);
          expect(score.value).toBeLessThanOrEqual(1 + 1e-12);
        }
        for (const score of scores(gold, gold.length)) expect(value(score)).toBeCloseTo(1, 12);
      },
    ),
  );
});
