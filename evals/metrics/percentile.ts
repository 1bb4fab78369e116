import { notApplicable, type Score, scored } from './score.ts';

/**
 * The p-th percentile by the nearest-rank method: the smallest value such that at least p % of all values are no
 * greater, that is the value at rank `⌈p/100 · n⌉` (NIST/SEMATECH e-Handbook, §7.2.5.2, without interpolation). So
 * it is always a value that was measured. In the values' unit. Not applicable without values; of one value it is that value.
 *
 * @throws RangeError unless 0 < p ≤ 100.
 */
export function percentile(values: readonly number[], p: number): Score {
  if (!(p > 0 && p <= 100)) throw new RangeError(`expected a percentile above 0 and up to 100, got ${p}`);
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil((p / 100) * sorted.length) - 1];
  return value === undefined ? notApplicable('nothing was timed') : scored(value);
}
