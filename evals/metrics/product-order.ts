import { type Score, share } from './score.ts';

/**
 * Product order: of all pairs of expected products, the share that is shown in the expected order. That is the
 * proportion of concordant pairs of Kendall 1938, "A New Measure of Rank Correlation", (τ + 1) / 2 where all are shown; a
 * pair of which one is not shown is not in order. Other products may stand between. Range 0…1. Not applicable with
 * fewer than two expected products. Pure.
 *
 * @param shown SKUs as shown, first to last.
 * @param expected SKUs in the order wanted.
 */
export function productOrder(shown: readonly string[], expected: readonly string[]): Score {
  const places = [...new Set(expected)].map((sku) => shown.indexOf(sku));
  let pairs = 0;
  let inOrder = 0;
  for (const [index, first] of places.entries()) {
    for (const second of places.slice(index + 1)) {
      pairs += 1;
      if (first !== -1 && second !== -1 && first < second) inOrder += 1;
    }
  }
  return share(inOrder, pairs, 'no order of products is expected');
}
