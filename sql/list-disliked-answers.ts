import type { Queryable } from './queryable.ts';

/** A turn of a conversation as it went. */
export interface AskedTurn {
  answerId: string;
  question: string;
  locale: string;
  status: string;
  answer: string;
  citations: { id?: number; url: string; quote: string }[];
  /** What was understood as wanted of products; null where nothing was. */
  constraints: Record<string, unknown> | null;
}

/** An answer with the conversation that led to it. */
export interface RatedAnswer {
  answerId: string;
  askedAt: Date;
  /** 1…5 of the latest rating; null where there is none. */
  rating: number | null;
  comment: string | null;
  /** Ids of citations that the shopper calls wrong, by the latest rating. */
  wrongCitations: number[];
  /** Oldest first; the last one is the answer itself. */
  turns: AskedTurn[];
}

/** Of five: what thumbs down and the two worst grades are kept as. */
const DISLIKED = 2;
/** A conversation's last turns, as many as a case needs to be understood. */
const MOST_TURNS = 10;

/**
 * Finds answers of a store whose latest rating is bad or calls a source wrong, or those of given ids whatever their rating.
 *
 * @param wanted `answerIds`: null for all that are disliked; `since`: rated then or later, null for any time.
 * @returns the oldest first.
 */
export async function listDislikedAnswers(
  db: Queryable,
  storeId: string,
  wanted: { answerIds: string[] | null; since: Date | null },
): Promise<RatedAnswer[]> {
  const result = await db.query<RatedAnswer>(
    `with rated as (
       select distinct on (answer_id) answer_id, rating, comment, wrong_citations, created_at from feedback
       where store_id = $1::text order by answer_id, feedback_id desc
     )
     select a.answer_id as "answerId", a.asked_at as "askedAt", r.rating, r.comment, coalesce(r.wrong_citations, '{}') as "wrongCitations",
       (select jsonb_agg(turn order by asked_at, answer_id) from (
         select t.asked_at, t.answer_id, jsonb_build_object('answerId', t.answer_id, 'question', t.question,
           'locale', t.locale, 'status', t.status, 'answer', coalesce(t.response->>'answer', ''),
           'citations', case when jsonb_typeof(t.response->'citations') = 'array' then t.response->'citations' else '[]'::jsonb end,
           'constraints', t.response->'understood'->'constraints') as turn
         from answers t
         where t.store_id = $1::text and t.conversation_id = a.conversation_id
           and (t.asked_at < a.asked_at or t.answer_id = a.answer_id)
         order by t.asked_at desc, t.answer_id desc limit $5::int) as turns) as turns
     from answers a left join rated r on r.answer_id = a.answer_id
     where a.store_id = $1::text and (a.answer_id = any($2::text[])
       or ($2::text[] is null and (r.rating <= $4::int or r.wrong_citations <> '{}') and ($3::timestamptz is null or r.created_at >= $3::timestamptz)))
     order by a.asked_at, a.answer_id`,
    [storeId, wanted.answerIds, wanted.since, DISLIKED, MOST_TURNS],
  );
  return result.rows;
}
