import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { describeError } from '../describe-error.ts';
import { UsageError } from '../usage-error.ts';
import { TargetLostError } from './target.ts';

/** Pause between two looks whether a service is back, in milliseconds. */
const LOOK_EVERY_MS = 500;
const LOOK_MS = 5000;

/**
 * Returns a function for an error of a request: one that came off the network is a lost service unless that gives a sign
 * of life within `graceMs`, as one that restarts does. Requests that fail at the same time wait for the same looks.
 *
 * @param health an address that answers while the service lives.
 */
export function makeLossCheck(
  health: URL,
  fetch: typeof globalThis.fetch,
  graceMs: number,
): (error: unknown) => Promise<unknown> {
  let looking: Promise<boolean> | null = null;
  const isAlive = async () => {
    const until = performance.now() + graceMs;
    for (;;) {
      const alive = await fetch(health, { signal: AbortSignal.timeout(LOOK_MS) }).then(
        (response) => response.body?.cancel().then(() => true) ?? true,
        () => false,
      );
      if (alive || performance.now() >= until) return alive;
      await sleep(Math.min(LOOK_EVERY_MS, graceMs));
    }
  };
  return async (error) => {
    if (!isNetworkFailure(error)) return error;
    looking ??= isAlive().finally(() => {
      looking = null;
    });
    if (await looking) return error;
    const base = new URL('.', health);
    return new TargetLostError(`the service at ${base} has stopped answering: ${describeError(error)}`);
  };
}

/** `fetch` and the reading of a body throw a TypeError for what the network does, and for nothing else here. */
function isNetworkFailure(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof TypeError) return true;
  }
  return false;
}

const storesFormat = z.object({
  stores: z.array(z.object({ id: z.string() })),
  default: z.string().nullable(),
});

/**
 * Looks whether a running service has the store that is to be asked, so that a wrong name is one mistake and not one a case.
 * A service that does not list its stores is not asked further.
 *
 * @throws UsageError when it has not.
 */
export async function checkStore(
  base: URL,
  store: string | null,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(new URL('stores', base), { headers: { accept: 'application/json' }, signal });
  const body: unknown = response.ok ? await response.json().catch(() => null) : await response.body?.cancel();
  const checked = storesFormat.safeParse(body);
  if (!checked.success) return;
  requireStore(`--against: the service at ${base}`, store, checked.data);
}

/** @throws UsageError that says which stores there are. */
export function requireStore(
  where: string,
  store: string | null,
  known: { stores: { id: string }[]; default: string | null },
): void {
  const ids = known.stores.map(({ id }) => id);
  const has = ids.length === 0 ? 'it has none' : `it has ${ids.join(', ')}`;
  if (store !== null && !ids.includes(store)) throw new UsageError(`${where} has no store ${store}: ${has}`);
  if (store === null && known.default === null) {
    throw new UsageError(`${where} has no default store, and the suite names none (store: …): ${has}`);
  }
}
