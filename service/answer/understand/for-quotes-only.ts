import { findOrders } from '../../../ingest/safety/find-orders.ts';
import { asksOfTheWorld, givesOrders } from './off-topic.ts';

/**
 * Whether a message is answered with quotes alone, though there is a chat model: it tells a model what to do or asks for its
 * instructions, which quotes cannot follow, or it is none for a store, of which a model knows more than it should say. Pure.
 */
export function isForQuotesOnly(question: string): boolean {
  return givesOrders(question) || asksOfTheWorld(question) || findOrders(question) !== null;
}
