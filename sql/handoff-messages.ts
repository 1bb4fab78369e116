import { HANDOFF_STATE, type HandoffStatus } from './handoff-state.ts';
import type { Queryable } from './queryable.ts';

/** What somebody says in a handoff. */
export interface NewMessage {
  messageId: string;
  text: string;
  /** Names the request that it came with; null: nothing tells whether that is repeated. */
  requestKey: string | null;
  requestHash: string | null;
}

export interface MessageRow {
  id: string;
  from: 'shopper' | 'person';
  text: string;
  at: Date;
}

/** Of one handoff: more than somebody types, less than two machines say to each other. */
const MOST_A_MINUTE = 10;
const MOST_AN_HOUR = 60;
const MOST = 500;

/**
 * Keeps what a shopper says to people.
 * @returns `repeated` when it is word for word what they said last, `too-many` when it is one too many; neither is kept.
 */
export async function sayToPeople(
  db: Queryable,
  message: NewMessage & { storeId: string; handoffId: string },
): Promise<'said' | 'repeated' | 'too-many'> {
  const { storeId, handoffId, messageId, text, requestKey, requestHash } = message;
  const result = await db.query<{ said: boolean; repeated: boolean }>(
    `with before as (
       select count(*) as n, count(*) filter (where created_at > now() - interval '1 minute') as minute,
         count(*) filter (where created_at > now() - interval '1 hour') as hour,
         (array_agg(text order by place desc))[1] as last
       from handoff_messages where store_id = $1::text and handoff_id = $2::text and sender = 'shopper'
     ), said as (
       insert into handoff_messages (store_id, handoff_id, message_id, sender, text, request_key, request_hash)
       select $1::text, $2::text, $3::text, 'shopper', $4::text, $5::text, $6::text from before
       where last is distinct from $4::text and n < $7::int and minute < $8::int and hour < $9::int returning 1
     ), heard as (
       update handoffs set shopper_at = now() where store_id = $1::text and handoff_id = $2::text and exists (select from said)
     )
     select exists (select from said) as said, last is not distinct from $4::text as repeated from before`,
    [storeId, handoffId, messageId, text, requestKey, requestHash, MOST, MOST_A_MINUTE, MOST_AN_HOUR],
  );
  const { said = false, repeated = false } = result.rows[0] ?? {};
  if (said) return 'said';
  return repeated ? 'repeated' : 'too-many';
}

/** What people do with a handoff. */
export interface PeopleSay {
  storeId: string;
  handoffId: string;
  type: 'taken' | 'message' | 'closed';
  /** Who; null: not told. */
  by: string | null;
  /** Of a `message`. */
  message: NewMessage | null;
}

/**
 * Notes what people do. A message takes a handoff that waits; one to a closed handoff is kept and changes nothing else.
 * What was noted before, by its request key, changes nothing.
 * @returns the state after it; `over` when what is closed cannot be taken; null when the store has no such handoff.
 */
export async function notePeople(
  db: Queryable,
  { storeId, handoffId, type, by, message }: PeopleSay,
): Promise<HandoffStatus | 'over' | null> {
  const result = await db.query<{ was: HandoffStatus; status: HandoffStatus }>(
    `with found as (
       select ${HANDOFF_STATE} as was from handoffs h
       where store_id = $1::text and handoff_id = $2::text for update
     ), said as (
       insert into handoff_messages (store_id, handoff_id, message_id, sender, text, request_key)
       select $1::text, $2::text, $5::text, 'person', $6::text, $7::text from found where $5::text is not null
       on conflict (store_id, request_key) do nothing returning 1
     ), changed as (
       update handoffs set person_at = now(), taken_by = coalesce($4::text, taken_by),
         status = case $3::text when 'closed' then 'closed' else case found.was when 'closed' then 'closed' else 'taken' end end
       from found
       where store_id = $1::text and handoff_id = $2::text and ($5::text is null or exists (select from said))
       returning status
     )
     select was, coalesce((select status from changed), was) as status from found`,
    [
      storeId,
      handoffId,
      type,
      by,
      message?.messageId ?? null,
      message?.text ?? null,
      message?.requestKey ?? null,
    ],
  );
  const found = result.rows[0];
  if (found === undefined) return null;
  return type === 'taken' && found.was === 'closed' ? 'over' : found.status;
}

/** What people have to do with a conversation; the handoff is the open one, or else the latest. */
export interface Takeover {
  handoffId: string;
  status: HandoffStatus;
  locale: string | null;
}

/** @returns null when nobody was called in the conversation. */
export async function findTakeover(
  db: Queryable,
  storeId: string,
  conversationId: string,
): Promise<Takeover | null> {
  const result = await db.query<Takeover>(
    `select handoff_id as "handoffId", locale, ${HANDOFF_STATE} as status from handoffs h
     where store_id = $1::text and conversation_id = $2::text
     order by status <> 'closed' desc, created_at desc limit 1`,
    [storeId, conversationId],
  );
  return result.rows[0] ?? null;
}

/** @returns the last messages between a shopper and people in a conversation, oldest first. */
export async function listHandoffMessages(
  db: Queryable,
  storeId: string,
  conversationId: string,
  limit: number,
): Promise<MessageRow[]> {
  const result = await db.query<MessageRow>(
    `select m.message_id as id, m.sender as "from", m.text, m.created_at as at
     from handoff_messages m join handoffs h on h.store_id = m.store_id and h.handoff_id = m.handoff_id
     where h.store_id = $1::text and h.conversation_id = $2::text order by m.place desc limit $3::int`,
    [storeId, conversationId, limit],
  );
  return result.rows.reverse();
}

/** @returns all messages of a handoff, oldest first. */
export async function listMessagesOf(
  db: Queryable,
  storeId: string,
  handoffId: string,
): Promise<MessageRow[]> {
  const result = await db.query<MessageRow>(
    `select message_id as id, sender as "from", text, created_at as at from handoff_messages
     where store_id = $1::text and handoff_id = $2::text order by place`,
    [storeId, handoffId],
  );
  return result.rows;
}
