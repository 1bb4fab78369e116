import { fold } from '../../../ingest/analysis/stem.ts';
import type { ProductFacts } from '../../../sql/document.ts';
import { sameColor } from './color-words.ts';

/** The values of a product's versions that a text names, lower case, by attribute: `in red, size M`. Pure. */
export function namedValues(text: string, product: ProductFacts): Map<string, Set<string>> {
  const words = new Set(wordsOf(text));
  const meant = new Set([...words, ...[...words].flatMap(sameColor)]);
  const nameWords = new Set(wordsOf(product.name));
  const named = new Map<string, Set<string>>();
  for (const variant of product.variants) {
    for (const [name, value] of Object.entries(variant.attributes)) {
      const parts = wordsOf(value);
      const said = SIZE.test(name)
        ? parts.every((part) => meant.has(part))
        : parts.some((part) => part.length > 2 && meant.has(part));
      // "Larch 2" in the question is the product's name, not its size.
      if (parts.length === 0 || !said || parts.every((part) => nameWords.has(part))) continue;
      const values = named.get(name) ?? new Set();
      values.add(value.toLowerCase());
      named.set(name, values);
    }
  }
  return named;
}

/** Sizes are named whole: `W32 L34`, `10.5`. */
const SIZE = /size|talla|numero/;

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:\.\d+)?/gu) ?? [];
}
