import type { Expectation } from '../suite.ts';
import { averagePrecision } from './average-precision.ts';
import { hitAtK } from './hit-at-k.ts';
import { ndcgAtK } from './ndcg-at-k.ts';
import { recallAtK } from './recall-at-k.ts';
import { reciprocalRank } from './reciprocal-rank.ts';
import { judgeRanking } from './relevant-documents.ts';
import { notApplicable, type Score } from './score.ts';

export const RETRIEVAL_METRICS = [
  'hitAt1',
  'hitAt5',
  'recallAt5',
  'recallAt10',
  'mrr',
  'ndcgAt10',
  'map',
] as const;
export type RetrievalScores = Record<(typeof RETRIEVAL_METRICS)[number], Score>;

export const PASSAGES_NOT_SHOWN = 'the target does not show its passages';

/**
 * The ranking metrics of one case over the documents of the passages that were looked at, judged as `judgeRanking` does.
 * Not applicable where the target does not show its passages or the case names no relevant document; a case for which
 * nothing was retrieved scores 0. Pure.
 *
 * @param retrieved best first; null where the target does not show them.
 */
export function retrievalScores(
  retrieved: readonly { url: string }[] | null,
  expect: Pick<Expectation, 'relevant' | 'citations' | 'citationsMode'>,
): RetrievalScores {
  if (retrieved === null) return all(notApplicable(PASSAGES_NOT_SHOWN));
  const judged = judgeRanking(
    retrieved.map(({ url }) => url),
    expect,
  );
  if (judged === null) return all(notApplicable('the case names no relevant document'));
  const { ranked, grades, relevant } = judged;
  return {
    hitAt1: hitAtK(ranked, relevant, 1),
    hitAt5: hitAtK(ranked, relevant, 5),
    recallAt5: recallAtK(ranked, relevant, 5),
    recallAt10: recallAtK(ranked, relevant, 10),
    mrr: reciprocalRank(ranked, relevant),
    ndcgAt10: ndcgAtK(ranked, grades, 10),
    map: averagePrecision(ranked, relevant),
  };
}

function all(score: Score): RetrievalScores {
  return Object.fromEntries(RETRIEVAL_METRICS.map((name) => [name, score])) as RetrievalScores;
}
