import type { Queryable } from './queryable.ts';

export interface NewAnswer {
  storeId: string;
  answerId: string;
  conversationId: string;
  question: string;
  standalone: string;
  locale: string;
  status: 'answered' | 'clarify' | 'abstained' | 'handoff';
  model: string;
  totalMs: number;
  /** The whole response as sent. */
  response: unknown;
  /** The turn of the conversation that it is, which ends with it. Without one the conversation is made where it is not there. */
  turnHolder?: string | undefined;
}

/**
 * Keeps an answer: for follow-ups, feedback and audits. One that belongs to a turn is not kept when its conversation was
 * deleted meanwhile.
 */
export async function saveAnswer(db: Queryable, answer: NewAnswer): Promise<void> {
  await db.query(
    `with turn as (
       update conversations set last_at = now(),
         turn_holder = nullif(turn_holder, $11::text),
         turn_until = case when turn_holder = $11::text then null else turn_until end
       where $11::text is not null and store_id = $1::text and conversation_id = $3::text returning 1
     ), made as (
       insert into conversations (store_id, conversation_id) select $1::text, $3::text where $11::text is null
       on conflict (store_id, conversation_id) do update set last_at = now() returning 1
     )
     insert into answers (store_id, answer_id, conversation_id, question, standalone, locale, status, model, total_ms, response)
     select $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::real, $10::jsonb
     where exists (select from turn) or exists (select from made)`,
    [
      answer.storeId,
      answer.answerId,
      answer.conversationId,
      answer.question,
      answer.standalone,
      answer.locale,
      answer.status,
      answer.model,
      answer.totalMs,
      JSON.stringify(answer.response),
      answer.turnHolder ?? null,
    ],
  );
}

/** A product whose card was shown with an answer. */
export interface ShownProduct {
  name: string;
  price: number | null;
  attributes: Record<string, string | string[]>;
}

/** An earlier turn of a conversation. */
export interface Turn {
  question: string;
  standalone: string;
  answer: string;
  status: string;
  /** Language that was answered in. */
  locale: string;
  /** What the shopper wanted, as the response says it; null where it does not say. */
  intent: string | null;
  /** The cards shown, in their order. */
  products: ShownProduct[];
  /** What the shopper was asked to choose, if anything. */
  clarify: { attribute: string; options: string[] } | null;
}

/**
 * @param answerIds of the turns that count; null: all do.
 * @returns the last `limit` turns of a conversation of a store, oldest first.
 */
export async function listTurns(
  db: Queryable,
  storeId: string,
  conversationId: string,
  limit: number,
  answerIds: readonly string[] | null = null,
): Promise<Turn[]> {
  const result = await db.query<Turn>(
    `select question, standalone, response->>'answer' as answer, status, locale,
       response->'understood'->>'intent' as intent,
       coalesce((select jsonb_agg(jsonb_build_object('name', card->'name', 'price', card->'price',
           'attributes', coalesce(card->'attributes', '{}'::jsonb)) order by place)
         from jsonb_array_elements(response->'products') with ordinality as cards(card, place)), '[]'::jsonb) as products,
       nullif(response->'clarify', 'null'::jsonb) as clarify
     from answers
     where store_id = $1::text and conversation_id = $2::text and ($4::text[] is null or answer_id = any($4::text[]))
     order by asked_at desc, turn desc limit $3::int`,
    [storeId, conversationId, limit, answerIds],
  );
  return result.rows.reverse();
}
