import type { Queryable } from './queryable.ts';

/** A quote of a past answer whose document is not any more as it was quoted. */
interface AffectedCitation {
  /** The n of `[n]` in the answer. */
  id: number;
  url: string;
  documentId: string;
  quote: string;
  change: 'added' | 'changed' | 'removed';
  /** Whether the document still has the quote, word for word. */
  stands: boolean;
}

/** An answer that was given, and cites such documents. */
export interface AffectedAnswer {
  answerId: string;
  askedAt: Date;
  question: string;
  locale: string;
  citations: AffectedCitation[];
}

/**
 * Finds the answers of a store, given before a time, that cite documents which runs touched and which have other content
 * now. One whose documents are again what they were is not among them.
 *
 * @returns the latest `limit` of them, the latest first.
 */
export async function listAffectedAnswers(
  db: Queryable,
  storeId: string,
  { runIds, before, limit }: { runIds: string[]; before: Date; limit: number },
): Promise<AffectedAnswer[]> {
  const result = await db.query<AffectedAnswer>(
    `with touched as (
       select document_id, case when bool_or(change = 'removed') then 'removed' else max(change) end as change
       from run_changes where store_id = $1::text and run_id = any($2::text[]) group by document_id
     )
     select a.answer_id as "answerId", a.asked_at as "askedAt", a.question, a.locale,
       jsonb_agg(jsonb_build_object('id', cited.c->'id', 'url', cited.c->>'url', 'documentId', t.document_id,
         'quote', cited.c->>'quote', 'change', t.change,
         'stands', coalesce(strpos(d.text, cited.c->>'quote') > 0, false)) order by cited.place) as citations
     from answers a
     cross join lateral jsonb_array_elements(case when jsonb_typeof(a.response->'citations') = 'array'
       then a.response->'citations' else '[]'::jsonb end) with ordinality as cited(c, place)
     join touched t on t.document_id = cited.c->>'documentId'
     left join documents d on d.store_id = $1::text and d.document_id = t.document_id
     where a.store_id = $1::text and a.asked_at <= $3::timestamptz
       and d.content_hash is distinct from cited.c->>'contentHash'
     group by a.answer_id, a.asked_at, a.question, a.locale
     order by a.asked_at desc, a.answer_id limit $4::int`,
    [storeId, runIds, before, limit],
  );
  return result.rows;
}
