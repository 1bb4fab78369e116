import type { Variant } from '../../../sql/document.ts';
import { skuKey } from './product-keys.ts';

/**
 * Joins lists of one product's variants by SKU.
 * @param lists the newest first, whose price and availability win; what it does not tell is filled from the later ones.
 * @param lead one of them, whose order is kept. A list that shares no SKU with it names the same variants in another
 *   way, and is left out.
 * Pure.
 */
export function mergeVariants(lists: readonly Variant[][], lead: Variant[]): Variant[] {
  const known = new Set(lead.map(({ sku }) => skuKey(sku)));
  const joined = lists.filter((list) => list === lead || list.some(({ sku }) => known.has(skuKey(sku))));
  const bySku = new Map<string, Variant>();
  for (const variant of lead) bySku.set(variant.sku.trim().toLowerCase(), blank(variant));
  for (const variant of joined.flat()) {
    const key = variant.sku.trim().toLowerCase();
    const before = bySku.get(key) ?? blank(variant);
    bySku.set(key, {
      sku: before.sku,
      attributes: { ...variant.attributes, ...before.attributes },
      price: before.price ?? variant.price,
      availability: before.availability === 'unknown' ? variant.availability : before.availability,
    });
  }
  return [...bySku.values()];
}

const blank = ({ sku, attributes }: Variant): Variant => ({
  sku,
  attributes,
  price: null,
  availability: 'unknown',
});
