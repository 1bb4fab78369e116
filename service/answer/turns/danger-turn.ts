import { messagesFor } from '../compose/messages.ts';
import type { TurnContext } from '../make-answer-question.ts';
import type { Danger } from '../understand/danger.ts';
import { abstainWith } from './abstain-with.ts';
import { offerHandoff } from './offer-handoff.ts';
import { emptyTurn, type TurnResult } from './plain-turns.ts';

/**
 * Somebody may be about to hurt themselves, or others: nothing of the store is quoted, whatever fits the words. Who is in
 * distress is told where help is and passed on to people.
 */
export async function dangerTurn(context: TurnContext, danger: Danger): Promise<TurnResult> {
  const { deps, understood, emit } = context;
  const messages = messagesFor(understood.locale);
  const turn = { ...emptyTurn(deps.extractive.model), confidence: 1, intent: 'off_topic' as const };
  if (danger === 'harm')
    return {
      ...(await abstainWith(turn, { answer: messages.harm, handoff: null }, context)),
      intent: 'off_topic',
    };
  await emit({ type: 'delta', text: messages.selfHarm });
  return {
    ...turn,
    status: 'handoff',
    answer: messages.selfHarm,
    handoff: offerHandoff(context, 'self-harm'),
  };
}
