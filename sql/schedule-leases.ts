import type { Queryable } from './queryable.ts';

/** One service's right to ingest a source by its schedule. */
export interface ScheduleLease {
  storeId: string;
  sourceId: string;
  /** Names the service; no other has this name. */
  holder: string;
}

/** Far longer than the pause between two renewals, so that a busy service is not taken for a dead one. */
const LEASE = '60 seconds';

/** @returns whether the lease is this holder's now: nobody had it, or whoever did is silent for too long. */
export async function takeScheduleLease(
  db: Queryable,
  { storeId, sourceId, holder }: ScheduleLease,
): Promise<boolean> {
  const result = await db.query(
    `insert into schedule_leases (store_id, source_id, holder, held_until)
     select store_id, $2::text, $3::text, now() + $4::interval from stores where store_id = $1::text
     on conflict (store_id, source_id) do update set holder = excluded.holder, held_until = excluded.held_until
       where schedule_leases.holder = excluded.holder or schedule_leases.held_until < now()`,
    [storeId, sourceId, holder, LEASE],
  );
  return result.rowCount === 1;
}

/** Lets others have it at once. */
export async function releaseScheduleLease(
  db: Queryable,
  { storeId, sourceId, holder }: ScheduleLease,
): Promise<void> {
  await db.query(
    'delete from schedule_leases where store_id = $1::text and source_id = $2::text and holder = $3::text',
    [storeId, sourceId, holder],
  );
}
