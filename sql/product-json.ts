/** SQL for the `ProductFacts` of table alias `pr`, as JSON; null where a left join found none. */
export const PRODUCT_JSON = `case when pr.document_id is null then null else jsonb_build_object(
  'sku', pr.sku, 'gtin', pr.gtin, 'name', pr.name, 'brand', pr.brand, 'category', pr.category,
  'price', pr.price, 'priceMax', pr.price_max, 'listPrice', pr.list_price, 'currency', pr.currency,
  'availability', pr.availability, 'rating', pr.rating, 'ratingCount', pr.rating_count,
  'image', pr.image, 'url', pr.url, 'attributes', pr.attributes, 'variants', pr.variants,
  'asOf', to_char(pr.as_of at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end`;
