import type { Queryable } from './queryable.ts';

/** Something to be sent to a store's people. */
export interface NewDelivery {
  storeId: string;
  /** The same for each try, so that whoever gets it twice can tell. */
  deliveryId: string;
  handoffId: string;
  type: string;
  /** The body as it is sent. */
  payload: string;
  /** `kept` where there is nowhere to send it. */
  status: 'pending' | 'kept';
}

/** A delivery that a process has in hand. */
export interface ClaimedDelivery extends Pick<NewDelivery, 'deliveryId' | 'handoffId' | 'payload'> {
  /** This one included. */
  tries: number;
}

/** A delivery as it stands. */
export interface DeliveryRow {
  deliveryId: string;
  type: string;
  payload: string;
  status: 'kept' | 'pending' | 'delivered' | 'dead';
  tries: number;
  problem: string | null;
  nextAt: Date;
  createdAt: Date;
}

/** Longer than one try may take, so that a process that sends is not taken for a dead one. */
const LEASE = '60 seconds';

export async function saveDelivery(db: Queryable, delivery: NewDelivery): Promise<void> {
  const { storeId, deliveryId, handoffId, type, payload, status } = delivery;
  await db.query(
    `insert into handoff_deliveries (store_id, delivery_id, handoff_id, type, payload, status)
     values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text)`,
    [storeId, deliveryId, handoffId, type, payload, status],
  );
}

/**
 * Takes deliveries of a store whose time has come, those of one handoff one after the other. Several processes at once share
 * them: no two have the same, until one has been silent for the length of its lease.
 */
export async function claimDeliveries(
  db: Queryable,
  storeId: string,
  holder: string,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const result = await db.query<ClaimedDelivery>(
    `with due as (
       select d.store_id, d.delivery_id from handoff_deliveries d
       where d.store_id = $1::text and d.status = 'pending' and d.next_at <= now()
         and (d.holder is null or d.held_until < now())
         and not exists (select from handoff_deliveries earlier
           where earlier.store_id = d.store_id and earlier.handoff_id = d.handoff_id
             and earlier.place < d.place and earlier.status = 'pending')
       order by d.next_at limit $3::int for update skip locked
     )
     update handoff_deliveries d set holder = $2::text, held_until = now() + $4::interval, tries = d.tries + 1
     from due where d.store_id = due.store_id and d.delivery_id = due.delivery_id
     returning d.delivery_id as "deliveryId", d.handoff_id as "handoffId", d.payload, d.tries`,
    [storeId, holder, limit, LEASE],
  );
  return result.rows;
}

/** How a try ended. */
export type DeliveryOutcome =
  | { status: 'delivered' }
  | { status: 'dead'; problem: string }
  /** To be tried again after so many milliseconds. */
  | { status: 'pending'; problem: string; waitMs: number }
  /** Broken off before it could fail: it does not count. */
  | { status: 'untried' };

/** Ends a try. Does nothing when somebody else has the delivery by now. */
export async function settleDelivery(
  db: Queryable,
  { storeId, deliveryId, holder }: { storeId: string; deliveryId: string; holder: string },
  outcome: DeliveryOutcome,
): Promise<void> {
  const problem = 'problem' in outcome ? outcome.problem : null;
  const waitMs = 'waitMs' in outcome ? outcome.waitMs : 0;
  await db.query(
    `update handoff_deliveries set holder = null, held_until = null, problem = $5::text,
       status = case $4::text when 'untried' then 'pending' else $4::text end,
       tries = case $4::text when 'untried' then tries - 1 else tries end,
       next_at = now() + make_interval(secs => $6::float8 / 1000),
       settled_at = case when $4::text in ('delivered', 'dead') then now() end
     where store_id = $1::text and delivery_id = $2::text and holder = $3::text`,
    [storeId, deliveryId, holder, outcome.status, problem, waitMs],
  );
}

/** @returns what was and is to be sent of a handoff, oldest first. */
export async function listDeliveries(
  db: Queryable,
  storeId: string,
  handoffId: string,
): Promise<DeliveryRow[]> {
  const result = await db.query<DeliveryRow>(
    `select delivery_id as "deliveryId", type, payload, status, tries, problem, next_at as "nextAt", created_at as "createdAt"
     from handoff_deliveries where store_id = $1::text and handoff_id = $2::text order by place`,
    [storeId, handoffId],
  );
  return result.rows;
}

/**
 * Has what has not arrived sent again, at once and with as many tries as at first.
 * @param handoffId null: of all handoffs of the stores
 * @returns how many deliveries.
 */
export async function retryDeliveries(
  db: Queryable,
  storeIds: readonly string[],
  handoffId: string | null,
): Promise<number> {
  const result = await db.query(
    `update handoff_deliveries set status = 'pending', tries = 0, next_at = now(), settled_at = null
     where store_id = any($1::text[]) and status in ('dead', 'kept', 'pending')
       and ($2::text is null or handoff_id = $2::text) and (holder is null or held_until < now())`,
    [storeIds, handoffId],
  );
  return result.rowCount ?? 0;
}
