import { makeRandom } from './make-random.ts';
import type { Statistic } from './statistic.ts';

/** Below this a difference is called significant. */
export const SIGNIFICANT = 0.05;

/** Up to so many differences every pattern of signs is tried, 2^13 of them; of more, 10,000 are drawn. */
const MOST_EXACT = 13;
const DRAWN = 10_000;
/** Of a swap test, where a pattern costs a whole measurement: cases looked at in all, but never under 1,000 patterns. */
const MOST_LOOKED_AT = 20_000_000;
const FEWEST_DRAWN = 1_000;
/** Sums of binary fractions that ought to be equal differ by less than this share of them. */
const ROUNDING = 1e-9;

/**
 * McNemar's exact test, two-sided, for a thing that each case has or has not in both of two runs: under the null hypothesis
 * the cases that differ fall on either side like a fair coin (Agresti 2013, "Categorical Data Analysis", §11.1.1; twice the
 * smaller binomial tail, at most 1).
 *
 * @param gained cases that have it only in the second run. @param lost those that have it only in the first.
 * @returns p, 0…1; 1 where no case differs.
 */
export function mcnemarTest(gained: number, lost: number): number {
  const count = gained + lost;
  const fewer = Math.min(gained, lost);
  // log of C(count, fewer) / 2^count; the other terms of the tail follow from it.
  let log = -count * Math.LN2;
  for (let at = 1; at <= fewer; at += 1) log += Math.log((count - fewer + at) / at);
  let share = 1;
  let tail = 0;
  for (let at = fewer; at >= 0 && share > 0; at -= 1) {
    tail += share;
    share *= at / (count - at + 1);
  }
  return Math.min(1, 2 * Math.exp(log + Math.log(tail)));
}

/**
 * The paired randomization test, two-sided, on the sum (and so the mean) of differences: how often a sum is as far from 0 when
 * each difference's sign is thrown anew (Noreen 1989, "Computer-Intensive Methods for Testing Hypotheses"; Smucker, Allan
 * & Carterette 2007 for retrieval metrics). Exact over all sign patterns where at most 13 differences are not 0; otherwise
 * 10,000 patterns are drawn, the observed one is counted among them, and the seed decides which.
 *
 * @param differences numbers, no NaN.
 * @returns p, 0…1; 1 where all are 0.
 */
export function signFlipTest(differences: Iterable<number>, seed: number): number {
  const moved = Float64Array.from([...differences].filter((difference) => difference !== 0));
  const size = moved.reduce((sum, difference) => sum + Math.abs(difference), 0);
  const observed = Math.abs(moved.reduce((sum, difference) => sum + difference, 0)) - ROUNDING * size;
  /** @param bitsAt 32 signs at a time, as bits. */
  const isAsFar = (bitsAt: () => number) => {
    let sum = 0;
    let bits = 0;
    for (let index = 0; index < moved.length; index += 1) {
      bits = index % 32 === 0 ? bitsAt() : bits >>> 1;
      sum += bits & 1 ? (moved[index] as number) : -(moved[index] as number);
    }
    return Math.abs(sum) >= observed;
  };
  if (moved.length <= MOST_EXACT) {
    const patterns = 2 ** moved.length;
    let asFar = 0;
    for (let pattern = 0; pattern < patterns; pattern += 1) if (isAsFar(() => pattern)) asFar += 1;
    return asFar / patterns;
  }
  const random = makeRandom(seed);
  let asFar = 1;
  for (let drawn = 0; drawn < DRAWN; drawn += 1) if (isAsFar(() => random(2 ** 32))) asFar += 1;
  return drawnShare(asFar, DRAWN);
}

/**
 * The same test for metrics that are no mean over cases (F1, AUC, a percentile): each case's two records change their runs by
 * the toss of a coin, and every metric is measured on both runs anew. All of them share the patterns.
 *
 * @param statistics over columns that hold `pairs` cases of the first run, then the same cases of the second.
 * @returns p by name, 0…1; null where it cannot be measured on both runs.
 */
export function swapTests<Name extends string>(
  statistics: ReadonlyMap<Name, Statistic>,
  pairs: number,
  seed: number,
): Map<Name, number | null> {
  // A run is its half of the columns; each case counts twice there, so that weights add up to the columns' length.
  const first = new Float64Array(2 * pairs);
  const second = new Float64Array(2 * pairs);
  const assign = (pair: number, swapped: number) => {
    first[pair] = second[pairs + pair] = 2 * (1 - swapped);
    first[pairs + pair] = second[pair] = 2 * swapped;
  };
  const differenceOf = (statistic: Statistic) => Math.abs(statistic.of(second) - statistic.of(first));
  for (let pair = 0; pair < pairs; pair += 1) assign(pair, 0);
  const observed = new Map([...statistics].map(([name, statistic]) => [name, differenceOf(statistic)]));
  const moved = [...statistics].flatMap(([name, statistic]) => {
    const difference = observed.get(name) ?? Number.NaN;
    return difference > 0 ? [{ name, statistic, least: difference * (1 - ROUNDING), asFar: 1 }] : [];
  });
  const wanted = Math.min(DRAWN, Math.floor(MOST_LOOKED_AT / (2 * pairs)));
  const patterns = moved.length === 0 ? 0 : Math.max(FEWEST_DRAWN, wanted);
  const random = makeRandom(seed);
  for (let drawn = 0; drawn < patterns; drawn += 1) {
    for (let pair = 0; pair < pairs; pair += 1) assign(pair, random(2));
    for (const one of moved) {
      // Patterns on which it cannot be measured are not taken for evidence.
      if (!(differenceOf(one.statistic) < one.least)) one.asFar += 1;
    }
  }
  const found = new Map(moved.map(({ name, asFar }) => [name, drawnShare(asFar, patterns)]));
  return new Map(
    [...observed].map(([name, difference]) => [
      name,
      Number.isNaN(difference) ? null : (found.get(name) ?? 1),
    ]),
  );
}

/** `(b + 1) / (m + 1)`, for the pattern that was observed is one of them: so p is never 0 (Phipson & Smyth 2010). */
function drawnShare(asFar: number, patterns: number): number {
  return asFar / (patterns + 1);
}

/**
 * Holm's correction of p values that decide together (Holm 1979): the chance that any of them is significant by luck alone
 * stays below the level that they are then held against.
 *
 * @returns corrected values in the same order, each at most 1.
 */
export function holmCorrection(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 1) - (values[b] ?? 1));
  const corrected = new Array<number>(values.length).fill(1);
  let greatest = 0;
  for (const [rank, index] of order.entries()) {
    greatest = Math.min(1, Math.max(greatest, (values.length - rank) * (values[index] ?? 1)));
    corrected[index] = greatest;
  }
  return corrected;
}
