import type { DocumentKind } from './document.ts';
import type { Queryable } from './queryable.ts';

/** How a document stands in the index. */
export interface IndexedDocument {
  documentId: string;
  sourceId: string;
  url: string;
  kind: DocumentKind;
  locale: string;
  title: string;
  /** UTF-16 code units would need the text itself; these are PostgreSQL's code points. */
  characters: number;
  passages: number;
  fetchedAt: Date;
  publishedAt: Date;
}

/** @returns the store's documents under any of these spellings of an address, of whatever source. */
export async function findDocumentsByUrl(
  db: Queryable,
  storeId: string,
  urls: readonly string[],
): Promise<IndexedDocument[]> {
  const result = await db.query<IndexedDocument>(
    `select d.document_id as "documentId", d.source_id as "sourceId", d.url, d.kind, d.locale, d.title,
       length(d.text)::int as characters, d.fetched_at as "fetchedAt", d.published_at as "publishedAt",
       (select count(*)::int from passages p where p.store_id = d.store_id and p.document_id = d.document_id) as passages
     from documents d where d.store_id = $1::text and d.url = any($2::text[]) order by d.source_id, d.url`,
    [storeId, urls],
  );
  return result.rows;
}
