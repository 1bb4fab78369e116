import { fold } from '../../analysis/stem.ts';

/** Of the shorter name's words, those that the longer one has at least: "Ridge Jacket" in "Ridge Rain Jacket – Red". */
const SHARED = 2 / 3;

/** With fewer in common, two names of what is one product are worth a look. */
const HARDLY_SHARED = 1 / 2;

/** Whether two names may be one product's: one may add a brand, a color, a size. Pure. */
export function namesAlike(one: string, other: string): boolean {
  return sharedWords(one, other) >= SHARED;
}

/** Whether two names have little or nothing in common. Pure. */
export function namesUnlike(one: string, other: string): boolean {
  return sharedWords(one, other) < HARDLY_SHARED;
}

/** The share of the shorter name's words that the other has; 0 for a name without words. */
function sharedWords(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

/** Whether two names are the same but for case, accents and punctuation. Pure. */
export function namesEqual(one: string, other: string): boolean {
  return [...wordsOf(one)].join(' ') === [...wordsOf(other)].join(' ');
}

function wordsOf(name: string): Set<string> {
  return new Set(
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}
