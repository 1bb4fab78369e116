import { NO_RELEVANT, topDistinct } from './ranking.ts';
import { type Score, share } from './score.ts';

/**
 * Average precision: the mean, over all relevant ids, of the precision at the rank of each; a relevant id that is not
 * returned adds 0. Its mean over questions is MAP (Manning et al. 2008, "Introduction to Information Retrieval", §8.4;
 * trec_eval's `map`). Range 0…1. Not applicable without a relevant id.
 */
export function averagePrecision(ranked: readonly string[], relevant: ReadonlySet<string>): Score {
  let found = 0;
  let sum = 0;
  for (const [index, id] of topDistinct(ranked, Number.POSITIVE_INFINITY).entries()) {
    if (!relevant.has(id)) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return share(sum, relevant.size, NO_RELEVANT);
}
