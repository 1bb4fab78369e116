import type { Availability, Variant } from '../../../sql/document.ts';
import type { Ground } from '../answerer.ts';
import { namedValues } from '../catalog/named-values.ts';
import { readClosedWords } from './closed-classes.ts';

const KEYS: Record<Availability, string[]> = {
  in_stock: ['stock:in_stock'],
  out_of_stock: ['stock:sold_out'],
  preorder: ['stock:pre-order'],
  backorder: ['stock:on_back_order'],
  discontinued: ['stock:discontinued', 'stock:sold_out'],
  unknown: [],
};

/** What the grounds' products and their versions are said to be, as claims: `stock:in_stock`. */
export function stockKeys(grounds: Ground[]): string[] {
  return grounds.flatMap(({ product }) =>
    product === null ? [] : [product, ...product.variants].flatMap(({ availability }) => KEYS[availability]),
  );
}

/**
 * Whether a sentence says of a product, or of the version of it that it names, that it can be bought when it cannot, or the
 * other way round.
 * @returns why, or null. Pure.
 */
export function findStockContradiction(sentence: string, grounds: Ground[]): string | null {
  const said = readClosedWords(sentence).filter(({ key }) => key.startsWith('stock:'));
  if (said.length === 0) return null;
  for (const { product, text } of grounds) {
    if (product === null) continue;
    const wanted = namedValues(sentence, product);
    const meant: Variant[] = product.variants.filter((variant) =>
      [...wanted].every(([name, values]) => values.has((variant.attributes[name] ?? '').toLowerCase())),
    );
    const known = wanted.size > 0 && meant.length > 0 ? meant : [product];
    const keys = new Set(known.flatMap(({ availability }) => KEYS[availability]));
    // Facts that say nothing leave it to the quote's own words.
    if (keys.size === 0) for (const { key } of readClosedWords(text)) keys.add(key);
    const wrong = keys.size === 0 ? undefined : said.find(({ key }) => !keys.has(key));
    if (wrong) return `the product is not ${wrong.written}`;
  }
  return null;
}
