import type { DocumentKind, ProductFacts } from './document.ts';
import { PRODUCT_JSON } from './product-json.ts';
import type { Queryable } from './queryable.ts';

/** A document as published, whole. */
export interface PublishedDocument {
  documentId: string;
  sourceId: string;
  url: string;
  kind: DocumentKind;
  locale: string;
  title: string;
  text: string;
  contentHash: string;
  fetchedAt: Date;
  product: ProductFacts | null;
}

/** @returns the document, or null when the store has none of that id. */
export async function findDocument(
  db: Queryable,
  storeId: string,
  documentId: string,
): Promise<PublishedDocument | null> {
  const result = await db.query<PublishedDocument>(
    `select d.document_id as "documentId", d.source_id as "sourceId", d.url, d.kind, d.locale, d.title, d.text,
       d.content_hash as "contentHash", d.fetched_at as "fetchedAt", ${PRODUCT_JSON} as product
     from documents d
     left join products pr on pr.store_id = d.store_id and pr.document_id = d.document_id
     where d.store_id = $1::text and d.document_id = $2::text`,
    [storeId, documentId],
  );
  return result.rows[0] ?? null;
}
