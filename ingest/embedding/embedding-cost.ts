import type { EmbeddingModel } from './embedding-model.ts';

/** @returns US dollars for embedding so many tokens; null where the model's price is not known. */
export function embeddingCost(
  { usdPerMillionTokens, priceKnown }: Pick<EmbeddingModel, 'usdPerMillionTokens' | 'priceKnown'>,
  tokens: number,
): number | null {
  return priceKnown ? (tokens / 1_000_000) * usdPerMillionTokens : null;
}

/** A cost as a person reads it: an unknown one is not $0, and neither is a small one. */
export function showCost(usd: number | null): string {
  if (usd === null) return 'price unknown';
  if (usd === 0) return '$0';
  return usd < 0.0001 ? 'under $0.0001' : `$${usd.toFixed(4)}`;
}
