import type pg from 'pg';
import { saveAnswer } from '../../sql/answers.ts';
import { saveDelivery } from '../../sql/handoff-deliveries.ts';
import { findTakeover, listHandoffMessages, sayToPeople, type Takeover } from '../../sql/handoff-messages.ts';
import { withTransaction } from '../../sql/queryable.ts';
import { NO_USAGE } from '../answer/answerer.ts';
import { makeId } from '../answer/compose/ids.ts';
import { messagesFor } from '../answer/compose/messages.ts';
import type { AnswerQuestion, ResolvedAnswerRequest } from '../answer-question.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { isAutomatic, isEcho } from './automatic.ts';
import type { HandoffSettings } from './handoff-settings.ts';
import { deliverMessage } from './make-delivery.ts';

/** Of a conversation, to know an echo by. */
const LAST_MESSAGES = 20;

/**
 * Keeps a pipeline silent in a conversation that a person has taken: what the shopper says is passed on to them, and nothing is
 * answered but that. An answering machine's reply and an echo of what was said here are not passed on, so that two machines do not
 * keep each other talking.
 */
export function makeWithPeople({
  pool,
  answer,
  settingsOf,
}: {
  pool: pg.Pool;
  answer: AnswerQuestion;
  settingsOf: (storeId: string) => HandoffSettings;
}): AnswerQuestion {
  return async (request, options) => {
    const { store, conversationId } = request;
    if (conversationId === undefined || options.turn === undefined || options.turn.isNew)
      return answer(request, options);
    const takeover = await findTakeover(pool, store, conversationId);
    if (takeover?.status !== 'taken') return answer(request, options);

    const started = performance.now();
    const { signal, onEvent, turn } = options;
    const messages = messagesFor(request.locale ?? takeover.locale ?? 'en');
    const isPassedOn = await passOn({ ...request, conversationId }, takeover, Object.values(messages));
    const message = isPassedOn ? messages.withPerson : messages.notPassedOn;
    const response = silentAnswer(request, takeover, conversationId, message);
    const { id, locale, status, model } = response;
    await onEvent?.({ type: 'start', id, conversationId, store, locale });
    await onEvent?.({ type: 'delta', text: message });
    response.timings.total = Math.round((performance.now() - started) * 10) / 10;
    signal.throwIfAborted();
    await saveAnswer(pool, {
      ...{ storeId: store, answerId: id, conversationId, locale, status, model, response },
      ...{ question: request.question, standalone: request.question },
      totalMs: response.timings.total,
      turnHolder: turn.holder,
    });
    return response;
  };

  /** @param ownWords what is said here by itself. @returns false when it is one message too many. */
  async function passOn(
    { store: storeId, conversationId, question }: ResolvedAnswerRequest & { conversationId: string },
    { handoffId }: Takeover,
    ownWords: unknown[],
  ): Promise<boolean> {
    const earlier = await listHandoffMessages(pool, storeId, conversationId, LAST_MESSAGES);
    const said = [
      ...earlier.filter(({ from }) => from === 'person').map(({ text }) => text),
      ...ownWords.filter((words) => typeof words === 'string'),
    ];
    if (isAutomatic(question) || isEcho(question, said)) return true;
    const message = { messageId: makeId('msg'), text: question, requestKey: null, requestHash: null };
    const outcome = await withTransaction(pool, async (client) => {
      const done = await sayToPeople(client, { storeId, handoffId, ...message });
      if (done === 'said') {
        const row = { id: message.messageId, from: 'shopper' as const, text: question, at: new Date() };
        const { isSent } = settingsOf(storeId);
        await saveDelivery(client, deliverMessage({ storeId, handoffId, conversationId }, row, isSent));
      }
      return done;
    });
    return outcome !== 'too-many';
  }
}

function silentAnswer(
  { store, locale }: ResolvedAnswerRequest,
  takeover: Takeover,
  conversationId: string,
  message: string,
): AnswerResponse {
  return {
    id: makeId('ans'),
    conversationId,
    store,
    locale: locale ?? takeover.locale ?? 'en',
    status: 'handoff',
    answer: message,
    parts: [],
    citations: [],
    products: [],
    clarify: null,
    handoff: { reason: 'taken', message },
    conflicts: [],
    confidence: 1,
    suggestions: [],
    model: 'none',
    usage: { ...NO_USAGE },
    timings: { embed: 0, search: 0, generate: 0, verify: 0, total: 0 },
  };
}
