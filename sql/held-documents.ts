import type { Queryable } from './queryable.ts';

/** A page that a run has read and not published yet. */
export interface HeldDocument<Event> {
  url: string;
  event: Event;
}

/** Keeps pages that a run holds back. */
export async function saveHeld(
  db: Queryable,
  run: { storeId: string; sourceId: string; runId: string },
  held: readonly HeldDocument<unknown>[],
): Promise<void> {
  if (held.length === 0) return;
  await db.query(
    `insert into held_documents (store_id, source_id, run_id, url, event)
     select $1::text, $2::text, $3::text, h.url, h.event::json from unnest($4::text[], $5::text[]) as h(url, event)
     on conflict (store_id, source_id, url) do update
       set run_id = excluded.run_id, event = excluded.event, held_at = now()`,
    [
      run.storeId,
      run.sourceId,
      run.runId,
      held.map(({ url }) => url),
      held.map(({ event }) => JSON.stringify(event)),
    ],
  );
}

/** @returns what a run has held back since a time, in the order in which it came. */
export async function listHeld<Event>(
  db: Queryable,
  run: { storeId: string; sourceId: string; runId: string },
  since: Date,
): Promise<HeldDocument<Event>[]> {
  const result = await db.query<HeldDocument<Event>>(
    `select url, event from held_documents
     where store_id = $1::text and source_id = $2::text and run_id = $3::text and held_at >= $4::timestamptz
     order by held_at, url`,
    [run.storeId, run.sourceId, run.runId, since],
  );
  return result.rows;
}

/** Forgets what a run has held back, when it is over, and what others left before a time. */
export async function deleteHeld(
  db: Queryable,
  run: { storeId: string; sourceId: string; runId: string },
  before: Date,
): Promise<void> {
  await db.query(
    `delete from held_documents
     where store_id = $1::text and source_id = $2::text and (run_id = $3::text or held_at < $4::timestamptz)`,
    [run.storeId, run.sourceId, run.runId, before],
  );
}
