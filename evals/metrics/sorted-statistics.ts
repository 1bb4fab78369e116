import { equalMassBin, squaredError } from './calibration.ts';
import { ratio } from './ratio.ts';
import type { Statistic } from './statistic.ts';

/** Places of the numbers of a column, least number first; NaN is left out. */
function sortedPlaces(column: Float64Array): Uint32Array {
  const places: number[] = [];
  for (let at = 0; at < column.length; at += 1) if (!Number.isNaN(column[at])) places.push(at);
  return Uint32Array.from(places.sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0) || a - b));
}

/** Ends of the runs of equal numbers, in sorted places. */
function runEnds(column: Float64Array, places: Uint32Array): Uint32Array {
  const ends: number[] = [];
  for (let at = 1; at <= places.length; at += 1) {
    if (at === places.length || column[places[at] ?? 0] !== column[places[at - 1] ?? 0]) ends.push(at);
  }
  return Uint32Array.from(ends);
}

/** The p-th percentile of a column by nearest rank, as `percentile` defines it. */
export function percentileStatistic(column: Float64Array, p: number): Statistic {
  const places = sortedPlaces(column);
  return {
    cases: places.length,
    range: [0, null],
    of(weights) {
      const total = weightOf(places, weights);
      // As many cases must lie above it: from the top the way to the high percentiles is short.
      let above = total - Math.ceil((p / 100) * total);
      for (let index = places.length - 1; index >= 0 && total > 0; index -= 1) {
        above -= weights[places[index] as number] as number;
        if (above < 0) return column[places[index] as number] as number;
      }
      return Number.NaN;
    },
  };
}

/** The weights of a resample add up to the number of cases, so only where some are left out is there a sum to make. */
function weightOf(places: Uint32Array, weights: Float64Array): number {
  if (places.length === weights.length) return weights.length;
  let total = 0;
  for (let index = 0; index < places.length; index += 1) total += weights[places[index] as number] as number;
  return total;
}

/** Area under the ROC curve, as `areaUnderCurve` defines it: how often a positive case has the higher score. */
export function areaUnderCurveStatistic(scores: Float64Array, positive: Float64Array): Statistic {
  const places = sortedPlaces(scores);
  const ends = runEnds(scores, places);
  const positives = places.filter((place) => positive[place] === 1).length;
  return {
    // One kind's cases tell nothing without the other's.
    cases: Math.min(positives, places.length - positives),
    range: [0, 1],
    of(weights) {
      let ordered = 0;
      let above = 0;
      let below = 0;
      let index = 0;
      for (let run = 0; run < ends.length; run += 1) {
        let high = 0;
        let low = 0;
        for (; index < (ends[run] as number); index += 1) {
          const place = places[index] as number;
          if (positive[place] === 1) high += weights[place] as number;
          else low += weights[place] as number;
        }
        ordered += high * (below + low / 2);
        above += high;
        below += low;
      }
      return ordered / (above * below);
    },
  };
}

/** Expected calibration error, as `calibrationError` defines it. */
export function calibrationErrorStatistic(confidence: Float64Array, right: Float64Array): Statistic {
  const places = sortedPlaces(confidence);
  const ends = runEnds(confidence, places);
  const gaps = new Float64Array(10);
  return {
    cases: places.length,
    range: [0, 1],
    of(weights) {
      const total = weightOf(places, weights);
      gaps.fill(0);
      let start = 0;
      let index = 0;
      for (let run = 0; run < ends.length; run += 1) {
        let count = 0;
        let excess = 0;
        for (; index < (ends[run] as number); index += 1) {
          const place = places[index] as number;
          const weight = weights[place] as number;
          count += weight;
          excess += weight * ((confidence[place] as number) - (right[place] as number));
        }
        if (count > 0) {
          const bin = equalMassBin(start, start + count, total);
          gaps[bin] = (gaps[bin] as number) + excess;
        }
        start += count;
      }
      return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / total;
    },
  };
}

/** Brier score, as `brierScore` defines it. */
export function brierStatistic(confidence: Float64Array, right: Float64Array): Statistic {
  return ratio(confidence.map((value, at) => squaredError({ confidence: value, right: right[at] === 1 })));
}
