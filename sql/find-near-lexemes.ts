import type { Queryable } from './queryable.ts';

/** Lexemes looked through for one misspelled word. */
const MOST = 2_000;

/** @returns lexemes of a store that begin with one of the prefixes, with the number of passages that have them. */
export async function findLexemesByPrefix(
  db: Queryable,
  storeId: string,
  prefixes: string[],
): Promise<{ lexeme: string; passages: number }[]> {
  if (prefixes.length === 0) return [];
  const result = await db.query<{ lexeme: string; passages: number }>(
    `select found.lexeme, found.passages from unnest($2::text[]) as prefix(value)
     cross join lateral (
       select lexeme, count(*)::int as passages from postings
       where store_id = $1::text and lexeme collate "C" >= prefix.value and lexeme collate "C" < prefix.value || chr(1114111)
       group by lexeme order by lexeme limit $3::int
     ) as found`,
    [storeId, prefixes, MOST],
  );
  return result.rows;
}
