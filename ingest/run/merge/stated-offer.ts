import type { Variant } from '../../../sql/document.ts';
import type { ProductStatement } from '../../../sql/merge-products.ts';
import { skuKey } from './product-keys.ts';

type Facts = ProductStatement['facts'];

/** The variant of a product that another document states by itself: a feed's row without a group, or a page of its own. */
export function variantStated(product: Facts, by: Facts): Variant | null {
  const sku = skuKey(by.sku);
  if (by.variants.length > 0 || sku === skuKey(product.sku)) return null;
  return product.variants.find((variant) => skuKey(variant.sku) === sku) ?? null;
}

/**
 * Whether a statement without variants agrees with one that has them: a page that states the price and stock of the
 * variant that is shown first.
 */
export function statesOneOf(single: Facts, detailed: Facts): boolean {
  return detailed.variants.some(
    ({ price, availability }) =>
      (single.price === null || sameAmount(single.price, price ?? detailed.price)) &&
      (single.availability === 'unknown' ||
        availability === 'unknown' ||
        availability === single.availability),
  );
}

/** Whether two prices are the same to the cent. */
export function sameAmount(one: number | null, other: number | null): boolean {
  return one === other || (one !== null && other !== null && Math.abs(one - other) < 0.005);
}
