import type { Logger } from 'pino';
import type { Gate } from './access/gate.ts';
import type { AnswerQuestion } from './answer-question.ts';
import type { Conversations } from './conversations/conversations.ts';
import type { Drain } from './drain.ts';
import type { HandoffReceipt, Handoffs, RequestKey } from './handoff/handoffs.ts';
import type { StoreSearch } from './mcp/search/store-search.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { DocumentResponse } from './schemas/document.ts';
import type { FeedbackRequest } from './schemas/feedback.ts';
import type { HandoffRequest } from './schemas/handoff.ts';
import type { Store } from './schemas/store.ts';
import type { FindFinished } from './streams/find-finished.ts';

/** Whether a part of the service works. */
export interface ReadinessCheck {
  ok: boolean;
  /** Of the chat model: whether it takes its key, as far as that has shown. */
  state?: 'ok' | 'refused' | 'unknown';
  /** Reaches clients: what is wrong and what to do, without addresses or credentials. */
  detail?: string;
}

/** Whether the service can answer, and why not: one check a part (`database`, `migrations`, `model`, `chatModel`). */
export interface Readiness {
  ok: boolean;
  checks: Record<string, ReadinessCheck>;
}

export interface ServiceLimits {
  /** Largest request body, in bytes. */
  maxBodyBytes: number;
  /** Largest body of a request that sends a whole conversation along, in bytes. */
  maxChatBodyBytes: number;
  /** Answers that one process makes at a time; beyond, questions are refused. */
  maxOpenAnswers: number;
  /** Of these, those of one address through publishable keys. */
  maxOpenPerAddress: number;
  /** Longest time for one answer, in milliseconds. */
  answerTimeoutMs: number;
  /** Pause after which a silent stream sends a comment, in milliseconds; proxies cut silent ones after 30 to 60 s. */
  heartbeatMs: number;
  /** Time in which an answer that fails is still a problem of its own; then headers and a first byte go out, in milliseconds. */
  firstByteMs: number;
  /** How long an answer is made on for a client that has lost its stream and may come back, in milliseconds. */
  resumeGraceMs: number;
}

export const defaultLimits: ServiceLimits = {
  maxBodyBytes: 64 * 1024,
  maxChatBodyBytes: 1024 * 1024,
  maxOpenAnswers: 256,
  maxOpenPerAddress: 24,
  answerTimeoutMs: 120_000,
  heartbeatMs: 15_000,
  firstByteMs: 50,
  resumeGraceMs: 5_000,
};

/** What the HTTP service stands on. */
export interface ServiceDeps extends StoreSearch {
  answer: AnswerQuestion;
  /** A document of one store, or null. */
  findDocument: (store: string, id: string) => Promise<DocumentResponse | null>;
  /** Keeps a rating; false when the store has no such answer. */
  saveFeedback: (feedback: FeedbackRequest & { store: string }) => Promise<boolean>;
  /** Passes a shopper to the store's people; resolves once that is kept. */
  requestHandoff: (request: HandoffRequest & { store: string }, key?: RequestKey) => Promise<HandoffReceipt>;
  /** What people see of that, and do with it; left out where there are none. */
  handoffs?: Pick<Handoffs, 'read' | 'say'> | undefined;
  /** What was asked and answered before. */
  conversations: Conversations;
  /** Finds answers of whatever instance; left out where this one's own memory is all there is. */
  findFinished?: FindFinished | undefined;
  /** @param newest whether to wait for those of this moment, where what is known is seconds old */
  listStores: (newest?: 'newest') => Promise<Store[]>;
  checkReady: () => Promise<Readiness>;
  logger: Logger;
  /** Keys and limits; left out where whoever reaches the app may do everything. */
  gate?: Gate | undefined;
  /** Left out: counted for the app alone. */
  metrics?: Metrics | undefined;
  /** The store for requests that name none, where there are several. */
  defaultStore?: string | undefined;
  limits?: Partial<ServiceLimits> | undefined;
  /** How the service ends; left out where it just does. */
  drain?: Drain | undefined;
}
