import type { Queryable } from './queryable.ts';

/** Makes the source, or moves it to where it is read from now. */
export async function ensureSource(
  db: Queryable,
  source: { storeId: string; sourceId: string; kind: string; location: string },
): Promise<void> {
  await db.query(
    `insert into sources (store_id, source_id, kind, location) values ($1::text, $2::text, $3::text, $4::text)
     on conflict (store_id, source_id) do update set kind = excluded.kind, location = excluded.location`,
    [source.storeId, source.sourceId, source.kind, source.location],
  );
}
