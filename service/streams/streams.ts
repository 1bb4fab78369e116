import { LRUCache } from 'lru-cache';
import type { WireFormat } from '../wire/wire-format.ts';
import type { AnswerStream, StreamIds } from './answer-stream.ts';

/** A stream that has ended can be read again so long. */
export const KEPT_MS = 60_000;
/** Bounds on those that have ended, of this process. */
const MOST_KEPT = 1_000;
const MOST_UNITS = 16 * 2 ** 20;

/** Who may go on with a stream: who knows its id, comes with the key that it was asked with, and reads its format. */
interface StreamOwner {
  store: string;
  keyId: string | null;
  /** Those of the format, by which it is known. */
  headers: WireFormat['headers'];
}

/** A stream that can be gone on with. */
interface Known extends Omit<StreamOwner, 'store'> {
  stream: AnswerStream;
  ids: StreamIds;
}

/** The streams of this process that can be gone on with: under way, or ended a short while ago. */
export interface Streams {
  add(known: Known): void;
  /** Its events stay for a while. */
  noteEnd(answerId: string): void;
  /** Finds by the answer's id, or the newest one of a conversation. */
  find(by: { answerId: string } | { conversationId: string }, owner: StreamOwner): AnswerStream | null;
  /** Stops those of a conversation that nobody reads any more, for its shopper asks something else. */
  stopUnread(store: string, conversationId: string): void;
  /** Stops and forgets those of a conversation that is deleted. */
  forget(store: string, conversationId: string): void;
}

export function makeStreams({
  keptMs = KEPT_MS,
  mostKept = MOST_KEPT,
  mostUnits = MOST_UNITS,
} = {}): Streams {
  const underWay = new Map<string, Known>();
  const ended = new LRUCache<string, Known>({
    max: mostKept,
    maxSize: mostUnits,
    sizeCalculation: ({ stream }) => Math.max(1, stream.size),
    ttl: keptMs,
    // What is over has no business in memory, asked for or not.
    ttlAutopurge: true,
  });

  function* all(): Generator<Known> {
    // The newest first, and those under way are newer than those that have ended.
    yield* [...underWay.values()].reverse();
    yield* ended.values();
  }
  const ofConversation = (store: string, conversationId: string): Known[] =>
    [...all()].filter(({ ids }) => ids.conversationId === conversationId && ids.store === store);

  return {
    add(known) {
      underWay.set(known.ids.id, known);
    },
    noteEnd(answerId) {
      const known = underWay.get(answerId);
      if (known === undefined) return;
      underWay.delete(answerId);
      ended.set(answerId, known);
    },
    find(by, { store, keyId, headers }) {
      const candidates =
        'answerId' in by
          ? [underWay.get(by.answerId) ?? ended.get(by.answerId)]
          : ofConversation(store, by.conversationId);
      const found = candidates.find(
        (known) =>
          known !== undefined &&
          known.ids.store === store &&
          known.keyId === keyId &&
          known.headers === headers,
      );
      return found?.stream ?? null;
    },
    stopUnread(store, conversationId) {
      for (const { stream } of ofConversation(store, conversationId))
        if (!stream.ended && !stream.hasReader)
          stream.stop(new DOMException('The shopper asks something else.', 'AbortError'));
    },
    forget(store, conversationId) {
      for (const { stream, ids } of ofConversation(store, conversationId)) {
        stream.stop(new DOMException('The conversation was deleted.', 'AbortError'));
        underWay.delete(ids.id);
        ended.delete(ids.id);
      }
    },
  };
}
