import type { Statistic } from './statistic.ts';

/**
 * A ratio of two sums over cases, `Σ hits / Σ total`. Most metrics are one: the mean of the cases' scores where they apply
 * (a macro average; each total is 1), a share of things that cases have several of (a micro average, as of all quotes),
 * precision, recall and F1 (`2 tp / (expected + made)`). A case whose total is 0 or NaN is not measured.
 *
 * @param hits a number for each case.
 * @param total the same; left out, 1 for each case whose `hits` is a number.
 */
export function ratio(
  hits: Float64Array,
  total: Float64Array | null = null,
  range: Statistic['range'] = [0, 1],
): Statistic {
  const totals = Float64Array.from(hits, (hit, at) => {
    const stated = total === null ? 1 : (total[at] ?? 0);
    return Number.isNaN(hit) || Number.isNaN(stated) ? 0 : stated;
  });
  const above = weightedSum(hits.map((hit, at) => (totals[at] === 0 ? 0 : hit)));
  const below = weightedSum(totals);
  return {
    cases: totals.filter((count) => count > 0).length,
    range,
    of: (weights) => above(weights) / below(weights),
  };
}

/**
 * Most scores of a suite are the same number, so a column is kept as that and as its exceptions: a sum on one of 2,000
 * resamples then looks at a tenth of the cases or less.
 */
function weightedSum(column: Float64Array): (weights: Float64Array) => number {
  const common = mostFrequent(column);
  const at: number[] = [];
  for (let place = 0; place < column.length; place += 1) if (column[place] !== common) at.push(place);
  const places = Uint32Array.from(at);
  const excess = Float64Array.from(at, (place) => (column[place] ?? 0) - common);
  return (weights) => {
    // The weights of a resample add up to the number of cases.
    let sum = common * weights.length;
    for (let index = 0; index < places.length; index += 1) {
      sum += (weights[places[index] as number] as number) * (excess[index] as number);
    }
    return sum;
  };
}

function mostFrequent(column: Float64Array): number {
  const counts = new Map<number, number>();
  let common = 0;
  for (const value of column) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    if (count > (counts.get(common) ?? 0)) common = value;
  }
  return common;
}
