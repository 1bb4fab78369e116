const SHINGLE = 4;

/**
 * How much of texts was taken from a text that is known: the share of their 4-word shingles that it has too, in 0…1; 0
 * where they have none. Word tokens without case.
 */
export function shingleShare(texts: readonly string[], known: string): number {
  const wanted = new Set(shingles(known));
  let [all, shared] = [0, 0];
  for (const text of texts) {
    for (const shingle of shingles(text)) {
      all += 1;
      if (wanted.has(shingle)) shared += 1;
    }
  }
  return all === 0 ? 0 : shared / all;
}

function* shingles(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  for (let at = 0; at + SHINGLE <= words.length; at += 1) yield words.slice(at, at + SHINGLE).join(' ');
}
