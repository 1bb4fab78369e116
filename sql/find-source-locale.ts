import type { Queryable } from './queryable.ts';

/** @returns the locale that most of a source's text is in, as its documents were read last; null of one without documents. */
export async function findSourceLocale(
  db: Queryable,
  storeId: string,
  sourceId: string,
): Promise<string | null> {
  const result = await db.query<{ locale: string }>(
    `select locale from documents where store_id = $1::text and source_id = $2::text
     group by locale order by sum(length(text)) desc, locale limit 1`,
    [storeId, sourceId],
  );
  return result.rows[0]?.locale ?? null;
}
