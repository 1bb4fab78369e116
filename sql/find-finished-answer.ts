import type { Queryable } from './queryable.ts';

/** Which answer: by its id, or the newest one of a conversation. */
export type AnswerName = { answerId: string } | { conversationId: string };

/** An answer that was kept lately, and whether another one may yet come. */
export interface FinishedAnswer {
  /** The whole response as sent; null where there is none. */
  response: unknown;
  /** Whether an answer is being made in the conversation, by whatever instance; false where none was named. */
  underWay: boolean;
}

/**
 * Finds an answer that was kept within the last `keptMs`, in a conversation that was begun with this key.
 * @param keyId null: begun without one
 */
export async function findFinishedAnswer(
  db: Queryable,
  { storeId, keyId, keptMs, ...name }: AnswerName & { storeId: string; keyId: string | null; keptMs: number },
): Promise<FinishedAnswer> {
  const [answerId, conversationId] = 'answerId' in name ? [name.answerId, null] : [null, name.conversationId];
  const result = await db.query<FinishedAnswer>(
    `select
       (select a.response from answers a join conversations c using (store_id, conversation_id)
        where a.store_id = $1::text and (a.answer_id = $2::text or ($2::text is null and a.conversation_id = $3::text))
          and c.key_id is not distinct from $4::text and a.asked_at > now() - $5::float8 * interval '1 millisecond'
        order by a.asked_at desc, a.turn desc limit 1) as response,
       exists (select from conversations where store_id = $1::text and conversation_id = $3::text
         and key_id is not distinct from $4::text and turn_until > now()) as "underWay"`,
    [storeId, answerId, conversationId, keyId, keptMs],
  );
  return result.rows[0] ?? { response: null, underWay: false };
}
