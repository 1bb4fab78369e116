import { messagesFor } from '../compose/messages.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { knownTerms, knownTopics } from '../understand/known-topics.ts';
import { isOffTopic } from '../understand/off-topic.ts';
import { abstainWith } from './abstain-with.ts';
import type { TurnResult } from './plain-turns.ts';

/** Whether a question that nothing answers is none for a store, by its words and by those that this store has. */
export async function isForNoStore(context: TurnContext): Promise<boolean> {
  const { request, understood } = context;
  // By words of another language nothing can be told, and a product of the store's is no other topic.
  if (understood.language !== null || understood.named !== null) return false;
  const known = await knownTerms(context, understood.terms);
  // Who is angry is so at the store, in whatever words, unless they are plainly of something else.
  const angry = understood.complaint ? 1 : 0;
  return isOffTopic(request.question, {
    asked: understood.terms.length + angry,
    known: known.length + angry,
  });
}

/** Says that only this store is spoken of here, and what can be asked about it. */
export async function offTopicTurn(turn: TurnResult, context: TurnContext): Promise<TurnResult> {
  const { understood, loaded } = context;
  const messages = messagesFor(understood.locale);
  const topics = await knownTopics(context);
  const list = new Intl.ListFormat(understood.locale.startsWith('es') ? 'es' : 'en', { type: 'disjunction' });
  const answer = [
    messages.offTopic.replace('{store}', () => loaded.store.name),
    ...(topics.length > 0
      ? [messages.askAbout.replace('{topics}', () => list.format(topics.map((topic) => topic.toLowerCase())))]
      : []),
  ].join(' ');
  const abstained = await abstainWith(turn, { answer, handoff: null }, context);
  return { ...abstained, suggestions: topics, intent: 'off_topic' };
}
