import type { Queryable } from './queryable.ts';

/** One process's right to embed a store's passages for a model, so that two do not pay for the same. */
export interface ModelLease {
  storeId: string;
  model: string;
  /** Names the process; no other has this name. */
  holder: string;
}

/** Far longer than the pause between two renewals, so that a busy process is not taken for a dead one. */
const LEASE = '30 seconds';

/** @returns whether the lease is this holder's now: nobody had it, or whoever did is silent for too long. */
export async function takeModelLease(
  db: Queryable,
  { storeId, model, holder }: ModelLease,
): Promise<boolean> {
  const result = await db.query(
    `insert into store_models (store_id, model, holder, held_until)
     select store_id, $2::text, $3::text, now() + $4::interval from stores where store_id = $1::text
     on conflict (store_id, model) do update
       set holder = excluded.holder, held_until = excluded.held_until, retired_at = null
       where store_models.holder is null or store_models.holder = excluded.holder or store_models.held_until < now()`,
    [storeId, model, holder, LEASE],
  );
  return result.rowCount === 1;
}

/** Lets others have it at once. */
export async function releaseModelLease(
  db: Queryable,
  { storeId, model, holder }: ModelLease,
): Promise<void> {
  await db.query(
    `update store_models set holder = null, held_until = null
     where store_id = $1::text and model = $2::text and holder = $3::text`,
    [storeId, model, holder],
  );
}
