import { topDistinct } from './ranking.ts';
import { notApplicable, type Score, scored } from './score.ts';

/** How much a grade is worth: itself, or `2^grade − 1`, which stresses the best (Burges et al. 2005). */
export type GainFunction = 'linear' | 'exponential';

/**
 * nDCG@k: `DCG = Σ gain(grade_i) / log2(i + 1)` over the first k, divided by the DCG of the best possible order of
 * **all** graded ids (Järvelin & Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", in the form of
 * trec_eval's `ndcg_cut`). Range 0…1. An id without a grade counts 0. Not applicable where no grade is above 0; an
 * empty ranking scores 0.
 *
 * @param grades relevance per id, 0 or more; a set of relevant ids is a map to 1.
 * @throws RangeError for a `k` below 1 or with a fraction, and for a grade below 0.
 */
export function ndcgAtK(
  ranked: readonly string[],
  grades: ReadonlyMap<string, number>,
  k: number,
  gain: GainFunction = 'linear',
): Score {
  const top = topDistinct(ranked, k);
  const ideal = discountedGain([...grades.values()].sort((a, b) => b - a).slice(0, k), gain);
  if (ideal === 0) return notApplicable('no id has a grade above 0');
  return scored(
    discountedGain(
      top.map((id) => grades.get(id) ?? 0),
      gain,
    ) / ideal,
  );
}

/** DCG of grades in rank order. */
export function discountedGain(grades: readonly number[], gain: GainFunction = 'linear'): number {
  return grades.reduce((sum, grade, index) => {
    if (!(grade >= 0)) throw new RangeError(`expected a grade of 0 or more, got ${grade}`);
    const worth = gain === 'linear' ? grade : 2 ** grade - 1;
    return sum + worth / Math.log2(index + 2);
  }, 0);
}
