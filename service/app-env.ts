import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from './access/caller.ts';
import type { Asks } from './limits/asks-for.ts';
import type { AnswerResponse } from './schemas/answer-response.ts';

/** What the handlers of a request note for its access log line. */
export interface AccessNote {
  store?: string;
  answerStatus?: string;
  /** Settles when a streamed body has been sent; the log line waits for it. */
  streamed?: Promise<void>;
  /** What its limits count for; left out where it is not known. */
  address?: string;
  /** What it asks for that costs more than other requests. */
  asks?: Asks;
  /** Each is told of an answer that was given. */
  answered?: ((response: AnswerResponse) => void)[];
}

export interface AppEnv {
  Variables: { requestId: string; access: AccessNote; caller: Caller };
}

export type App = OpenAPIHono<AppEnv>;
