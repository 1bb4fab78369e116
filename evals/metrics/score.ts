/** A measured value, or the reason why there is nothing to measure. Never NaN. */
export type Score = { value: number; reason?: never } | { value: null; reason: string };

/** @throws RangeError for NaN and infinities: a metric that yields one has a bug. */
export function scored(value: number): Score {
  if (!Number.isFinite(value)) throw new RangeError(`expected a finite score, got ${value}`);
  return { value };
}

export function notApplicable(reason: string): Score {
  return { value: null, reason };
}

/** `hits / total`, or not applicable where `total` is 0. */
export function share(hits: number, total: number, reasonIfNone: string): Score {
  return total === 0 ? notApplicable(reasonIfNone) : scored(hits / total);
}

/**
 * The mean of those scores that apply; each counts the same (a macro average). Not applicable where none does.
 */
export function meanScore(scores: Iterable<Score>, reasonIfNone: string): Score {
  let sum = 0;
  let count = 0;
  for (const { value } of scores) {
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return share(sum, count, reasonIfNone);
}
