/** When any document last stated the product; the row's own time where no other document does. */
export const AS_OF = `case when pr.merge_hash is null then pr.as_of else (
  select max(m.as_of) from products m where m.store_id = pr.store_id
    and (m.document_id = coalesce(pr.primary_id, pr.document_id) or m.primary_id = coalesce(pr.primary_id, pr.document_id))
) end`;

/**
 * SQL for the `ProductFacts` of table alias `pr`, as JSON; null where a left join found none. Of a product that several
 * documents state these are the merged facts, whichever of the documents the row is of.
 */
export const PRODUCT_JSON = `case when pr.document_id is null then null else jsonb_build_object(
  'sku', pr.sku, 'gtin', pr.gtin, 'name', pr.name, 'brand', pr.brand, 'category', pr.category,
  'price', pr.price, 'priceMax', pr.price_max, 'listPrice', pr.list_price, 'currency', pr.currency,
  'availability', pr.availability, 'rating', pr.rating, 'ratingCount', pr.rating_count,
  'image', pr.image, 'url', pr.url, 'attributes', pr.attributes, 'variants', pr.variants,
  'asOf', to_char((${AS_OF}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end`;
