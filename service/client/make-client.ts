import type { z } from '@hono/zod-openapi';
import type { AnswerRequest } from '../schemas/answer-request.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { Conversation, DeletedConversation } from '../schemas/conversation.ts';
import type { DocumentResponse } from '../schemas/document.ts';
import type { FeedbackRequest } from '../schemas/feedback.ts';
import type { HandoffRequest, handoffReceiptSchema } from '../schemas/handoff.ts';
import type { Store } from '../schemas/store.ts';
import type { StreamedEvent } from '../wire/wire-format.ts';
import { problemOf } from './aisle-problem.ts';
import { makeSend, type SendOptions } from './send.ts';
import { streamAnswer } from './stream-answer.ts';

/** What each call may have beside its request. */
export interface CallOptions {
  signal?: AbortSignal;
}

interface InStore extends CallOptions {
  /** Default: the only or the configured store. */
  store?: string;
}

/** The service as a TypeScript program calls it. Each call throws an AisleProblem when the service refuses it. */
export interface Client {
  answer: (request: AnswerRequest, options?: CallOptions) => Promise<AnswerResponse>;
  /** The same while it is made; a connection that is lost is taken up again. Leaving the loop stops the work. */
  streamAnswer: (request: AnswerRequest, options?: CallOptions) => AsyncIterable<StreamedEvent>;
  feedback: (
    request: FeedbackRequest,
    options?: CallOptions,
  ) => Promise<{ answerId: string; status: 'received' }>;
  handoff: (
    request: HandoffRequest,
    options?: CallOptions & {
      /** Names the request, so that it may be sent twice. */
      idempotencyKey?: string;
    },
  ) => Promise<z.infer<typeof handoffReceiptSchema>>;
  /** The text that quotes are slices of. */
  document: (id: string, options?: InStore) => Promise<DocumentResponse>;
  conversation: (
    id: string,
    options?: InStore & { limit?: number; before?: string },
  ) => Promise<Conversation>;
  deleteConversation: (id: string, options?: InStore) => Promise<DeletedConversation>;
  stores: (options?: CallOptions) => Promise<{ stores: Store[]; default: string | null }>;
}

/**
 * Makes a client of a service. It needs nothing but `fetch`, so it also runs in a browser, with a publishable key.
 * @throws TypeError when `baseUrl` is no URL.
 */
export function makeClient({
  baseUrl,
  key,
  fetch = globalThis.fetch,
}: {
  baseUrl: string;
  key?: string;
  fetch?: typeof globalThis.fetch;
}): Client {
  const send = makeSend(baseUrl, key, fetch);
  const call = async <T>(method: string, path: string, options: SendOptions): Promise<T> => {
    const response = await send(method, path, options);
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as T;
  };
  const conversationPath = (id: string) => `/conversations/${encodeURIComponent(id)}`;
  return {
    answer: (body, { signal } = {}) => call('POST', '/answer', { body, signal }),
    streamAnswer: (request, { signal } = {}) => streamAnswer(send, request, signal),
    feedback: (body, { signal } = {}) => call('POST', '/feedback', { body, signal }),
    handoff: (body, { signal, idempotencyKey } = {}) => {
      const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
      return call('POST', '/handoff', { body, headers, signal });
    },
    document: (id, { store, signal } = {}) =>
      call('GET', `/documents/${encodeURIComponent(id)}`, { query: { store }, signal }),
    conversation: (id, { store, limit, before, signal } = {}) =>
      call('GET', conversationPath(id), { query: { store, limit, before }, signal }),
    deleteConversation: (id, { store, signal } = {}) =>
      call('DELETE', conversationPath(id), { query: { store }, signal }),
    stores: ({ signal } = {}) => call('GET', '/stores', { signal }),
  };
}
