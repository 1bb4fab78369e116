import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import { isLong } from './asks-for.ts';

/** A moment in which answers end. */
const RETRY_SECONDS = '2';

export interface OpenAnswerLimits {
  /** Open answers of this process. */
  maxOpenAnswers: number;
  /** Of these, one address's; a secret key's are not counted. */
  maxOpenPerAddress: number;
}

/**
 * Refuses a question while too many are being answered: one that waits in a queue without bound helps nobody.
 * @param onCount is told how many are open after each change
 */
export function makeBoundOpenAnswers(
  { maxOpenAnswers, maxOpenPerAddress }: OpenAnswerLimits,
  onCount: (open: number) => void,
): MiddlewareHandler<AppEnv> {
  let open = 0;
  const byAddress = new Map<string, number>();
  const change = (address: string | null, by: 1 | -1): void => {
    open += by;
    onCount(open);
    if (address === null) return;
    const ofAddress = (byAddress.get(address) ?? 0) + by;
    if (ofAddress === 0) byAddress.delete(address);
    else byAddress.set(address, ofAddress);
  };
  return async (c, next) => {
    const { access, caller } = c.var;
    if (!isLong(access.asks ?? null, c.req.method, c.req.path)) return next();
    const address = caller.kind === 'publishable' ? (access.address ?? null) : null;
    if (open >= maxOpenAnswers) throw overloaded(`${open} questions are being answered, as many as may be`);
    if (address !== null && (byAddress.get(address) ?? 0) >= maxOpenPerAddress) {
      throw overloaded(
        `${maxOpenPerAddress} questions from your address are being answered, as many as may be`,
      );
    }
    change(address, 1);
    let streamed: Promise<void> | undefined;
    try {
      await next();
      streamed = access.streamed;
    } finally {
      if (streamed === undefined) change(address, -1);
      else void streamed.finally(() => change(address, -1));
    }
  };
}

function overloaded(reason: string): ProblemError {
  const detail = `${reason}. Ask again in ${RETRY_SECONDS} seconds.`;
  return new ProblemError('overloaded', { detail, headers: { 'retry-after': RETRY_SECONDS } });
}
