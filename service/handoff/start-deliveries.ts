import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { makeSafeFetch } from '../../ingest/safe-fetch.ts';
import { type ClaimedDelivery, claimDeliveries, settleDelivery } from '../../sql/handoff-deliveries.ts';
import type { Queryable } from '../../sql/queryable.ts';
import type { Handoffs } from './handoffs.ts';
import type { PeopleReply } from './people-reply.ts';
import { sendToWebhook, type Webhook } from './webhook.ts';

/** A shopper waits for a person, so not long; a look costs a query on an index. */
const EVERY_MS = 1_000;
/** Sent at once to one webhook. */
const AT_ONCE = 4;

/** The sending of handoffs, beside the questions. */
export interface Deliveries {
  /** What is being sent is broken off, and sent again by whoever comes next. */
  stop(): Promise<void>;
}

/**
 * Sends what is due to the webhooks of stores, each at its own pace. Several instances on one database share it, and what one
 * leaves when it dies another one sends. The log names handoffs by their ids, and says nothing of what is in them.
 */
export function startDeliveries({
  pool,
  webhooks,
  handoffs,
  logger,
  everyMs = EVERY_MS,
}: {
  pool: Queryable;
  webhooks: ReadonlyMap<string, Webhook>;
  handoffs: Pick<Handoffs, 'say'>;
  logger: Pick<Logger, 'info' | 'warn'>;
  everyMs?: number;
}): Deliveries {
  const stopping = new AbortController();
  const { signal } = stopping;
  const holder = randomUUID();

  async function send(
    storeId: string,
    webhook: Webhook,
    safeFetch: ReturnType<typeof makeSafeFetch>,
    delivery: ClaimedDelivery,
  ): Promise<void> {
    const { deliveryId, handoffId, tries } = delivery;
    const { outcome, replies } = await sendToWebhook(webhook, delivery, { safeFetch, signal });
    // Before it is settled: a reply that is lost with this process comes with the next try.
    for (const reply of replies) await take(storeId, handoffId, reply);
    await settleDelivery(pool, { storeId, deliveryId, holder }, outcome);
    const about = { store: storeId, handoff: handoffId, delivery: deliveryId, tries };
    if (outcome.status === 'delivered') logger.info(about, 'A handoff was delivered.');
    if (outcome.status === 'pending')
      logger.warn(
        { ...about, problem: outcome.problem, waitMs: outcome.waitMs },
        'A handoff could not be delivered. It is tried again.',
      );
    if (outcome.status === 'dead')
      logger.warn(
        { ...about, problem: outcome.problem },
        'A handoff could not be delivered. `npm run handoffs -- list --only dead` shows it, `retry` sends it again.',
      );
  }

  async function take(storeId: string, handoffId: string, reply: PeopleReply): Promise<void> {
    try {
      await handoffs.say([storeId], handoffId, reply);
    } catch (error) {
      logger.warn(
        { err: error, store: storeId, handoff: handoffId },
        'A webhook’s reply could not be taken.',
      );
    }
  }

  async function keepUp(storeId: string, webhook: Webhook): Promise<void> {
    const safeFetch = makeSafeFetch({ allowHosts: webhook.allowHosts });
    let failing = false;
    try {
      while (!signal.aborted) {
        let sent = 0;
        try {
          const due = await claimDeliveries(pool, storeId, holder, AT_ONCE);
          sent = due.length;
          await Promise.all(due.map((delivery) => send(storeId, webhook, safeFetch, delivery)));
          failing = false;
        } catch (error) {
          if (!failing && !signal.aborted)
            logger.warn({ err: error, store: storeId }, 'Handoffs cannot be sent now. It is tried again.');
          failing = true;
        }
        if (sent === 0) await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      }
    } finally {
      await safeFetch.close();
    }
  }

  const done = Promise.all([...webhooks].map(([storeId, webhook]) => keepUp(storeId, webhook)));
  return {
    async stop() {
      stopping.abort(new Error('the service is stopped'));
      await done;
    },
  };
}
