import type { Queryable } from './queryable.ts';

/** @returns those of the lexemes that any passage of the store has. */
export async function findKnownWords(
  db: Queryable,
  storeId: string,
  lexemes: readonly string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ lexeme: string }>(
    'select lexeme from words where store_id = $1 and lexeme = any($2::text[])',
    [storeId, lexemes],
  );
  return new Set(rows.map(({ lexeme }) => lexeme));
}
