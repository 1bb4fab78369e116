import type pg from 'pg';
import { countUnembedded } from './list-unembedded-passages.ts';
import { withTransaction } from './queryable.ts';

/** What came of an attempt to make a model the store's own. */
export interface ModelSwitch {
  /** The model before; null when it had none, or when there is no such store. */
  from: string | null;
  switched: boolean;
  /** Texts that lack a vector of the model; the store switches only when there are none. */
  missing: number;
}

/**
 * Makes `model` the one that the store's questions are asked with, if every passage has a vector of it. Nobody can
 * publish between the check and the switch; questions do not wait. The model before is retired.
 */
export async function switchModel(pool: pg.Pool, storeId: string, model: string): Promise<ModelSwitch> {
  return withTransaction(pool, async (client) => {
    // Before the store's row, for that is the order in which documents are published.
    await client.query('lock table passages in share mode');
    const store = await client.query<{ from: string | null }>(
      'select embedding_model as "from" from stores where store_id = $1::text for update',
      [storeId],
    );
    const from = store.rows[0]?.from ?? null;
    const missing = await countUnembedded(client, storeId, model);
    if (missing > 0 || from === model || store.rows.length === 0) return { from, switched: false, missing };
    await client.query(
      'update stores set embedding_model = $2::text, revision = revision + 1 where store_id = $1::text',
      [storeId, model],
    );
    await client.query(
      `insert into store_models (store_id, model, retired_at)
       select $1::text, m.model, m.retired_at
       from (values ($2::text, null::timestamptz), ($3::text, now())) as m(model, retired_at) where m.model is not null
       on conflict (store_id, model) do update set retired_at = excluded.retired_at`,
      [storeId, model, from],
    );
    return { from, switched: true, missing };
  });
}
