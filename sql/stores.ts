import type { Queryable } from './queryable.ts';
import { refreshWords } from './words.ts';

export interface StoreRow {
  storeId: string;
  name: string;
  locales: string[];
  /** Grows whenever what can be found changes; caches of the store are keyed by it. */
  revision: number;
  passageCount: number;
  /** Name of the model whose vectors questions are compared with; null while no vector was ever saved. */
  embeddingModel: string | null;
}

const COLUMNS = `store_id as "storeId", name, locales, revision, passage_count as "passageCount",
  embedding_model as "embeddingModel"`;

/** Makes the store, or updates its name where one is given. Locales are those of its documents. */
export async function ensureStore(db: Queryable, storeId: string, name: string | null): Promise<void> {
  await db.query(
    `insert into stores (store_id, name) values ($1::text, coalesce($2::text, $1::text))
     on conflict (store_id) do update set name = coalesce($2::text, stores.name)`,
    [storeId, name],
  );
}

/** @returns the store, or null when there is none of that id. */
export async function findStore(db: Queryable, storeId: string): Promise<StoreRow | null> {
  const result = await db.query<StoreRow>(`select ${COLUMNS} from stores where store_id = $1::text`, [
    storeId,
  ]);
  return result.rows[0] ?? null;
}

/** @returns every store, in the order they were made. */
export async function listStores(db: Queryable): Promise<StoreRow[]> {
  const result = await db.query<StoreRow>(`select ${COLUMNS} from stores order by created_at, store_id`);
  return result.rows;
}

/** Characters of a document from which its locale counts for its store's: a stray line says little. */
const ENOUGH_TEXT = 200;

/**
 * After a run: counts anew which locales the store's documents have, and lets caches and planner know. The language of most
 * of its documents comes first, and of one language the most frequent region; documents of a few words count only where there
 * are no others.
 */
export async function refreshStore(db: Queryable, storeId: string): Promise<void> {
  await db.query(
    `update stores set revision = revision + 1, locales = coalesce((
       select array_agg(locale order by of_language desc, language, n desc, locale)
       from (
         select locale, split_part(locale, '-', 1) as language, count(*) as n,
           sum(count(*)) over (partition by split_part(locale, '-', 1)) as of_language
         from documents where store_id = $1::text and (length(text) >= $2::int or not exists (
           select from documents d where d.store_id = $1::text and length(d.text) >= $2::int
         ))
         group by locale
       ) as found
     ), '{}')
     where store_id = $1::text`,
    [storeId, ENOUGH_TEXT],
  );
  await refreshWords(db, storeId);
  // The embedded database has no autovacuum: without this the planner would take every table for a small one.
  await db.query('analyze documents, passages, postings, vectors, products, words');
}
