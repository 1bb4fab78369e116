import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds without requests and without a change before a page with text counts as drawn. */
const QUIET_MS = 500;
/** The same for one that still shows next to nothing: a timer or a slow answer may be about to fill it. */
const EMPTY_QUIET_MS = 3_000;
/** Characters that a spinner and a menu do not reach. */
const SOME_TEXT = 200;
/** A request that is open for longer is a poll or a stream, for which nobody waits. */
const POLL_MS = 8_000;
const STEP_MS = 100;

/** What a page looks like at one moment. */
export interface PageMoment {
  loaded: boolean;
  /** Changes whenever elements or text come or go. */
  size: number;
  /** Characters that can be seen. */
  text: number;
}

/**
 * Waits until a page has come to rest.
 * @param probe looks at the page; pends as long as its scripts keep it busy.
 * @param until `performance.now()` at which it is read as it is.
 * @returns whether it came to rest in time.
 */
export async function settle(deps: {
  probe: () => Promise<PageMoment>;
  traffic: () => { begun: number[]; lastEnd: number };
  until: number;
  signal: AbortSignal;
}): Promise<boolean> {
  const { probe, traffic, until, signal } = deps;
  let size = -1;
  let changedAt = performance.now();
  for (;;) {
    const moment = await probe();
    const now = performance.now();
    if (moment.size !== size) {
      size = moment.size;
      changedAt = now;
    }
    const { begun, lastEnd } = traffic();
    const waiting = begun.some((time) => now - time < POLL_MS);
    const quiet = now - Math.max(changedAt, lastEnd);
    const enough = moment.text >= SOME_TEXT ? QUIET_MS : EMPTY_QUIET_MS;
    if (moment.loaded && !waiting && quiet >= enough) return true;
    if (now >= until) return false;
    await delay(STEP_MS, undefined, { signal });
  }
}
