import { deleteConversation } from '../../sql/delete-conversations.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { type KeptTurn, readConversation } from '../../sql/read-conversation.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { Conversation, ConversationTurn, DeletedConversation } from '../schemas/conversation.ts';
import { isConversationId } from './conversing.ts';

/** Which turns of a conversation. */
export interface TurnPage {
  limit: number;
  /** The id of an answer: only the turns before it. */
  before?: string | undefined;
}

/** Conversations for who holds their ids. */
export interface Conversations {
  /** @returns null when the store has no such conversation. */
  read(store: string, id: string, page: TurnPage): Promise<Conversation | null>;
  /** Deletes all of it. @returns null when the store has no such conversation. */
  delete(store: string, id: string): Promise<DeletedConversation | null>;
}

/** What passed between a shopper and people in a conversation. */
export type People = Pick<Conversation, 'takeover' | 'messages'>;

const NOBODY: People = { takeover: 'none', messages: [] };

/**
 * @param retentionMs how long a store keeps a conversation that nothing is asked in; null: for ever
 * @param readPeople what people have said in one
 */
export function makeConversations({
  pool,
  retentionMs,
  readPeople = async () => NOBODY,
}: {
  pool: Queryable;
  retentionMs: (store: string) => number | null;
  readPeople?: (store: string, id: string) => Promise<People>;
}): Conversations {
  return {
    async read(store, id, { limit, before = null }) {
      if (!isConversationId(id)) return null;
      const kept = await readConversation(pool, store, id, { limit, before });
      if (kept === null) return null;
      const keptMs = retentionMs(store);
      return {
        id,
        store,
        startedAt: kept.startedAt.toISOString(),
        lastAt: kept.lastAt.toISOString(),
        expiresAt: keptMs === null ? null : new Date(kept.lastAt.getTime() + keptMs).toISOString(),
        turns: kept.turns.map(toTurn),
        more: kept.more,
        ...(await readPeople(store, id)),
      };
    },
    async delete(store, id) {
      if (!isConversationId(id)) return null;
      const deleted = await deleteConversation(pool, store, id);
      return deleted && { id, deleted };
    },
  };
}

/** What of a response a turn shows again: neither what it took nor how it was understood. */
function toTurn({ question, askedAt, response, feedback }: KeptTurn): ConversationTurn {
  // Written by `saveAnswer`, by this version or an earlier one, which had all of these.
  const {
    id,
    locale,
    status,
    answer,
    parts,
    citations,
    sourceLocale,
    products,
    clarify,
    handoff,
    suggestions,
  } = response as AnswerResponse;
  return {
    id,
    question,
    askedAt: askedAt.toISOString(),
    locale,
    status,
    answer,
    parts,
    citations,
    ...(sourceLocale === undefined ? {} : { sourceLocale }),
    products,
    clarify,
    handoff,
    suggestions,
    feedback,
  };
}
