import type { Queryable } from './queryable.ts';

/**
 * @returns questions that a store's pages answer under a heading of their own, from as many pages as possible; none that a
 * customer answers, or whose answer gives orders.
 */
export async function listQuestionHeadings(
  db: Queryable,
  storeId: string,
  locale: string,
  limit: number,
): Promise<string[]> {
  const result = await db.query<{ question: string }>(
    `select question from (
       select distinct on (d.document_id) p.heading[cardinality(p.heading)] as question, d.kind
       from passages p join documents d on d.store_id = p.store_id and d.document_id = p.document_id
       where p.store_id = $1::text and split_part(d.locale, '-', 1) = split_part($2::text, '-', 1) and d.kind <> 'product'
         and not p.suspect and p.voice = 'store'
         and p.heading[cardinality(p.heading)] like '%?'
       order by d.document_id, length(p.heading[cardinality(p.heading)])
     ) as found group by question order by min(kind), length(question), question limit $3::int`,
    [storeId, locale, limit],
  );
  return result.rows.map((row) => row.question);
}
