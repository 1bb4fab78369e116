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

/** What a question is answered with: the request, its store already resolved. */
export type ResolvedAnswerRequest = AnswerRequest & { store: string };

/**
 * Answers one question. Events are awaited, so a slow reader slows the answer down rather than filling memory.
 * @throws when it cannot answer: the database is down, a model cannot be reached (`{ kind: 'model-unavailable' }`),
 * or `signal` was aborted.
 */
export type AnswerQuestion = (
  request: ResolvedAnswerRequest,
  options: { signal: AbortSignal; onEvent?: (event: AnswerEvent) => void | Promise<void> },
) => Promise<AnswerResponse>;
