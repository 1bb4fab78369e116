import { PRODUCT_JSON } from './product-json.ts';

/** SQL for what a `FoundProduct` has by itself, of the tables that {@link FOUND_PRODUCT_JOINS} joins. */
export const FOUND_PRODUCT_COLUMNS = `d.document_id as "documentId", d.title, d.locale, so.market,
  d.content_hash as "contentHash", d.fetched_at as "fetchedAt", ${PRODUCT_JSON} as product,
  f.text, f.start_offset as start, f.end_offset as "end", f.heading`;

/** SQL that joins to products `pr` the document that states the current price, its source, and the passage with the facts. */
export const FOUND_PRODUCT_JOINS = `join documents d on d.store_id = pr.store_id and d.document_id = coalesce(pr.offer_id, pr.document_id)
  join sources so on so.store_id = d.store_id and so.source_id = d.source_id
  join lateral (
    select * from passages p where p.store_id = d.store_id and p.document_id = d.document_id
    order by p.shape = 'facts' desc, p.ordinal limit 1
  ) f on true`;
