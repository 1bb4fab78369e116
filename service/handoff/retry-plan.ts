/** 5 s, 20 s, 80 s, 5 min, 21 min, 85 min, then every six hours: a day and a half in all, for a weekday's outage to be over. */
const FIRST_MS = 5_000;
const FACTOR = 4;
const LONGEST_MS = 6 * 3_600_000;
const MOST_TRIES = 12;
/** A server that asks for a longer pause is asked again all the same. */
const LONGEST_ASKED_MS = 24 * 3_600_000;

/**
 * When to try again: exponential backoff, spread by a fifth to either side so that what has failed at once does not come back
 * at once, and not before the server wants it. Pure.
 * @param tries so far, from 1
 * @param retryAfterMs what the server asked for; null: nothing
 * @param random 0…1
 * @returns milliseconds; null: no more.
 */
export function nextTryAfter(tries: number, retryAfterMs: number | null, random: number): number | null {
  if (tries >= MOST_TRIES) return null;
  const wait = Math.min(LONGEST_MS, FIRST_MS * FACTOR ** (tries - 1)) * (0.8 + 0.4 * random);
  return Math.round(Math.max(wait, Math.min(retryAfterMs ?? 0, LONGEST_ASKED_MS)));
}
