import type { Queryable } from './queryable.ts';

/** What a plan needs to know of a published document. */
export interface KnownDocument {
  documentId: string;
  url: string;
  title: string;
  contentHash: string;
  etag: string | null;
  lastModified: string | null;
  passages: number;
}

/** @returns every document of one source. */
export async function listDocuments(
  db: Queryable,
  storeId: string,
  sourceId: string,
): Promise<KnownDocument[]> {
  const result = await db.query<KnownDocument>(
    `select d.document_id as "documentId", d.url, d.title, d.content_hash as "contentHash", d.etag,
       d.last_modified as "lastModified",
       (select count(*)::int from passages p where p.store_id = d.store_id and p.document_id = d.document_id) as passages
     from documents d where d.store_id = $1::text and d.source_id = $2::text order by d.url`,
    [storeId, sourceId],
  );
  return result.rows;
}
