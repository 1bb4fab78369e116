import type { NewDelivery } from '../../sql/handoff-deliveries.ts';
import type { MessageRow } from '../../sql/handoff-messages.ts';
import type { HandoffRow } from '../../sql/handoffs.ts';
import { makeId } from '../answer/compose/ids.ts';
import type { HandoffView } from '../schemas/handoff.ts';
import { showMessage } from './handoff-view.ts';

/** Which handoff something is sent of. */
type Which = Pick<HandoffRow, 'storeId' | 'handoffId' | 'conversationId'>;

/** A new handoff, as it is sent. Its body never changes, or a try would not be the same as the one before it. */
export function deliverHandoff(view: HandoffView, isSent: boolean): NewDelivery {
  const which = { storeId: view.store, handoffId: view.id };
  return makeDelivery(which, 'handoff.requested', new Date(view.createdAt), view, isSent);
}

/** What a shopper says to people who have been called already. */
export function deliverMessage(
  { storeId, handoffId, conversationId }: Which,
  message: MessageRow & { contact?: string | null },
  isSent: boolean,
): NewDelivery {
  const { contact = null, ...said } = message;
  const data = {
    id: handoffId,
    store: storeId,
    conversationId,
    contact,
    message: showMessage(said),
  };
  return makeDelivery({ storeId, handoffId }, 'handoff.message', message.at, data, isSent);
}

function makeDelivery(
  which: Pick<Which, 'storeId' | 'handoffId'>,
  type: string,
  at: Date,
  data: object,
  isSent: boolean,
): NewDelivery {
  const payload = JSON.stringify({ type, timestamp: at.toISOString(), data });
  return { ...which, deliveryId: makeId('dlv'), type, payload, status: isSent ? 'pending' : 'kept' };
}
