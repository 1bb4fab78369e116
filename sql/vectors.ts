import { toSql } from 'pgvector';
import type { Queryable } from './queryable.ts';

/** @returns which of the hashes already have a vector of the model. */
export async function findEmbedded(
  db: Queryable,
  storeId: string,
  model: string,
  hashes: string[],
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const result = await db.query<{ hash: string }>(
    `select embed_hash as hash from vectors
     where store_id = $1::text and model = $2::text and embed_hash = any($3::text[])`,
    [storeId, model, hashes],
  );
  return new Set(result.rows.map((row) => row.hash));
}

/** Stores vectors by the hash of what was embedded; one that is there already stays. */
export async function saveVectors(
  db: Queryable,
  storeId: string,
  model: string,
  vectors: { hash: string; vector: number[] }[],
): Promise<void> {
  if (vectors.length === 0) return;
  await db.query(
    `insert into vectors (store_id, model, embed_hash, vector)
     select $1::text, $2::text, v.hash, v.vector::vector from unnest($3::text[], $4::text[]) as v(hash, vector)
     on conflict do nothing`,
    [storeId, model, vectors.map((one) => one.hash), vectors.map((one) => toSql(one.vector) as string)],
  );
}

/** Deletes vectors that no passage of the store uses. @returns how many. */
export async function deleteUnusedVectors(db: Queryable, storeId: string): Promise<number> {
  const result = await db.query(
    `delete from vectors v where v.store_id = $1::text and not exists (
       select from passages p where p.store_id = v.store_id and p.embed_hash = v.embed_hash)`,
    [storeId],
  );
  return result.rowCount ?? 0;
}
