import type { Queryable } from './queryable.ts';

/** @returns URLs of the source's documents that have a passage without a vector of the model, as after a change of model. */
export async function listUnembeddedDocuments(
  db: Queryable,
  storeId: string,
  sourceId: string,
  model: string,
): Promise<string[]> {
  const result = await db.query<{ url: string }>(
    `select d.url from documents d
     where d.store_id = $1::text and d.source_id = $2::text and exists (
       select from passages p
       left join vectors v on v.store_id = p.store_id and v.model = $3::text and v.embed_hash = p.embed_hash
       where p.store_id = d.store_id and p.document_id = d.document_id and v.embed_hash is null)
     order by d.url`,
    [storeId, sourceId, model],
  );
  return result.rows.map((row) => row.url);
}
