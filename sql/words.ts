import type { Queryable } from './queryable.ts';

/** After a run: notes which words the store has, and in how many passages each. */
export async function refreshWords(db: Queryable, storeId: string): Promise<void> {
  await db.query(
    `with found as (
       select lexeme, count(*)::int as passages from postings where store_id = $1::text group by lexeme
     ), gone as (
       delete from words w where w.store_id = $1::text and not exists (select from found f where f.lexeme = w.lexeme)
     )
     insert into words (store_id, lexeme, passages) select $1::text, lexeme, passages from found
     on conflict (store_id, lexeme) do update set passages = excluded.passages
       where words.passages <> excluded.passages`,
    [storeId],
  );
}
