import type { ProductFacts } from '../../../sql/document.ts';
import type { Evidence } from '../answerer.ts';

/**
 * Leaves out the facts of a product that are for all markets where the shopper's own has facts of it: its price and
 * stock are what the shopper can buy it at. Pure.
 */
export function withoutOtherOffers(evidence: Evidence[], market: string | null): Evidence[] {
  if (market === null) return evidence;
  const own = evidence.flatMap((piece) =>
    piece.market === market && piece.product !== null ? [piece.product] : [],
  );
  return evidence.filter(
    ({ market: of = null, shape, product }) =>
      of === market || shape !== 'facts' || product === null || !own.some((one) => isSame(one, product)),
  );
}

/** By the numbers that the same thing has in every country; a SKU alone may be "1". */
function isSame(one: ProductFacts, other: ProductFacts): boolean {
  if (one.gtin !== null && one.gtin === other.gtin) return true;
  return one.sku === other.sku && (alike(one.name, other.name) || alike(one.brand, other.brand));
}

function alike(one: string | null, other: string | null): boolean {
  return one !== null && one.toLowerCase() === other?.toLowerCase();
}
