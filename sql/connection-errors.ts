import { errorCode, SQLSTATE } from './sqlstate.ts';

/** What the operating system or DNS says of a server that is not there for now. */
const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  // A Unix socket whose owner has gone, or that takes no more connections.
  'ENOENT',
  'EAGAIN',
]);

/** SQLSTATEs of a server that shuts down, starts or has no connection left; class 08 are connection exceptions. */
const SQLSTATES: ReadonlySet<string> = new Set([
  SQLSTATE.adminShutdown,
  SQLSTATE.crashShutdown,
  SQLSTATE.cannotConnectNow,
  SQLSTATE.idleSessionTimeout,
  SQLSTATE.idleInTransactionTimeout,
  SQLSTATE.tooManyConnections,
]);

/** Errors of `pg` itself, which have no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/;

/** Whether an error says that the database cannot be spoken to now, and nothing of what it was asked. */
export function isConnectionLost(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== null) return SYSTEM_CODES.has(code) || SQLSTATES.has(code) || code.startsWith('08');
  return error instanceof Error && MESSAGES.test(error.message);
}

/** Whether an error says that two transactions stood in each other's way, so that the same one may succeed now. */
export function isConflict(error: unknown): boolean {
  const code = errorCode(error);
  return code === SQLSTATE.serializationFailure || code === SQLSTATE.deadlockDetected;
}
