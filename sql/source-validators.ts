import type { Queryable } from './queryable.ts';

/** What a source was when it was last read whole. */
export interface StoredReading {
  /** Of what decides how its bytes are read. */
  settingsHash: string;
  /** SHA-256 of its bytes. */
  bodyHash: string;
  etag: string | null;
  lastModified: string | null;
  /** What it leaves out on purpose. */
  leftOut: { url: string; stage: string; reason: string }[];
}

/** @returns null when the source was never read whole, or a run has changed its documents since. */
export async function findReading(
  db: Queryable,
  storeId: string,
  sourceId: string,
): Promise<StoredReading | null> {
  const result = await db.query<StoredReading>(
    `select settings_hash as "settingsHash", body_hash as "bodyHash", etag, last_modified as "lastModified",
       left_out as "leftOut"
     from source_validators where store_id = $1::text and source_id = $2::text`,
    [storeId, sourceId],
  );
  return result.rows[0] ?? null;
}

/** Puts a reading in place of the source's earlier one. @throws when there is no such source. */
export async function saveReading(
  db: Queryable,
  reading: StoredReading & { storeId: string; sourceId: string },
): Promise<void> {
  const { storeId, sourceId, settingsHash, bodyHash, etag, lastModified, leftOut } = reading;
  await db.query(
    `insert into source_validators (store_id, source_id, settings_hash, body_hash, etag, last_modified, left_out)
     values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::jsonb)
     on conflict (store_id, source_id) do update
       set settings_hash = excluded.settings_hash, body_hash = excluded.body_hash, etag = excluded.etag,
         last_modified = excluded.last_modified, left_out = excluded.left_out, read_at = now()`,
    [storeId, sourceId, settingsHash, bodyHash, etag, lastModified, JSON.stringify(leftOut)],
  );
}

/** Forgets what the source was, so that the next run reads it. */
export async function forgetReading(db: Queryable, storeId: string, sourceId: string): Promise<void> {
  await db.query('delete from source_validators where store_id = $1::text and source_id = $2::text', [
    storeId,
    sourceId,
  ]);
}
