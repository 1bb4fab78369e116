import type { Conditions, Parameter } from './product-conditions.ts';

/**
 * Products of the market's own sources, products of other sources that state the same, and documents of other markets'
 * sources. Only where a market is asked for: planning them takes longer than a small store's search.
 */
export function marketConditions(market: string | null, store: string, parameter: Parameter): Conditions {
  if (market === null) return { tables: [], where: [] };
  const own = parameter(market, 'text');
  return {
    tables: [
      `own as materialized (
       select d.document_id, pr.sku, pr.gtin, lower(pr.name) as name, lower(pr.brand) as brand
       from sources so join documents d on d.store_id = so.store_id and d.source_id = so.source_id
       join products pr on pr.store_id = d.store_id and pr.document_id = d.document_id
       where so.store_id = ${store} and so.market = ${own}
     )`,
      `shadowed as materialized (
       select pr.document_id from products pr join own on own.gtin = pr.gtin where pr.store_id = ${store}
       union
       select pr.document_id from products pr
       join own on own.sku = pr.sku and (own.name = lower(pr.name) or own.brand = lower(pr.brand))
       where pr.store_id = ${store}
     )`,
      `elsewhere as materialized (
       select d.document_id from sources so join documents d on d.store_id = so.store_id and d.source_id = so.source_id
       where so.store_id = ${store} and so.market <> ${own}
     )`,
    ],
    where: [
      'coalesce(pr.offer_id, pr.document_id) not in (select document_id from elsewhere)',
      `(coalesce(pr.offer_id, pr.document_id) in (select document_id from own)
           or pr.document_id not in (select document_id from shadowed))`,
    ],
  };
}
