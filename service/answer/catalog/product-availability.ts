import { fold } from '../../../ingest/analysis/stem.ts';
import type { Availability, ProductFacts, Variant } from '../../../sql/document.ts';
import type { DraftSentence, Evidence, Quote } from '../answerer.ts';
import { messagesFor } from '../messages.ts';
import { sameColor } from './color-words.ts';
import { quoteLines } from './quote-lines.ts';

const ASKS_STOCK =
  /\b(?:in stock|stock|available|availability|sold out|out of stock|do you (?:still )?have|have you got|still (?:have|sell)|can i (?:buy|get|order)|comes? in|en stock|disponible|disponibilidad|agotad[oa]s?|queda[n]?|tien(?:en|es|e)|teneis|hay)\b/;

/** Whether a question asks if something can be bought, folded. */
export function asksAvailability(question: string): boolean {
  return ASKS_STOCK.test(fold(question));
}

/**
 * Says whether a product, or the version of it that the question names ("in XXL", "in orange"), can be bought. Pure.
 * @returns null when the product's facts do not tell.
 */
export function sayAvailability(question: string, piece: Evidence, locale: string): DraftSentence | null {
  const { product } = piece;
  if (product === null) return null;
  const wanted = namedValues(question, product);
  const variants = product.variants.filter((variant) =>
    [...wanted].every(([name, values]) => values.has((variant.attributes[name] ?? '').toLowerCase())),
  );
  const words = messagesFor(locale).availability;
  if (wanted.size === 0) {
    const quotes = quoteLines(piece, /^Availability:/);
    if (product.availability === 'unknown' || quotes.length === 0) return null;
    return { text: `${product.name} – ${words[product.availability]}`, quotes };
  }
  const availability = bestOf(variants);
  if (availability === null || availability === 'unknown') return null;
  const labels = [...wanted].flatMap(([, values]) => [...values]);
  const quotes = proofOf(piece, availability, labels);
  if (quotes.length === 0) return null;
  return { text: `${product.name} (${describe(variants, wanted)}) – ${words[availability]}`, quotes };
}

/** Attribute to the values (lower case) of it that a question names. */
function namedValues(question: string, product: ProductFacts): Map<string, Set<string>> {
  const words = new Set(fold(question).match(/[\p{L}\p{N}.]+/gu) ?? []);
  const meant = new Set([...words, ...[...words].flatMap(sameColor)]);
  const nameWords = new Set(fold(product.name).split(/[^\p{L}\p{N}.]+/u));
  const named = new Map<string, Set<string>>();
  for (const variant of product.variants) {
    for (const [name, value] of Object.entries(variant.attributes)) {
      const parts = fold(value)
        .split(/[^\p{L}\p{N}.]+/u)
        .filter((part) => part !== '');
      const said = /size|talla|numero/.test(name)
        ? parts.every((part) => meant.has(part))
        : parts.some((part) => part.length > 2 && meant.has(part));
      // "Larch 2" in the question is the product's name, not its size.
      if (!said || parts.every((part) => nameWords.has(part))) continue;
      const values = named.get(name) ?? new Set();
      values.add(value.toLowerCase());
      named.set(name, values);
    }
  }
  return named;
}

function bestOf(variants: Variant[]): Availability | null {
  const order: Availability[] = [
    'in_stock',
    'preorder',
    'backorder',
    'out_of_stock',
    'discontinued',
    'unknown',
  ];
  return (
    order.find((availability) => variants.some((variant) => variant.availability === availability)) ?? null
  );
}

function describe(variants: Variant[], wanted: Map<string, Set<string>>): string {
  const values = [...wanted.keys()].map((name) =>
    [...new Set(variants.map((variant) => variant.attributes[name]))].join('/'),
  );
  return values.join(', ');
}

/** The lines that say so: what is sold out by name, else the values there are with the product's own availability. */
function proofOf(piece: Evidence, availability: Availability, labels: string[]): Quote[] {
  const isGone = availability === 'out_of_stock' || availability === 'discontinued';
  const named = (line: string): boolean => labels.some((label) => line.toLowerCase().includes(label));
  const soldOut = quoteLines(piece, /sold out:/i, named);
  if (isGone)
    return soldOut.length > 0 ? soldOut : quoteLines(piece, /^Availability: (?:sold out|out of stock)/i);
  return [
    ...quoteLines(piece, /^Availability:/),
    ...quoteLines(piece, /^(?!.*sold out)[^:]+:/i, named),
  ].slice(0, 3);
}
