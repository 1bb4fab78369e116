import type { Clock } from './clock.ts';

/** The pace at which one host is asked. */
export interface Pacer {
  /** Resolves when the next request may start. */
  turn(signal: AbortSignal): Promise<void>;
  /** No request starts for so long: the host has asked for it. */
  hold(milliseconds: number): void;
  /** The least time between the starts of two requests. */
  setDelay(milliseconds: number): void;
}

/** Makes a pacer that lets requests start at once until told otherwise. */
export function makePacer(clock: Clock): Pacer {
  let delay = 0;
  let nextTurn = 0;
  let heldUntil = 0;

  return {
    async turn(signal) {
      const mine = Math.max(clock.now(), nextTurn);
      nextTurn = mine + delay;
      for (let at = Math.max(mine, heldUntil); at > clock.now(); at = Math.max(mine, heldUntil)) {
        await clock.sleep(at - clock.now(), signal);
      }
    },
    hold(milliseconds) {
      heldUntil = Math.max(heldUntil, clock.now() + milliseconds);
    },
    setDelay(milliseconds) {
      delay = milliseconds;
    },
  };
}
