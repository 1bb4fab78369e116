import { FOUND_PRODUCT_COLUMNS, FOUND_PRODUCT_JOINS } from './found-product-sql.ts';
import type { Queryable } from './queryable.ts';
import type { FoundProduct } from './search-products.ts';

/**
 * Reads products whole, with the passage that states their facts, in the order of the ids; of documents that state one
 * product it is read once.
 * @param documentIds of the products themselves, or of the documents that state their current price.
 */
export async function readProducts(
  db: Queryable,
  storeId: string,
  documentIds: string[],
): Promise<FoundProduct[]> {
  if (documentIds.length === 0) return [];
  const result = await db.query<FoundProduct>(
    `select ${FOUND_PRODUCT_COLUMNS}, 0 as score, '{}'::text[] as matched, count(*) over ()::int as total
     from products pr
     ${FOUND_PRODUCT_JOINS}
     where pr.store_id = $1::text and pr.primary_id is null
       and (pr.document_id = any($2::text[]) or pr.offer_id = any($2::text[]))
     order by least(array_position($2::text[], pr.document_id), array_position($2::text[], pr.offer_id)), pr.document_id`,
    [storeId, documentIds],
  );
  return result.rows;
}

/**
 * Finds the products that have one of these numbers: a SKU, a variant's SKU, or a GTIN.
 * @param codes lower case, without hyphens.
 */
export async function findProductsByCode(
  db: Queryable,
  storeId: string,
  codes: string[],
): Promise<{ name: string; code: string; documentIds: string[] }[]> {
  if (codes.length === 0) return [];
  const result = await db.query<{ name: string; code: string; documentIds: string[] }>(
    `select pr.name, c.code, array_remove(array[pr.document_id, pr.offer_id], null) as "documentIds"
     from products pr join unnest($2::text[]) as c(code) on
       replace(lower(pr.sku), '-', '') = c.code or pr.gtin = c.code
       or exists (select from jsonb_array_elements(pr.variants) v where replace(lower(v->>'sku'), '-', '') = c.code)
     where pr.store_id = $1::text and pr.primary_id is null
     order by pr.name, pr.document_id limit 10`,
    [storeId, codes],
  );
  return result.rows;
}

/** A passage of a product's page that is running text of the store's. */
export interface DescriptionPassage {
  documentId: string;
  url: string;
  title: string;
  locale: string;
  market: string | null;
  contentHash: string;
  fetchedAt: Date;
  heading: string[];
  text: string;
  start: number;
  end: number;
}

/** Reads the first passages of running text of documents, in reading order; none that gives orders or that customers wrote. */
export async function readDescriptions(
  db: Queryable,
  storeId: string,
  documentIds: string[],
): Promise<DescriptionPassage[]> {
  const result = await db.query<DescriptionPassage>(
    `select d.document_id as "documentId", d.url, d.title, d.locale, so.market, d.content_hash as "contentHash",
       d.fetched_at as "fetchedAt", p.heading, p.text, p.start_offset as start, p.end_offset as "end"
     from documents d
     join sources so on so.store_id = d.store_id and so.source_id = d.source_id
     cross join lateral (
       select * from passages p
       where p.store_id = d.store_id and p.document_id = d.document_id and p.shape = 'prose' and p.voice = 'store' and not p.suspect
       order by p.ordinal limit 6
     ) p
     where d.store_id = $1::text and d.document_id = any($2::text[])
     order by array_position($2::text[], d.document_id), p.ordinal`,
    [storeId, documentIds],
  );
  return result.rows;
}
