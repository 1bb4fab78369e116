import type { Queryable } from './queryable.ts';

/** A turn as it was answered. */
export interface KeptTurn {
  answerId: string;
  askedAt: Date;
  question: string;
  /** The whole response as sent. */
  response: unknown;
  /** The latest rating; null without one. */
  feedback: { rating: number; comment: string | null; wrongCitations: number[] } | null;
}

/** A conversation as it is kept. */
export interface KeptConversation {
  startedAt: Date;
  lastAt: Date;
  /** Oldest first. */
  turns: KeptTurn[];
  /** Whether there are turns before these. */
  more: boolean;
}

/**
 * Reads the last turns of a conversation.
 * @param options.before only those before the turn with this answer
 * @returns null when the store has no such conversation.
 */
export async function readConversation(
  db: Queryable,
  storeId: string,
  conversationId: string,
  { limit, before }: { limit: number; before: string | null },
): Promise<KeptConversation | null> {
  const head = await db.query<{ startedAt: Date; lastAt: Date }>(
    `select started_at as "startedAt", last_at as "lastAt" from conversations
     where store_id = $1::text and conversation_id = $2::text`,
    [storeId, conversationId],
  );
  const conversation = head.rows[0];
  if (conversation === undefined) return null;
  const found = await db.query<KeptTurn>(
    `select a.answer_id as "answerId", a.asked_at as "askedAt", a.question, a.response,
       (select jsonb_build_object('rating', f.rating, 'comment', f.comment,
           'wrongCitations', to_jsonb(f.wrong_citations)) from feedback f
        where f.store_id = a.store_id and f.answer_id = a.answer_id order by f.feedback_id desc limit 1) as feedback
     from answers a
     where a.store_id = $1::text and a.conversation_id = $2::text
       and ($3::text is null or (a.asked_at, a.turn) < (
         select asked_at, turn from answers
         where store_id = $1::text and conversation_id = $2::text and answer_id = $3::text))
     order by a.asked_at desc, a.turn desc limit $4::int + 1`,
    [storeId, conversationId, before, limit],
  );
  const turns = found.rows.slice(0, limit).reverse();
  return { ...conversation, turns, more: found.rows.length > limit };
}
