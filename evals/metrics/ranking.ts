/**
 * The first `k` distinct ids of a ranking. An id that is returned twice counts at its first rank only, so that
 * repeating a good result cannot raise a score.
 *
 * @throws RangeError unless `k` is a whole number of at least 1.
 */
export function topDistinct(ranked: readonly string[], k: number): string[] {
  if (k !== Number.POSITIVE_INFINITY && !(Number.isInteger(k) && k >= 1)) {
    throw new RangeError(`expected k to be a whole number of at least 1, got ${k}`);
  }
  return [...new Set(ranked)].slice(0, k);
}

export const NO_RELEVANT = 'no id is marked relevant';
