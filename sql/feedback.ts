import type { Queryable } from './queryable.ts';

/** What a shopper thinks of an answer. */
export interface NewFeedback {
  storeId: string;
  answerId: string;
  /** 1…5 */
  rating: number;
  comment: string | null;
  /** Ids of citations of the answer that are wrong. */
  wrongCitations?: readonly number[];
}

/** @returns ids of the citations of an answer; null when the store has no such answer. */
export async function findCitationIds(
  db: Queryable,
  storeId: string,
  answerId: string,
): Promise<number[] | null> {
  const result = await db.query<{ ids: number[] }>(
    `select array(select (citation->>'id')::int from jsonb_array_elements(
       case when jsonb_typeof(response->'citations') = 'array' then response->'citations' else '[]'::jsonb end
     ) as cited(citation) where jsonb_typeof(citation->'id') = 'number' order by 1) as ids
     from answers where store_id = $1::text and answer_id = $2::text`,
    [storeId, answerId],
  );
  return result.rows[0]?.ids ?? null;
}

/** Keeps a rating; of several of one answer the latest counts. @returns false when the store has no such answer. */
export async function saveFeedback(db: Queryable, feedback: NewFeedback): Promise<boolean> {
  const result = await db.query(
    `insert into feedback (store_id, answer_id, rating, comment, wrong_citations)
     select store_id, answer_id, $3::smallint, $4::text, $5::smallint[]
     from answers where store_id = $1::text and answer_id = $2::text`,
    [
      feedback.storeId,
      feedback.answerId,
      feedback.rating,
      feedback.comment,
      [...new Set(feedback.wrongCitations ?? [])],
    ],
  );
  return result.rowCount === 1;
}
