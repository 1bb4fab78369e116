import { HTTPException } from 'hono/http-exception';
import { ProblemError } from './problem.ts';

const retrySeconds = '5';

// Node's names for a connection that could not be made or was lost.
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

// PostgreSQL's: class 08 connection exception, 53300 too_many_connections, 57P01…05 shutdowns and dropped sessions.
const connectionStates = /^(08...|53300|57P0[1-5])$/;

// node-postgres gives these no code.
const poolMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after)/;

/**
 * The problem that an error becomes for a client. Errors that were not written for clients lose their words: no SQL,
 * no upstream body, no stack. Looks through `cause` and `AggregateError`, as pg and undici wrap what went wrong.
 */
export function toProblem(error: unknown, requestId: string): ProblemError {
  for (const link of chain(error)) {
    if (link instanceof ProblemError) return link;
    if (link instanceof HTTPException && link.status < 500) return fromHono(link);
    if (has(link, 'kind', 'model-unavailable')) return modelProblem(link, error);
    if (has(link, 'name', 'TimeoutError')) {
      const detail = 'The answer was not ready in time. Ask again, or ask a shorter question.';
      return new ProblemError('timeout', { detail, cause: error });
    }
    if (has(link, 'name', 'AbortError')) {
      return new ProblemError('cancelled', { detail: 'The client closed the connection.', cause: error });
    }
    if (isDatabaseDown(link)) {
      return new ProblemError('database-unavailable', {
        detail: 'The database does not answer. Try again in a few seconds; GET /ready tells when it is back.',
        headers: { 'retry-after': retrySeconds },
        cause: error,
      });
    }
  }
  const detail = `An unexpected error. It is in the log under request id ${requestId}.`;
  return new ProblemError('internal', { detail, cause: error });
}

/** Hono's own refusals, such as a URL that does not decode; their messages are fixed words. */
function fromHono(error: HTTPException): ProblemError {
  const kind = error.status === 415 ? 'unsupported-media-type' : 'invalid-request';
  return new ProblemError(kind, { detail: error.message || 'The request could not be read.', cause: error });
}

/** What a model's failure tells: `ModelUnavailable` of the answerers, by its shape. */
interface ModelFailure {
  /** Whether asking again may help; after a refused key it cannot. */
  retryable?: boolean;
  retryAfterMs?: number | undefined;
}

function modelProblem({ retryable = true, retryAfterMs }: ModelFailure, cause: unknown): ProblemError {
  if (!retryable) {
    const detail =
      'The model that writes answers refuses the service. Its operator finds the reason in the log.';
    return new ProblemError('model-refused', { detail, cause });
  }
  return new ProblemError('model-unavailable', {
    detail: 'The model that writes answers does not answer. Try again in a few seconds.',
    headers: { 'retry-after': retryAfterMs ? String(Math.ceil(retryAfterMs / 1000)) : retrySeconds },
    cause,
  });
}

function isDatabaseDown(error: object): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // ENOENT is a missing socket only when it came from connecting; from reading a file it is a bug of ours.
  if (code === 'ENOENT') return has(error, 'syscall', 'connect');
  if (connectionCodes.has(code) || connectionStates.test(code)) return true;
  return error instanceof Error && poolMessages.test(error.message);
}

const maxDepth = 8;

function* chain(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > maxDepth) return;
  yield error;
  if (error instanceof AggregateError) for (const each of error.errors) yield* chain(each, depth + 1);
  if ('cause' in error) yield* chain(error.cause, depth + 1);
}

function has(value: object, key: string, wanted: string): boolean {
  return key in value && (value as Record<string, unknown>)[key] === wanted;
}
