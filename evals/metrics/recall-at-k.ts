import { NO_RELEVANT, topDistinct } from './ranking.ts';
import { type Score, share } from './score.ts';

/**
 * recall@k: the share of all relevant ids that the first k hold (Manning, Raghavan, Schütze 2008, "Introduction to
 * Information Retrieval", §8.3). Range 0…1; below 1 by necessity where more than k ids are relevant. Not applicable
 * without a relevant id; an empty ranking scores 0.
 *
 * @throws RangeError for a `k` below 1 or with a fraction.
 */
export function recallAtK(ranked: readonly string[], relevant: ReadonlySet<string>, k: number): Score {
  const found = topDistinct(ranked, k).filter((id) => relevant.has(id)).length;
  return share(found, relevant.size, NO_RELEVANT);
}
