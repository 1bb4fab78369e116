import { NO_RELEVANT, topDistinct } from './ranking.ts';
import { notApplicable, type Score, scored } from './score.ts';

/**
 * hit@k (success@k): 1 when any relevant id is among the first k, else 0. Its mean over questions with one relevant
 * passage each is what the literature calls R@k or top-k accuracy (Karpukhin et al. 2020, "Dense Passage Retrieval").
 * Range 0 or 1. Not applicable without a relevant id; an empty ranking scores 0.
 *
 * @throws RangeError for a `k` below 1 or with a fraction.
 */
export function hitAtK(ranked: readonly string[], relevant: ReadonlySet<string>, k: number): Score {
  const top = topDistinct(ranked, k);
  if (relevant.size === 0) return notApplicable(NO_RELEVANT);
  return scored(top.some((id) => relevant.has(id)) ? 1 : 0);
}
