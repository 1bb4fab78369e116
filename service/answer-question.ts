import type { AnswerRequest, AnswerResponse, Citation, ProductCard } from './schemas.ts';

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

/** What a question is answered with: the request, its store already resolved. */
export type ResolvedAnswerRequest = AnswerRequest & { store: string };

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
  },
) => Promise<AnswerResponse>;
