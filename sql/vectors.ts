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

/**
 * Stores vectors by the hash of what was embedded; one that is there already stays. A store's first vectors say which
 * model it uses.
 */
export async function saveVectors(
  db: Queryable,
  storeId: string,
  model: string,
  vectors: { hash: string; vector: number[] }[],
): Promise<void> {
  if (vectors.length === 0) return;
  await db.query(
    `with first as (
       update stores set embedding_model = $2::text where store_id = $1::text and embedding_model is null
     )
     insert into vectors (store_id, model, embed_hash, vector)
     select $1::text, $2::text, v.hash, v.vector::vector from unnest($3::text[], $4::text[]) as v(hash, vector)
     on conflict (store_id, model, embed_hash) do update set needed_at = now()`,
    [storeId, model, vectors.map((one) => one.hash), vectors.map((one) => toSql(one.vector) as string)],
  );
}

/**
 * Notes that documents which are about to be published need these vectors, so that no run that ends meanwhile deletes
 * them. Writes only where the last note is half as old as what {@link deleteUnusedVectors} spares.
 */
export async function holdVectors(
  db: Queryable,
  storeId: string,
  model: string,
  hashes: string[],
): Promise<void> {
  if (hashes.length === 0) return;
  await db.query(
    `update vectors set needed_at = now()
     where store_id = $1::text and model = $2::text and embed_hash = any($3::text[])
       and needed_at < now() - $4::interval / 2`,
    [storeId, model, hashes, GRACE],
  );
}

/** Far longer than a document waits between its embedding and its publishing. */
const GRACE = '1 hour';

/**
 * Deletes vectors that no passage of the store uses and that no run has needed for an hour: a run that is under way
 * saves vectors before it publishes their documents. @returns how many.
 */
export async function deleteUnusedVectors(db: Queryable, storeId: string): Promise<number> {
  const result = await db.query(
    `delete from vectors v where v.store_id = $1::text and v.needed_at < now() - $2::interval and not exists (
       select from passages p where p.store_id = v.store_id and p.embed_hash = v.embed_hash)`,
    [storeId, GRACE],
  );
  return result.rowCount ?? 0;
}
