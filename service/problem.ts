import { z } from '@hono/zod-openapi';

/** Every kind of problem a client can meet. The name is the last part of `type` and never changes. */
export const problemKinds = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  unauthorized: { status: 401, title: 'A valid key is needed' },
  forbidden: { status: 403, title: 'The key may not do this' },
  'origin-not-allowed': { status: 403, title: 'The key is not for pages of this origin' },
  'unknown-route': { status: 404, title: 'There is nothing at this address' },
  'unknown-store': { status: 404, title: 'There is no such store' },
  'unknown-document': { status: 404, title: 'There is no such document' },
  'unknown-product': { status: 404, title: 'There is no such product' },
  'unknown-conversation': { status: 404, title: 'There is no such conversation' },
  'unknown-stream': { status: 404, title: 'There is no such stream to go on with' },
  'unknown-answer': { status: 404, title: 'There is no such answer' },
  'unknown-handoff': { status: 404, title: 'There is no such handoff' },
  'method-not-allowed': { status: 405, title: 'This address has no such method' },
  'conversation-busy': { status: 409, title: 'Too many questions wait in this conversation' },
  'handoff-closed': { status: 409, title: 'The handoff is closed' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body has the wrong content type' },
  misdirected: { status: 421, title: 'The service is not meant by this host' },
  'idempotency-key-reused': { status: 422, title: 'The key was used for another request' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'budget-spent': { status: 429, title: "The day's budget is spent" },
  // 499 is nginx's code for a client that has gone; it appears in logs, for nobody is left to read it.
  cancelled: { status: 499, title: 'The client went away' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  'model-refused': { status: 502, title: 'The model cannot be used' },
  'database-unavailable': { status: 503, title: 'The database cannot be reached' },
  'model-unavailable': { status: 503, title: 'The model cannot be reached' },
  overloaded: { status: 503, title: 'Too many questions are being answered' },
  stopping: { status: 503, title: 'The service is being stopped' },
  'not-ready': { status: 503, title: 'The service is not ready' },
  timeout: { status: 504, title: 'The answer took too long' },
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** One mistake in a request: where, what would have been right, and what was there. */
const requestErrorSchema = z
  .object({
    path: z.string().openapi({ example: 'filters.maxPrice' }),
    expected: z.string().openapi({ example: 'a number' }),
    got: z.string().openapi({ example: 'the text "cheap"' }),
  })
  .openapi('RequestError');
export type RequestError = z.infer<typeof requestErrorSchema>;

/** A problem document, RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:aisle:problem:invalid-request' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().openapi({ description: 'Names this request in the logs.' }),
    errors: z.array(requestErrorSchema).optional(),
    checks: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problemSchema>;

/** What a problem says beyond its kind. */
export interface ProblemDetails {
  /** For people: what was expected, what was found, what to do. Reaches the client. */
  detail: string;
  errors?: RequestError[];
  /** Readiness checks, for `not-ready`. */
  checks?: Record<string, unknown>;
  /** Response headers, such as `Allow` or `Retry-After`. */
  headers?: Record<string, string>;
  cause?: unknown;
}

/** An error whose words are meant for the client. Anything else that is thrown stays in the log. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly details: ProblemDetails;

  constructor(kind: ProblemKind, details: ProblemDetails) {
    super(details.detail, { cause: details.cause });
    this.name = 'ProblemError';
    this.kind = kind;
    this.details = details;
  }
}

/** The problem document of an error, for the request named by `requestId`. */
export function problemDocument({ kind, details }: ProblemError, requestId: string): Problem {
  const { status, title } = problemKinds[kind];
  const { detail, errors, checks } = details;
  return {
    type: `urn:aisle:problem:${kind}`,
    title,
    status,
    detail,
    instance: `urn:aisle:request:${requestId}`,
    ...(errors && { errors }),
    ...(checks && { checks }),
  };
}

/** The response of a problem. */
export function problemResponse(error: ProblemError, requestId: string): Response {
  const problem = problemDocument(error, requestId);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { ...error.details.headers, 'content-type': 'application/problem+json; charset=utf-8' },
  });
}
