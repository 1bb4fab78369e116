/** A metric over cases that can be measured again on a resample of them. */
export interface Statistic {
  /** Cases that it is measured on. */
  cases: number;
  /** Least and greatest value that it could have; null where there is no greatest. */
  range: readonly [number, number | null];
  /**
   * Its value where case `i` is there `weights[i]` times: whole numbers that add up to the number of cases. With every weight
   * 1 it is the metric itself. NaN where there is nothing to measure.
   */
  of(weights: Float64Array): number;
}

/** One of each case. */
export function everyOnce(size: number): Float64Array {
  return new Float64Array(size).fill(1);
}
