import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from './access/caller.ts';

/** What the handlers of a request note for its access log line. */
export interface AccessNote {
  store?: string;
  answerStatus?: string;
  /** Settles when a streamed body has been sent; the log line waits for it. */
  streamed?: Promise<void>;
}

export interface AppEnv {
  Variables: { requestId: string; access: AccessNote; caller: Caller };
}

export type App = OpenAPIHono<AppEnv>;
