import type { Queryable } from './queryable.ts';

/** @returns for each lexeme in how many documents of the store it occurs; none for those that do not. */
export async function countLexemeDocuments(
  db: Queryable,
  storeId: string,
  lexemes: string[],
): Promise<Map<string, number>> {
  if (lexemes.length === 0) return new Map();
  const result = await db.query<{ lexeme: string; documents: number }>(
    `select po.lexeme, count(distinct p.document_id)::int as documents
     from postings po join passages p on p.store_id = po.store_id and p.passage_id = po.passage_id
     where po.store_id = $1::text and po.lexeme = any($2::text[]) group by po.lexeme`,
    [storeId, lexemes],
  );
  return new Map(result.rows.map((row) => [row.lexeme, row.documents]));
}
