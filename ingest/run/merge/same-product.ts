import type { ProductIdentity } from '../../../sql/merge-products.ts';
import { namesAlike, namesEqual } from './names-alike.ts';
import { skuKey } from './product-keys.ts';

/** What a key is made of. */
export type KeyKind = 'gtin' | 'sku' | 'url';

/**
 * Whether two documents that share a key state the same product. To take two products for one hides one of them, to take
 * one for two shows a second card; so what may be chance has to be borne out.
 * - A GTIN is given to one article alone. Within one source it counts only for like names, as a shop that has no
 *   numbers may put one and the same everywhere.
 * - A URL is one page; but a feed may link all its rows to one (a landing page, a family of products), so among
 *   `crowded` ones names must be alike, and two rows of one feed are never one product by their link.
 * - A SKU is a store's own, and page makers fill in `1` or `default`: names must be alike. One that is short, or a short
 *   word, asks for equal names. One with letters and digits, at least 6, may do with the same brand (a name that was translated).
 * @param crowded whether some source has several documents with the key.
 * Pure.
 */
export function sameProduct(
  [one, other]: [ProductIdentity, ProductIdentity],
  kind: KeyKind,
  { key, crowded }: { key: string; crowded: boolean },
): boolean {
  const within = one.sourceId === other.sourceId;
  if (kind === 'gtin') return !crowded || namesAlike(one.name, other.name);
  if (kind === 'url') return !within && (!crowded || namesAlike(one.name, other.name));
  if (isWeak(key)) return namesEqual(one.name, other.name);
  return namesAlike(one.name, other.name) || (isTelling(key) && sameBrand(one, other));
}

/** `1`, `a12`, `default`, `no-sku`. */
function isWeak(sku: string): boolean {
  return sku.length < 4 || (sku.length < 8 && !/\d/.test(sku));
}

function isTelling(sku: string): boolean {
  return sku.length >= 6 && /\d/.test(sku) && /\p{L}/u.test(sku);
}

function sameBrand(one: ProductIdentity, other: ProductIdentity): boolean {
  const brand = skuKey(one.brand);
  return brand !== null && brand === skuKey(other.brand);
}
