import type { Caller } from '../access/caller.ts';
import { hostOf, isLoopback } from '../access/loopback.ts';
import { ProblemError } from '../problem.ts';

/**
 * What the specification asks of servers (2025-06-18, Transports, Security Warning): that a page from elsewhere, in a browser on
 * this machine, gets nothing. A caller who has shown a key needs no other proof. Pure.
 * @throws ProblemError when the request has an `Origin` that is neither the service's own nor this machine's.
 */
export function checkOrigin(
  origin: string | undefined,
  host: string | undefined,
  caller: Pick<Caller, 'keyId'>,
): void {
  if (origin === undefined || caller.keyId !== null) return;
  const from = URL.parse(origin);
  if (from !== null && (isLoopback(hostOf(from.host)) || from.host === host)) return;
  throw new ProblemError('origin-not-allowed', {
    detail: `Pages of ${JSON.stringify(origin.slice(0, 200))} may not call tools here without a key. Call from a server, which sends no Origin, or make a secret key.`,
  });
}
