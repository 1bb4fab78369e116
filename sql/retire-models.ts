import type { Queryable } from './queryable.ts';

/** How long a store keeps the vectors of a model that it has left: going back within it costs nothing. */
const GRACE = '7 days';
/** Each statement is short: on the embedded database everything else waits for it. */
const DELETED_AT_ONCE = 2_000;

/**
 * Notes that the store uses no models but the active one and `model`, the one that is configured, unless another
 * process is at work for one, and deletes the vectors of those that were left a week ago.
 * @returns how many vectors were deleted.
 */
export async function retireModels(db: Queryable, storeId: string, model: string): Promise<number> {
  await db.query(
    `insert into store_models (store_id, model, retired_at)
     select distinct v.store_id, v.model, now() from vectors v join stores s on s.store_id = v.store_id
     where v.store_id = $1::text and v.model <> $2::text and v.model is distinct from s.embedding_model
     on conflict (store_id, model) do update set retired_at = now()
       where store_models.retired_at is null and coalesce(store_models.held_until, '-infinity') < now()`,
    [storeId, model],
  );
  let deleted = 0;
  for (;;) {
    const result = await db.query(
      `delete from vectors v using (
         select v.model, v.embed_hash from vectors v
         join store_models m on m.store_id = v.store_id and m.model = v.model
         join stores s on s.store_id = v.store_id
         where v.store_id = $1::text and v.model <> $2::text and v.model is distinct from s.embedding_model
           and m.retired_at < now() - $3::interval limit $4::int) as old
       where v.store_id = $1::text and v.model = old.model and v.embed_hash = old.embed_hash`,
      [storeId, model, GRACE, DELETED_AT_ONCE],
    );
    deleted += result.rowCount ?? 0;
    if ((result.rowCount ?? 0) < DELETED_AT_ONCE) break;
  }
  await db.query(
    `delete from store_models m where m.store_id = $1::text and m.retired_at < now() - $2::interval
       and not exists (select from vectors v where v.store_id = m.store_id and v.model = m.model)`,
    [storeId, GRACE],
  );
  return deleted;
}
