import type { Logger } from 'pino';
import type { AnswerQuestion } from './answer-question.ts';
import type { DocumentResponse, FeedbackRequest, HandoffRequest, Store } from './schemas.ts';

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
  /** Longest time for one answer, in milliseconds. */
  answerTimeoutMs: number;
  /** Pause after which a silent stream sends a comment, in milliseconds; proxies cut silent ones after 30 to 60 s. */
  heartbeatMs: number;
}

export const defaultLimits: ServiceLimits = {
  maxBodyBytes: 64 * 1024,
  answerTimeoutMs: 120_000,
  heartbeatMs: 15_000,
};

/** What the HTTP service stands on. */
export interface ServiceDeps {
  answer: AnswerQuestion;
  /** A document of one store, or null. */
  findDocument: (store: string, id: string) => Promise<DocumentResponse | null>;
  /** Keeps a rating; false when the store has no such answer. */
  saveFeedback: (feedback: FeedbackRequest & { store: string }) => Promise<boolean>;
  /** Passes a shopper to the store's people; resolves once that is kept. */
  requestHandoff: (request: HandoffRequest & { store: string }) => Promise<{ id: string }>;
  listStores: () => Promise<Store[]>;
  checkReady: () => Promise<Readiness>;
  logger: Logger;
  /** The store for requests that name none, where there are several. */
  defaultStore?: string | undefined;
  limits?: Partial<ServiceLimits> | undefined;
}
