import type { Queryable } from './queryable.ts';

/** @returns which of the lexemes a store's passages have. */
export async function listKnownLexemes(
  db: Queryable,
  storeId: string,
  lexemes: string[],
): Promise<ReadonlySet<string>> {
  if (lexemes.length === 0) return new Set();
  const result = await db.query<{ lexeme: string }>(
    `select asked.lexeme from unnest($2::text[]) as asked(lexeme)
     where exists (select from postings p where p.store_id = $1::text and p.lexeme = asked.lexeme)`,
    [storeId, lexemes],
  );
  return new Set(result.rows.map((row) => row.lexeme));
}
