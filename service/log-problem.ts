import type { Logger } from 'pino';
import type { ProblemError } from './problem.ts';
import { problemKinds } from './problem.ts';

/** Logs what went wrong behind a server problem, stack included. Client mistakes are in the access log already. */
export function logProblem(logger: Logger, problem: ProblemError, requestId: string): void {
  if (problemKinds[problem.kind].status < 500) return;
  const cause = problem.cause ?? problem;
  // Only these fields: database errors also carry parameters and rows, which may hold a shopper's words.
  const error =
    cause instanceof Error
      ? { name: cause.name, stack: stacks(cause), ...('code' in cause && { code: cause.code }) }
      : { name: typeof cause, stack: '' };
  logger.error({ requestId, problem: problem.kind, error }, 'request failed');
}

const maxCauses = 4;

function stacks(error: Error, depth = 0): string {
  const own = error.stack ?? `${error.name}: ${error.message}`;
  if (depth >= maxCauses) return own;
  const causes = error instanceof AggregateError ? error.errors : [error.cause];
  const inner = causes.filter((cause) => cause instanceof Error).map((cause) => stacks(cause, depth + 1));
  return [own, ...inner].join('\ncaused by: ');
}
