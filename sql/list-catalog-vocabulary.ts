import type { Queryable } from './queryable.ts';

/** A name or value that the catalog uses, with the number of products that have it. */
export interface CatalogTerm {
  /** `name`, `brand`, `category`, or `attribute`. */
  field: 'name' | 'brand' | 'category' | 'attribute';
  /** The attribute's name; empty for other fields. */
  attribute: string;
  value: string;
  products: number;
  /** For names: the documents of the products that are called so; else empty. */
  documentIds: string[];
}

/** @returns every product name, brand, category and attribute value of a store, most frequent first. */
export async function listCatalogVocabulary(db: Queryable, storeId: string): Promise<CatalogTerm[]> {
  const result = await db.query<CatalogTerm>(
    `select field, attribute, value, count(*)::int as products,
       coalesce(array_agg(document_id) filter (where document_id is not null), '{}') as "documentIds"
     from (
       select 'name' as field, '' as attribute, name as value, document_id from products where store_id = $1::text
       union all select 'brand', '', brand, null from products where store_id = $1::text and brand is not null
       union all select 'category', '', category, null from products where store_id = $1::text and category is not null
       union all select 'attribute', a.name, v.value, null from products pr, jsonb_each(pr.attributes) as a(name, options),
         jsonb_array_elements_text(a.options) as v(value) where pr.store_id = $1::text
     ) as terms group by field, attribute, value order by products desc, field, attribute, value`,
    [storeId],
  );
  return result.rows;
}
