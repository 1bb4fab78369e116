import { expect, it } from 'vitest';
import { retrievalRows } from './retrieval-rows.ts';

const ranked = { lexical: ['a'], fused: ['a'], reranked: ['a', 'b'] };
const rowsOf = (results: Parameters<typeof retrievalRows<string>>[0]) =>
  retrievalRows(results, (question) => question).map(({ what, value, baseline, note }) => ({
    what,
    value,
    baseline,
    note,
  }));

it('retrievalRows shows R@1 with the rerank endpoint beside that without, and for how many questions it gave scores', () => {
  const endpoint = { order: ['b', 'a'], scored: true };
  const failed = { order: ['a', 'b'], scored: false };
  expect(
    rowsOf([
      { question: 'b', ranked: { ...ranked, endpoint } },
      { question: 'b', ranked: { ...ranked, endpoint } },
      { question: 'a', ranked: { ...ranked, endpoint: failed } },
      { question: 'c', ranked: { ...ranked, endpoint: failed } },
    ]),
  ).toContainEqual({
    what: '… with the rerank endpoint',
    value: 0.75,
    baseline: 0.25,
    note: 'baseline: without RERANK_URL; it gave scores for 2 of 4 questions',
  });
});

it('retrievalRows has no such row without an endpoint', () => {
  expect(rowsOf([{ question: 'a', ranked }]).map(({ what }) => what)).not.toContain(
    '… with the rerank endpoint',
  );
});
