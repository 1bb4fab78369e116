import type { Conversations } from '../conversations/conversations.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { ConversationTurn } from '../schemas/conversation.ts';
import type { FeedbackRequest } from '../schemas/feedback.ts';
import type { HandoffOffer } from '../schemas/handoff.ts';
import type { KeptHandoffs, ToldConversation } from './kept-handoffs.ts';

interface KeptTurn {
  store: string;
  conversationId: string;
  turn: ConversationTurn;
  response: AnswerResponse;
}

/**
 * Conversations in memory, while the process runs.
 * @param now the time of a turn, ISO 8601
 * @param people what people have said in one
 */
export function makeKeptConversations(
  now: () => string,
  people: () => Pick<KeptHandoffs, 'readPeople' | 'forget'>,
) {
  let kept: KeptTurn[] = [];
  const of = (store: string, id: string) =>
    kept.filter((one) => one.store === store && one.conversationId === id).map(({ turn }) => turn);

  const conversations: Conversations = {
    async read(store, id, { limit, before }) {
      const all = of(store, id);
      const [first, last] = [all[0], all.at(-1)];
      if (first === undefined || last === undefined) return null;
      const end =
        before === undefined
          ? all.length
          : Math.max(
              0,
              all.findIndex((turn) => turn.id === before),
            );
      const turns = all.slice(Math.max(0, end - limit), end);
      return {
        id,
        store,
        startedAt: first.askedAt,
        lastAt: last.askedAt,
        expiresAt: null,
        turns,
        more: end > limit,
        ...(await people().readPeople(store, id)),
      };
    },
    async delete(store, id) {
      const answers = of(store, id).length;
      const handoffs = people().forget(store, id);
      kept = kept.filter((one) => one.store !== store || one.conversationId !== id);
      return answers === 0 ? null : { id, deleted: { answers, feedback: 0, handoffs } };
    },
  };
  return {
    ...conversations,
    add(question: string, response: AnswerResponse): void {
      const { store, conversationId } = response;
      kept.push({
        store,
        conversationId,
        turn: { ...response, question, askedAt: now(), feedback: null },
        response,
      });
    },
    /** @returns null where nothing was said in it. */
    toldIn(store: string, id: string): ToldConversation | null {
      const all = kept.filter((one) => one.store === store && one.conversationId === id);
      if (all.length === 0) return null;
      const turns = all.map(({ turn, response }) => ({
        answerId: turn.id,
        askedAt: new Date(turn.askedAt),
        question: turn.question,
        response,
        feedback: null,
      }));
      const offers = all.flatMap(({ response }): HandoffOffer[] =>
        response.handoff === null ? [] : [response.handoff],
      );
      return { turns, offer: offers.at(-1) ?? null };
    },
    countTurns: (store: string, id: string | undefined) => (id === undefined ? 0 : of(store, id).length),
    rate({ answerId, rating, comment, citations = [] }: FeedbackRequest): void {
      const stars = rating === 'up' ? 5 : rating === 'down' ? 1 : rating;
      for (const { turn } of kept)
        if (turn.id === answerId)
          turn.feedback = {
            rating: stars,
            comment: comment ?? null,
            wrongCitations: citations.map(({ id }) => id),
          };
    },
  };
}
