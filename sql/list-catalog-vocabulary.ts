import type { Queryable } from './queryable.ts';

/** A name or value that the catalog uses, with the number of products that have it. */
export interface CatalogTerm {
  /** `name`, `brand`, `category`, or `attribute`. */
  field: 'name' | 'brand' | 'category' | 'attribute';
  /** The attribute's name; empty for other fields. */
  attribute: string;
  value: string;
  products: number;
  /** For names: the documents of the products that are called so, and those that state their price; else empty. */
  documentIds: string[];
}

/**
 * @returns every product name, brand, category and attribute value of a store, most frequent first; a product that
 *   several documents state counts once.
 */
export async function listCatalogVocabulary(db: Queryable, storeId: string): Promise<CatalogTerm[]> {
  const result = await db.query<CatalogTerm>(
    `with cards as (select * from products where store_id = $1::text and primary_id is null)
     select field, attribute, value, count(*)::int as products,
       coalesce(array_agg(document_id) filter (where document_id is not null), '{}')
         || coalesce(array_agg(offer_id) filter (where offer_id is not null), '{}') as "documentIds"
     from (
       select 'name' as field, '' as attribute, name as value, document_id, offer_id from cards
       union all select 'brand', '', brand, null, null from cards where brand is not null
       union all select 'category', '', category, null, null from cards where category is not null
       union all select 'attribute', a.name, v.value, null, null from cards, jsonb_each(attributes) as a(name, options),
         jsonb_array_elements_text(a.options) as v(value)
     ) as terms group by field, attribute, value order by products desc, field, attribute, value`,
    [storeId],
  );
  return result.rows;
}
