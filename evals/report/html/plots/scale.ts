/** Width of every plot, in its own units: about a pixel each. */
export const PLOT_WIDTH = 420;

/** Maps `[from, to]` to `[start, end]`; what lies outside is put at the nearer end, and an empty range in the middle. */
export function linearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => {
    const part = to === from ? 0.5 : (value - from) / (to - from);
    return tidy(start + Math.max(0, Math.min(1, part)) * (end - start));
  };
}

/** The same for a range of magnitudes; both of its ends are above 0. */
export function logScale(
  [from, to]: readonly [number, number],
  range: readonly [number, number],
): (value: number) => number {
  const scale = linearScale([Math.log(from), Math.log(to)], range);
  return (value) => scale(Math.log(Math.max(value, from)));
}

/** 1, 2 and 5 times the powers of ten within a range. */
export function logTicks([from, to]: readonly [number, number]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power += 1) {
    for (const step of [1, 2, 5]) {
      const tick = Number((step * 10 ** power).toPrecision(3));
      if (tick >= from && tick <= to) ticks.push(tick);
    }
  }
  return ticks;
}

/** Round values that cover a range, four or five of them. */
export function roundTicks([from, to]: readonly [number, number]): number[] {
  const rough = (to - from) / 4;
  if (!(rough > 0)) return [from];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to + step * 1e-9; tick += step) {
    ticks.push(Number(tick.toPrecision(6)));
  }
  return ticks;
}

/** Two decimals are finer than a screen. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `20 ms`, `1.5 s`: a tick of time. */
export function shortTime(milliseconds: number): string {
  return milliseconds >= 1000
    ? `${Number((milliseconds / 1000).toPrecision(3))} s`
    : `${Number(milliseconds.toPrecision(3))} ms`;
}
