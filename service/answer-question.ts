import type { AnswerRequest } from './schemas/answer-request.ts';
import type { AnswerResponse } from './schemas/answer-response.ts';
import type { Citation } from './schemas/citation.ts';
import type { ProductCard } from './schemas/product-card.ts';

/**
 * What happens while an answer is made, in this order: one `start`; any number of `delta` and `citation`;
 * at most one `products`. Joined, the deltas are `answer` of the response: what has been sent is never taken back.
 * The response itself is the function's result, not an event.
 */
export type AnswerEvent =
  | { type: 'start'; id: string; conversationId: string; store: string; locale: string }
  | { type: 'delta'; text: string }
  | { type: 'citation'; citation: Citation }
  | { type: 'products'; products: ProductCard[] };

/** A passage that was looked at for an answer. */
export interface RetrievedPassage {
  documentId: string;
  url: string;
  title: string;
  /** Headings above it, outermost first. */
  heading: string[];
  /** `document.text.slice(start, end)`. */
  text: string;
  start: number;
  end: number;
  /** Of its best sentence, row or fact, as they were ranked: comparable within one question only. */
  score: number;
}

/** A question and its answer from earlier in a conversation, as the client tells them: data, which nothing is answered from. */
export interface EarlierExchange {
  question: string;
  /** '' where there is none. */
  answer: string;
  /** Of an answer of this service, as the client has kept it. */
  answerId?: string | undefined;
}

/** A request of whatever wire format. */
export type ConversedRequest = AnswerRequest & {
  /** What was said before, oldest first, from clients that send it along; left out: what is known of `conversationId`. */
  history?: readonly EarlierExchange[] | undefined;
};

/** What a question is answered with: the request, its store already resolved. */
export type ResolvedAnswerRequest = ConversedRequest & { store: string };

/** Where in a conversation a question stands: it has its turn, and others wait for it. */
export interface TurnPlace {
  /** Names the turn; saving the answer ends it. */
  holder: string;
  /** Whether the conversation begins with it, so that it has no history. */
  isNew: boolean;
}

/**
 * Answers one question. Events are awaited, so a slow reader slows the answer down rather than filling memory.
 * `onRetrieved` is told of the passages that were looked at, best first, before anything is said; not of a turn that
 * needs none, such as a greeting.
 * @throws when it cannot answer: the database is down, a model cannot be reached (`{ kind: 'model-unavailable' }`),
 * or `signal` was aborted.
 */
export type AnswerQuestion = (
  request: ResolvedAnswerRequest,
  options: {
    signal: AbortSignal;
    onEvent?: (event: AnswerEvent) => void | Promise<void>;
    onRetrieved?: (passages: RetrievedPassage[]) => void;
    /** The key that the question came with, which is kept with a conversation that it begins. */
    keyId?: string | null;
    /** Set by what keeps the turns of conversations in order. */
    turn?: TurnPlace;
  },
) => Promise<AnswerResponse>;
