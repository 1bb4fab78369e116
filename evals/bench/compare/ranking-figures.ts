import { hitAtK } from '../../metrics/hit-at-k.ts';
import { ndcgAtK } from '../../metrics/ndcg-at-k.ts';
import { reciprocalRank } from '../../metrics/reciprocal-rank.ts';
import type { Measure, QuestionFigures } from './measures.ts';

const share = (name: string, figure: string, means: string): Measure => ({
  name,
  kind: 'share',
  figure,
  better: 'higher',
  means,
});

/** How high the right passage stands, over the questions that have one. */
export const RANKING_MEASURES: readonly Measure[] = [
  share('R@1', 'first', 'the right passage comes first'),
  share('R@5', 'five', 'it is among the first five'),
  { ...share('MRR', 'reciprocal', '1 / its rank; 0 beyond the tenth'), kind: 'mean' },
  { ...share('nDCG@10', 'ndcg', 'gain by rank, of the first ten'), kind: 'mean' },
];

const DEPTH = 10;

/**
 * One question's figures; none of them apply where nothing is relevant. Pure.
 * @param ranked ids, best first; all systems are measured on ten.
 */
export function rankingFigures(ranked: readonly string[], relevant: ReadonlySet<string>): QuestionFigures {
  if (relevant.size === 0) return {};
  const top = [...new Set(ranked)].slice(0, DEPTH);
  const grades = new Map([...relevant].map((id) => [id, 1]));
  const figures = {
    first: hitAtK(top, relevant, 1),
    five: hitAtK(top, relevant, 5),
    reciprocal: reciprocalRank(top, relevant),
    ndcg: ndcgAtK(top, grades, DEPTH),
  };
  return Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value ?? Number.NaN]));
}
