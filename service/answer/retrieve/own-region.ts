import type { RankedUnit } from '../rank/rank-units.ts';

/**
 * Leaves out what pages without a region say where a page of the shopper's own region says it best: those are mostly for
 * another country that did not name itself, and two countries' rules are never mixed. Pure.
 * @param market ISO 3166-1 alpha-2; null: nobody knows.
 * @param regions that the store's pages tell apart.
 */
export function ownRegionAlone(
  ranked: RankedUnit[],
  market: string | null,
  regions: readonly string[],
): RankedUnit[] {
  if (market === null || !regions.includes(market) || ranked[0]?.evidence.market !== market) return ranked;
  return ranked.filter(({ evidence }) => evidence.market === market || evidence.product !== null);
}
