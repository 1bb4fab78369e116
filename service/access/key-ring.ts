import { timingSafeEqual } from 'node:crypto';
import { keepFresh } from '../keep-fresh.ts';
import type { AccessKey } from './access-key.ts';
import { hashKey } from './key-format.ts';
import { isLoopback } from './loopback.ts';

/** After this long the keys are read again, beside the requests. */
const FRESH_MS = 2_000;
/** After this long a request waits for them: so long may a revoked key go on at most. */
export const STALE_MS = 5_000;
/** Unknown keys make the keys be read no more often than this. */
const NEWEST_MS = 500;

/** The keys at one moment. */
export interface Keys {
  /** Whether any was ever made. While none was, the service is open. */
  any: boolean;
  /** The key of this text, also a revoked one. */
  find(text: string): AccessKey | null;
  /** Whether a page of this origin may call: with some live publishable key or, while no key was ever made, a page of this machine. */
  allowsOrigin(origin: string): boolean;
}

/**
 * The keys as they are in the database, seconds old at most. @throws what reading them throws.
 * @param newest whether they are looked for anew unless that was a moment ago: for a key or an origin that is not known yet
 */
export type ReadKeys = (newest?: 'newest') => Promise<Keys>;

/**
 * Reads keys at most every two seconds. Older than that, they are read again while requests go on with what is known; older
 * than five, requests wait.
 */
export function makeReadKeys({
  load,
  now,
}: {
  load: () => Promise<AccessKey[]>;
  now?: () => number;
}): ReadKeys {
  const times = { freshMs: FRESH_MS, staleMs: STALE_MS, newestMs: NEWEST_MS, ...(now && { now }) };
  return keepFresh(async () => collectKeys(await load()), times);
}

/** The keys, ready to be looked up. Pure. */
export function collectKeys(rows: readonly AccessKey[]): Keys {
  const byHash = new Map(rows.map((row) => [row.hash.toString('base64'), row]));
  const origins = new Set(rows.filter(({ revokedAt }) => revokedAt === null).flatMap((row) => row.origins));
  return {
    any: rows.length > 0,
    find: (text) => {
      const hash = hashKey(text);
      const found = byHash.get(hash.toString('base64'));
      return found !== undefined && timingSafeEqual(found.hash, hash) ? found : null;
    },
    allowsOrigin: (origin) => origins.has(origin) || (rows.length === 0 && isOfThisMachine(origin)),
  };
}

/** No page of another machine can claim such an origin. */
function isOfThisMachine(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.origin === origin && isLoopback(url.hostname);
}
