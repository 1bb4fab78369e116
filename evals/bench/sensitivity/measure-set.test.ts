import { expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { fakeEvidence } from '../../../service/answer/llm/fake-evidence.ts';
import { expectedAnswer } from '../../../service/answer/understand/expected-answer.ts';
import { questionTerms, withIdf } from '../../../service/answer/understand/question-terms.ts';
import { measureSet, rankSet, weighAgain } from './measure-set.ts';
import { CONSTANTS, listMoves } from './moves.ts';
import type { RankingCase } from './ranking-case.ts';

const pages = fakeEvidence(
  'Refunds take 5 days. We like dogs.',
  'Gift cards never expire. They hold up to 500 dollars.',
);

function makeCase(standalone: string, page: number, gold: string): RankingCase {
  return {
    asked: { standalone, locale: 'en', expected: expectedAnswer(standalone, 'en'), named: null },
    terms: withIdf(questionTerms(standalone, 'en'), 20, new Map()),
    evidence: pages,
    answerable: true,
    isRight: ({ evidence }) => evidence.index === page || evidence.documentId === `doc_${page}`,
    holds: (quotes) => quotes.includes(gold),
  };
}
const set = {
  name: 'made up',
  first: 'R@1',
  cases: [
    makeCase('How long do refunds take?', 0, '5 days'),
    makeCase('Do gift cards expire?', 1, 'never'),
    { ...makeCase('Who won the cup in 1998?', 0, 'France'), answerable: false },
  ],
};

it('measures what is right, quoted, and told apart', () => {
  const figures = measureSet(set, rankSet(set, wordSimilarity), CONSTANTS);
  expect(Object.fromEntries(figures)).toEqual({
    'made up R@1': 1,
    'made up gold quoted': 1,
    'made up AUC': 1,
    'made up told apart': 1,
  });
});

it('answers nothing under a threshold that nothing reaches', () => {
  const confidence = { ...CONSTANTS.confidence, threshold: 1.01 };
  const figures = measureSet(set, rankSet(set, wordSimilarity), { ...CONSTANTS, confidence });
  expect(figures.get('made up gold quoted')).toBe(0);
  expect(figures.get('made up told apart')).toBe(0.5);
});

it('weighs units again as the ranking itself weighs them', () => {
  const [ranked = []] = rankSet(set, wordSimilarity);
  expect(weighAgain(ranked, CONSTANTS.ranking, CONSTANTS.ranking)).toEqual(ranked);
  const weights = { ...CONSTANTS.ranking.weights, covered: CONSTANTS.ranking.weights.covered + 1 };
  const again = weighAgain(ranked, CONSTANTS.ranking, { ...CONSTANTS.ranking, weights });
  for (const unit of again) {
    const before = ranked.find(({ start }) => start === unit.start);
    expect(unit.score).toBeCloseTo((before?.score ?? 0) + unit.features.covered, 9);
  }
  expect(again.map(({ score }) => score)).toEqual(again.map(({ score }) => score).toSorted((a, b) => b - a));
});

it('moves every constant alone, within its range', () => {
  const moves = listMoves();
  expect(new Set(moves.map(({ constant }) => constant)).size).toBeGreaterThan(20);
  for (const { from, to, constant } of moves) {
    expect([constant, to]).not.toEqual([constant, from]);
    if (/Credit|threshold|likely/.test(constant)) expect(to).toBeLessThanOrEqual(1);
  }
  const [half] = moves.filter(({ constant }) => constant === 'weights.own');
  expect(half?.constants.ranking.weights).toEqual({ ...CONSTANTS.ranking.weights, own: half?.to });
});
