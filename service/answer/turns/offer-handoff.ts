import type { HandoffOffer } from '../../schemas/handoff.ts';
import { messagesFor } from '../compose/messages.ts';
import type { TurnContext } from '../make-answer-question.ts';

/** Why a shopper is offered a person. */
export type HandoffReason =
  | 'asked-for-a-person'
  | 'not-found'
  /** Nothing was found, and not to the question before it either. */
  | 'abstained-twice'
  | 'complaint'
  /** The store's own system, asked for an order or the like, did not answer. */
  | 'lookup-failed'
  | 'self-harm';

/** The offer of a person, as the store words it and with whether somebody is there. */
export function offerHandoff(
  { deps, request, understood }: Pick<TurnContext, 'deps' | 'request' | 'understood'>,
  reason: HandoffReason,
): HandoffOffer {
  const { locale } = understood;
  return (
    deps.offerPerson?.(request.store, locale, reason) ?? { reason, message: messagesFor(locale).handoff }
  );
}

/** The offer where nothing was found. A question that was none for a store does not count as one before it. */
export function offerAfterNothing(
  context: Pick<TurnContext, 'deps' | 'request' | 'understood' | 'history'>,
): HandoffOffer {
  const last = context.history.at(-1);
  const twice = last?.status === 'abstained' && last.intent !== 'off_topic';
  return offerHandoff(context, twice ? 'abstained-twice' : 'not-found');
}
