/** Choices that look random and are the same every time. */
export interface Dice {
  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number;
  /** @throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
}

/** Makes dice of a seed: Mulberry32 (Tommy Ettinger, public domain), which is small and the same on every machine. */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    whole,
    pick(list) {
      if (list.length === 0) throw new RangeError('expected something to pick from, found an empty list');
      return list[whole(0, list.length - 1)] as (typeof list)[number];
    },
  };
}
