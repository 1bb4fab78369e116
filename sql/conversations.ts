import type { Queryable } from './queryable.ts';

/** One turn's right to answer in a conversation, so that two questions at once are answered one after the other. */
export interface TurnLease {
  storeId: string;
  conversationId: string;
  /** Names the turn; no other has this name. */
  holder: string;
}

/** Far longer than the pause between two renewals, so that a busy service is not taken for a dead one. */
const LEASE = '15 seconds';

/** Makes a conversation, its first turn taken. Does nothing where there is no such store. */
export async function beginConversation(
  db: Queryable,
  { storeId, conversationId, holder }: TurnLease,
  keyId: string | null,
): Promise<void> {
  await db.query(
    `insert into conversations (store_id, conversation_id, key_id, turn_holder, turn_until)
     select store_id, $2::text, $3::text, $4::text, now() + $5::interval from stores where store_id = $1::text`,
    [storeId, conversationId, keyId, holder, LEASE],
  );
}

/**
 * Takes the turn of a conversation that is there.
 * @returns `unknown` where the store has no such conversation, `busy` while another turn is under way.
 */
export async function takeTurn(
  db: Queryable,
  { storeId, conversationId, holder }: TurnLease,
): Promise<'taken' | 'busy' | 'unknown'> {
  const result = await db.query<{ known: boolean; taken: boolean }>(
    `with taken as (
       update conversations set last_at = now(), turn_holder = $3::text, turn_until = now() + $4::interval
       where store_id = $1::text and conversation_id = $2::text
         and (turn_holder is null or turn_until < now())
       returning 1
     )
     select exists (select from taken) as taken,
       exists (select from conversations where store_id = $1::text and conversation_id = $2::text) as known`,
    [storeId, conversationId, holder, LEASE],
  );
  const { taken = false, known = false } = result.rows[0] ?? {};
  if (taken) return 'taken';
  return known ? 'busy' : 'unknown';
}

/** @returns whether the turn is still this holder's: one that has ended, or was taken for dead, is not taken again. */
export async function renewTurn(
  db: Queryable,
  { storeId, conversationId, holder }: TurnLease,
): Promise<boolean> {
  const result = await db.query(
    `update conversations set turn_until = now() + $4::interval
     where store_id = $1::text and conversation_id = $2::text and turn_holder = $3::text`,
    [storeId, conversationId, holder, LEASE],
  );
  return result.rowCount === 1;
}

/** Ends a turn that has left no answer; saving an answer ends its turn in the same statement. */
export async function releaseTurn(
  db: Queryable,
  { storeId, conversationId, holder }: TurnLease,
): Promise<void> {
  await db.query(
    `update conversations set turn_holder = null, turn_until = null
     where store_id = $1::text and conversation_id = $2::text and turn_holder = $3::text`,
    [storeId, conversationId, holder],
  );
}
