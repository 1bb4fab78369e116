import type { Clock } from './clock.ts';

/** A clock for tests, at 0, that jumps ahead instead of waiting. */
export function makeFakeClock(): Clock & { slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}
