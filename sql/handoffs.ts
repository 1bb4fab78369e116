import type pg from 'pg';
import { type NewDelivery, saveDelivery } from './handoff-deliveries.ts';
import { type NewMessage, sayToPeople } from './handoff-messages.ts';
import { HANDOFF_STATE, type HandoffStatus } from './handoff-state.ts';
import { type Queryable, withTransaction } from './queryable.ts';
import { errorCode, SQLSTATE } from './sqlstate.ts';

/** A shopper who was passed on to people. */
export interface HandoffRow {
  storeId: string;
  handoffId: string;
  /** Null: the message belongs to no conversation. */
  conversationId: string | null;
  answerId: string | null;
  /** Where the shopper can be reached; null where they only wait in the conversation. */
  contact: string | null;
  locale: string | null;
  reason: string;
  status: HandoffStatus;
  takenBy: string | null;
  createdAt: Date;
}

const COLUMNS = `h.store_id as "storeId", h.handoff_id as "handoffId", h.conversation_id as "conversationId",
  h.answer_id as "answerId", h.contact, h.locale, h.reason, ${HANDOFF_STATE} as status, h.taken_by as "takenBy",
  h.created_at as "createdAt"`;

/** A shopper's wish for a person, with what they say. */
export interface NewHandoff extends Omit<HandoffRow, 'status' | 'takenBy' | 'createdAt'> {
  message: NewMessage;
}

/** `joined`: the conversation had an open handoff, which the message was added to; `repeated`: that was so already. */
export type OpenedHandoff =
  | { outcome: 'new' | 'joined' | 'repeated'; handoff: HandoffRow }
  /** The request's key belongs to a request that said something else. */
  | { outcome: 'other-request' }
  /** The open handoff has been given more messages than it takes in that time. */
  | { outcome: 'too-many' };

/**
 * Opens a handoff, or adds to the one that is open in its conversation; what is to be sent of that is kept in the same transaction.
 * A conversation that the store does not have is left out.
 * @param describe what is to be sent: of a new handoff, or of a message that joins one
 * @returns null when there is no such store.
 */
export async function openHandoff(
  pool: pg.Pool,
  wanted: NewHandoff,
  describe: (handoff: HandoffRow, isNew: boolean) => NewDelivery,
): Promise<OpenedHandoff | null> {
  const open = () => withTransaction(pool, (client) => openWithin(client, wanted, describe));
  return open().catch((error) => {
    // The same request twice at once: by now the other one is there to be found.
    if (errorCode(error) === SQLSTATE.uniqueViolation) return open();
    throw error;
  });
}

async function openWithin(
  db: Queryable,
  wanted: NewHandoff,
  describe: (handoff: HandoffRow, isNew: boolean) => NewDelivery,
): Promise<OpenedHandoff | null> {
  const { storeId, handoffId, conversationId, message } = wanted;
  const earlier = message.requestKey === null ? null : await findByRequest(db, storeId, message.requestKey);
  if (earlier !== null) {
    const { requestHash, ...handoff } = earlier;
    return requestHash === message.requestHash
      ? { outcome: 'repeated', handoff }
      : { outcome: 'other-request' };
  }
  await db.query(
    `update handoffs h set status = 'closed'
     where store_id = $1::text and conversation_id = $2::text and status <> 'closed' and ${HANDOFF_STATE} = 'closed'`,
    [storeId, conversationId],
  );
  const result = await db.query<HandoffRow>(
    `insert into handoffs as h (store_id, handoff_id, conversation_id, answer_id, contact, locale, reason)
     select store_id, $2::text, (select conversation_id from conversations
         where store_id = $1::text and conversation_id = $3::text for key share),
       $4::text, $5::text, $6::text, $7::text
     from stores where store_id = $1::text
     on conflict (store_id, conversation_id) where status <> 'closed'
       do update set contact = coalesce(excluded.contact, h.contact)
     returning ${COLUMNS}`,
    [storeId, handoffId, conversationId, wanted.answerId, wanted.contact, wanted.locale, wanted.reason],
  );
  const handoff = result.rows[0];
  if (handoff === undefined) return null;
  const isNew = handoff.handoffId === handoffId;
  const said = { storeId, handoffId: handoff.handoffId, ...message };
  const outcome = await sayToPeople(db, said);
  if (outcome === 'said') await saveDelivery(db, describe(handoff, isNew));
  if (outcome === 'too-many') return { outcome };
  return { outcome: isNew ? 'new' : outcome === 'said' ? 'joined' : 'repeated', handoff };
}

async function findByRequest(
  db: Queryable,
  storeId: string,
  requestKey: string,
): Promise<(HandoffRow & { requestHash: string | null }) | null> {
  const result = await db.query<HandoffRow & { requestHash: string | null }>(
    `select ${COLUMNS}, m.request_hash as "requestHash"
     from handoff_messages m join handoffs h on h.store_id = m.store_id and h.handoff_id = m.handoff_id
     where m.store_id = $1::text and m.request_key = $2::text`,
    [storeId, requestKey],
  );
  return result.rows[0] ?? null;
}

/** @returns the handoff of one of these stores, or null. */
export async function findHandoff(
  db: Queryable,
  storeIds: readonly string[],
  handoffId: string,
): Promise<HandoffRow | null> {
  const result = await db.query<HandoffRow>(
    `select ${COLUMNS} from handoffs h where h.store_id = any($1::text[]) and h.handoff_id = $2::text`,
    [storeIds, handoffId],
  );
  return result.rows[0] ?? null;
}

/** A handoff and what has become of what was to be sent of it. */
export interface ListedHandoff extends HandoffRow {
  deliveries: Record<'kept' | 'pending' | 'delivered' | 'dead', number>;
  /** Why the last try of what has not arrived failed. */
  problem: string | null;
}

/** @param only `dead`: those of which something could not be delivered. @returns the newest first. */
export async function listHandoffs(
  db: Queryable,
  storeIds: readonly string[],
  { only, limit }: { only: HandoffStatus | 'dead' | null; limit: number },
): Promise<ListedHandoff[]> {
  const result = await db.query<ListedHandoff>(
    `select ${COLUMNS}, d.deliveries, d.problem
     from handoffs h cross join lateral (
       select jsonb_build_object('kept', count(*) filter (where status = 'kept'),
           'pending', count(*) filter (where status = 'pending'),
           'delivered', count(*) filter (where status = 'delivered'),
           'dead', count(*) filter (where status = 'dead')) as deliveries,
         (array_agg(problem order by place desc) filter (where status in ('pending', 'dead') and problem is not null))[1] as problem
       from handoff_deliveries d where d.store_id = h.store_id and d.handoff_id = h.handoff_id) d
     where h.store_id = any($1::text[]) and ($2::text is null or ${HANDOFF_STATE} = $2::text
       or ($2::text = 'dead' and (d.deliveries->>'dead')::int > 0))
     order by h.created_at desc, h.handoff_id limit $3::int`,
    [storeIds, only, limit],
  );
  return result.rows;
}
