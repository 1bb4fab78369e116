import type { Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';

/** Stands between what is asked of a product and the product: "the burrs of the E64", "the E64's burrs". */
const BETWEEN = /['’]s\b|[:?]|(?<!\p{L})(?:of|for|on|in|with|from|para|con|en)(?!\p{L})/u;

/**
 * The words of a product's name by which a question calls it, where others of them stand apart: of the Millhouse E64 Flat
 * Burr Grinder, "burr size of the Millhouse E64" asks for burrs, which are no part of the call. Pure.
 * @param partOf the word of the name that a token is, and how rare it is among names; null for other words.
 */
export function wordsOfCall(
  question: string,
  tokens: readonly Token[],
  partOf: (token: Token) => { name: string; rarity: number } | null,
): Set<string> {
  let best: { names: string[]; rarity: number } = { names: [], rarity: 0 };
  let run = best;
  let end = 0;
  for (const token of tokens) {
    const part = partOf(token);
    if (part === null || BETWEEN.test(fold(question.slice(end, token.start)))) run = { names: [], rarity: 0 };
    end = token.end;
    if (part === null) continue;
    run = { names: [...run.names, part.name], rarity: run.rarity + part.rarity };
    if (run.rarity > best.rarity) best = run;
  }
  return new Set(best.names);
}
