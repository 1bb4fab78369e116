import type { Queryable } from './queryable.ts';

/** A passage whose vector is missing, with what it is made from. */
export interface UnembeddedPassage {
  embedHash: string;
  documentId: string;
  /** The document's. */
  title: string;
  heading: string[];
  text: string;
}

/**
 * @param options.after the last hash of the page before; '' for the first page.
 * @returns at most `limit` passages of the store without a vector of the model, one for each hash, in the hashes' order.
 */
export async function listUnembeddedPassages(
  db: Queryable,
  storeId: string,
  model: string,
  { after, limit }: { after: string; limit: number },
): Promise<UnembeddedPassage[]> {
  const result = await db.query<UnembeddedPassage>(
    `select distinct on (p.embed_hash) p.embed_hash as "embedHash", p.document_id as "documentId", d.title, p.heading,
       p.text
     from passages p join documents d on d.store_id = p.store_id and d.document_id = p.document_id
     where p.store_id = $1::text and p.embed_hash > $3::text and not exists (
       select from vectors v where v.store_id = p.store_id and v.model = $2::text and v.embed_hash = p.embed_hash)
     order by p.embed_hash, p.passage_id limit $4::int`,
    [storeId, model, after, limit],
  );
  return result.rows;
}

/** @returns how many texts of the store lack a vector of the model; passages with the same text count once. */
export async function countUnembedded(db: Queryable, storeId: string, model: string): Promise<number> {
  const result = await db.query<{ count: number }>(
    `select count(distinct p.embed_hash)::int as count from passages p
     where p.store_id = $1::text and not exists (
       select from vectors v where v.store_id = p.store_id and v.model = $2::text and v.embed_hash = p.embed_hash)`,
    [storeId, model],
  );
  return result.rows[0]?.count ?? 0;
}
