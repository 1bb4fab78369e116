import type { ProductFacts } from '../../../sql/document.ts';

/** Steps of round amounts, in each power of ten. */
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8];
/** A band that holds less than this share of the products is none to offer. */
const LEAST_SHARE = 0.15;

/**
 * Two or three bands of round prices that split products as evenly as can be: `Under $50`, `$50–$100`, `Over $100`. Pure.
 * @returns null where prices do not tell them apart, or are in several currencies.
 */
export function priceBands(products: ProductFacts[], locale: string): string[] | null {
  const prices = products.flatMap(({ price }) => (price === null ? [] : [price]));
  const currencies = new Set(products.map(({ currency }) => currency));
  const [currency = null] = currencies;
  if (currencies.size !== 1 || currency === null || prices.length < products.length) return null;
  const limits = roundAmounts(Math.min(...prices), Math.max(...prices));
  const choices = [
    ...limits.map((limit) => [limit]),
    ...limits.flatMap((low, at) => limits.slice(at + 1).map((high) => [low, high])),
  ];
  let best: { limits: number[]; entropy: number } | null = null;
  for (const choice of choices) {
    const counts = countBetween(prices, choice);
    if (counts.some((count) => count < Math.max(1, LEAST_SHARE * prices.length))) continue;
    const entropy = counts.reduce(
      (sum, count) => sum - (count / prices.length) * Math.log2(count / prices.length),
      0,
    );
    if (best === null || entropy > best.entropy) best = { limits: choice, entropy };
  }
  return best === null ? null : bandsOf(best.limits, currency, locale);
}

function roundAmounts(least: number, most: number): number[] {
  const found: number[] = [];
  for (let power = 1; power <= most; power *= 10)
    for (const step of ROUND) if (step * power > least && step * power <= most) found.push(step * power);
  return found.filter(Number.isInteger);
}

function countBetween(prices: number[], limits: number[]): number[] {
  const edges = [Number.NEGATIVE_INFINITY, ...limits, Number.POSITIVE_INFINITY];
  return edges
    .slice(1)
    .map((high, at) => prices.filter((price) => price >= (edges[at] ?? 0) && price < high).length);
}

function bandsOf(limits: number[], currency: string, locale: string): string[] {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  const amounts = limits.map((limit) => format.format(limit));
  const spanish = locale.startsWith('es');
  const between = amounts.slice(1).map((high, at) => `${amounts[at]}–${high}`);
  return [
    `${spanish ? 'Menos de' : 'Under'} ${amounts[0]}`,
    ...between,
    `${spanish ? 'Más de' : 'Over'} ${amounts.at(-1)}`,
  ];
}
