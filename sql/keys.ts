import type { Queryable } from './queryable.ts';

/** A key as it is kept, without the key. */
export interface KeyRow {
  keyId: string;
  kind: 'publishable' | 'secret';
  /** SHA-256 of the key. */
  hash: Buffer;
  name: string | null;
  scopes: string[];
  /** Null: all. */
  stores: string[] | null;
  /** Of a publishable key: where it may stand, as browsers write them. */
  origins: string[];
  /** Requests; null: no limit. */
  perMinute: number | null;
  /** Questions; null: no limit. */
  perDay: number | null;
  /** US dollars a day; null: no limit. */
  budgetUsd: number | null;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** What a new key begins with. */
export type NewKey = Omit<KeyRow, 'createdAt' | 'lastUsedAt' | 'revokedAt'>;

const COLUMNS = `key_id as "keyId", kind, hash, name, scopes, stores, origins, per_minute as "perMinute",
  per_day as "perDay", budget_usd as "budgetUsd", created_at as "createdAt", last_used_at as "lastUsedAt",
  revoked_at as "revokedAt"`;

/** Keeps a new key. */
export async function saveKey(db: Queryable, key: NewKey): Promise<KeyRow> {
  const result = await db.query<KeyRow>(
    `insert into access_keys
       (key_id, kind, hash, name, scopes, stores, origins, per_minute, per_day, budget_usd)
     values ($1::text, $2::text, $3::bytea, $4::text, $5::text[], $6::text[], $7::text[], $8::int, $9::int, $10::numeric)
     returning ${COLUMNS}`,
    [
      key.keyId,
      key.kind,
      key.hash,
      key.name,
      key.scopes,
      key.stores,
      key.origins,
      key.perMinute,
      key.perDay,
      key.budgetUsd,
    ],
  );
  const [row] = result.rows;
  if (row === undefined) throw new Error('A key was inserted without a row.');
  return row;
}

/** @returns every key in the order they were made, revoked ones too. */
export async function listKeys(db: Queryable): Promise<KeyRow[]> {
  const result = await db.query<KeyRow>(`select ${COLUMNS} from access_keys order by created_at, key_id`);
  return result.rows;
}

/** @returns the key and whether it was live until now; null when there is none of that id. */
export async function revokeKey(
  db: Queryable,
  keyId: string,
): Promise<{ key: KeyRow; wasLive: boolean } | null> {
  const revoked = await db.query<KeyRow>(
    `update access_keys set revoked_at = now() where key_id = $1::text and revoked_at is null returning ${COLUMNS}`,
    [keyId],
  );
  if (revoked.rows[0]) return { key: revoked.rows[0], wasLive: true };
  const found = await db.query<KeyRow>(`select ${COLUMNS} from access_keys where key_id = $1::text`, [keyId]);
  return found.rows[0] ? { key: found.rows[0], wasLive: false } : null;
}

/** Notes that keys have been used; to the minute, so that a busy key is not a row rewritten all the time. */
export async function noteKeysUsed(db: Queryable, keyIds: readonly string[]): Promise<void> {
  await db.query(
    `update access_keys set last_used_at = now()
     where key_id = any($1::text[]) and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [keyIds],
  );
}
