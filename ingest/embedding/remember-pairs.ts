/** A pair takes some 50 bytes. */
const MOST_PAIRS = 100_000;

/**
 * Keeps what a pure function of two words gives: a question's words are held against every word of the passages that are
 * found for it, and questions and passages repeat their words.
 */
export function rememberPairs(
  read: (a: string, b: string) => number,
  most = MOST_PAIRS,
): (a: string, b: string) => number {
  const known = new Map<string, Map<string, number>>();
  let pairs = 0;
  return (a, b) => {
    let ofA = known.get(a);
    const had = ofA?.get(b);
    if (had !== undefined) return had;
    if (pairs >= most) {
      known.clear();
      pairs = 0;
      ofA = undefined;
    }
    if (ofA === undefined) {
      ofA = new Map();
      known.set(a, ofA);
    }
    const result = read(a, b);
    ofA.set(b, result);
    pairs += 1;
    return result;
  };
}
