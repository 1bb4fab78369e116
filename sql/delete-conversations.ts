import type { Queryable } from './queryable.ts';

/** How much went with a conversation. */
export interface DeletedConversation {
  answers: number;
  feedback: number;
  handoffs: number;
}

/**
 * Deletes a conversation and all that hangs on it: answers, their ratings, and what was passed on to people from it.
 * @returns null when the store has no such conversation.
 */
export async function deleteConversation(
  db: Queryable,
  storeId: string,
  conversationId: string,
): Promise<DeletedConversation | null> {
  // Every part of the statement sees what was there before it; answers and ratings go by cascade.
  const result = await db.query<DeletedConversation & { gone: boolean }>(
    `with gone as (
       delete from conversations where store_id = $1::text and conversation_id = $2::text returning 1
     ), passed as (
       delete from handoffs
       where store_id = $1::text and conversation_id = $2::text and exists (select from gone) returning 1
     )
     select exists (select from gone) as gone,
       (select count(*) from passed)::int as handoffs,
       (select count(*) from answers where store_id = $1::text and conversation_id = $2::text)::int as answers,
       (select count(*) from feedback f join answers a on a.store_id = f.store_id and a.answer_id = f.answer_id
        where f.store_id = $1::text and a.conversation_id = $2::text)::int as feedback`,
    [storeId, conversationId],
  );
  const { gone = false, answers = 0, feedback = 0, handoffs = 0 } = result.rows[0] ?? {};
  return gone ? { answers, feedback, handoffs } : null;
}

/**
 * Deletes conversations of a store that nothing was asked in for so long, the oldest first, with all that hangs on them,
 * and messages to people of that age that belong to none. Several instances at once share the work: none waits for what another deletes.
 * @param seconds age from which they go
 * @param limit at most so many of each, so that the statement is short
 * @returns how many went; fewer than `limit`: there are no more.
 */
export async function deleteOldConversations(
  db: Queryable,
  storeId: string,
  seconds: number,
  limit: number,
): Promise<number> {
  const result = await db.query<{ gone: number }>(
    `with old as (
       select conversation_id from conversations
       where store_id = $1::text and last_at < now() - make_interval(secs => $2::float8)
       order by last_at limit $3::int for update skip locked
     ), gone as (
       delete from conversations c using old
       where c.store_id = $1::text and c.conversation_id = old.conversation_id returning 1
     ), passed as (
       delete from handoffs h using old
       where h.store_id = $1::text and h.conversation_id = old.conversation_id returning 1
     ), stray as (
       delete from handoffs where store_id = $1::text and handoff_id in (
         select h.handoff_id from handoffs h
         where h.store_id = $1::text and h.created_at < now() - make_interval(secs => $2::float8)
           and not exists (select from conversations c
             where c.store_id = h.store_id and c.conversation_id = h.conversation_id)
         limit $3::int for update skip locked
       ) returning 1
     )
     select greatest((select count(*) from gone), (select count(*) from stray))::int as gone`,
    [storeId, seconds, limit],
  );
  return result.rows[0]?.gone ?? 0;
}
