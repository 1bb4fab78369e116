import type { FoundProduct } from '../../../sql/search-products.ts';
import type { CatalogQuery } from './read-catalog-query.ts';

/** How much a product has of what is ordered by; null where it does not say. */
function amountIn({ product }: FoundProduct, order: CatalogQuery['order']): number | null {
  const stated = (order?.values ?? []).filter(({ attribute, value }) =>
    product.attributes[attribute]?.some((one) => one.toLowerCase() === value),
  );
  const [first] = stated.sort((a, b) => a.rank - b.rank);
  return first?.amount ?? null;
}

/** Those found by the kind's own name and by other ones, in the order asked for; each has the kind's name. */
export function mergeFound(
  found: FoundProduct[],
  others: FoundProduct[],
  lexeme: string,
  { sort, order = null }: Pick<CatalogQuery, 'sort' | 'order'>,
  limit: number,
): FoundProduct[] {
  const all = new Map(found.map((one) => [one.documentId, one]));
  // A rarer word for the same thing makes none of them more of it.
  const best = Math.max(0, ...found.map(({ score }) => score));
  const capped = (score: number): number => (best > 0 ? Math.min(score, best) : score);
  for (const one of others)
    if (!all.has(one.documentId))
      all.set(one.documentId, { ...one, score: capped(one.score), matched: [...one.matched, lexeme] });
  const more = all.size - found.length;
  const byNumber = (a: number | null, b: number | null, way: 1 | -1): number =>
    a === b ? 0 : a === null ? 1 : b === null ? -1 : way * (a - b);
  const orders: Record<string, (a: FoundProduct, b: FoundProduct) => number> = {
    price_asc: (a, b) => byNumber(a.product.price, b.product.price, 1),
    price_desc: (a, b) => byNumber(a.product.price, b.product.price, -1),
    measure: (a, b) => byNumber(amountIn(a, order), amountIn(b, order), order?.direction === 'desc' ? -1 : 1),
    rating: (a, b) => byNumber(a.product.rating, b.product.rating, -1),
  };
  const total = (found[0]?.total ?? 0) + more;
  const list = [...all.values()].map((one) => ({ ...one, total }));
  return more === 0 ? found : list.sort((a, b) => orders[sort]?.(a, b) || b.score - a.score).slice(0, limit);
}
