/** Limits of one embeddings request. */
export interface BatchLimits {
  maxTexts: number;
  /** A text longer than this goes alone. */
  maxTokens: number;
}

/** Cuts `texts` into consecutive batches within the limits, in order; no batch is empty. Pure. */
export function batchTexts(
  texts: string[],
  countTokens: (text: string) => number,
  { maxTexts, maxTokens }: BatchLimits,
): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let tokens = 0;
  for (const text of texts) {
    const cost = countTokens(text);
    if (batch.length > 0 && (batch.length >= maxTexts || tokens + cost > maxTokens)) {
      batches.push(batch);
      batch = [];
      tokens = 0;
    }
    batch.push(text);
    tokens += cost;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
