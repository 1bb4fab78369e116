import { NO_RELEVANT, topDistinct } from './ranking.ts';
import { notApplicable, type Score, scored } from './score.ts';

/**
 * Reciprocal rank: 1 / rank of the first relevant id, ranks from 1; 0 where none is returned. Its mean over questions
 * is MRR (Voorhees 1999, "The TREC-8 Question Answering Track Report"). Range 0…1. Not applicable without a relevant id.
 */
export function reciprocalRank(ranked: readonly string[], relevant: ReadonlySet<string>): Score {
  if (relevant.size === 0) return notApplicable(NO_RELEVANT);
  const index = topDistinct(ranked, Number.POSITIVE_INFINITY).findIndex((id) => relevant.has(id));
  return scored(index === -1 ? 0 : 1 / (index + 1));
}
