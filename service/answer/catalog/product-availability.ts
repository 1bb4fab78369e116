import { fold } from '../../../ingest/analysis/stem.ts';
import { factPatterns } from '../../../ingest/extract/fact-words/fact-patterns.ts';
import type { Availability, Variant } from '../../../sql/document.ts';
import type { DraftSentence, Evidence, Quote } from '../answerer.ts';
import { messagesFor } from '../compose/messages.ts';
import { namedValues } from './named-values.ts';
import { quoteLines } from './quote-lines.ts';

const ASKS_STOCK =
  /\b(?:in stock|stock|available|availability|sold out|out of stock|do you (?:still )?have|have you got|still (?:have|sell)|can i (?:buy|get|order)|comes? in|en stock|disponible|disponibilidad|agotad[oa]s?|queda[n]?|existencias|tien(?:en|es|e)|teneis|hay)\b/;

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
    const quotes = quoteLines(piece, factPatterns.availability);
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
  const named = (line: string): boolean => valuesOf(line).some((value) => labels.includes(value));
  const soldOut = isGone ? quoteLines(piece, factPatterns.soldOut, named) : [];
  if (soldOut.length > 0) return soldOut;
  const whole = quoteLines(piece, isGone ? factPatterns.unavailable : factPatterns.availability);
  if (isGone && whole.length === 0) return [];
  return [
    ...whole,
    ...quoteLines(piece, /^[^:]+:/, (line) => named(line) && !factPatterns.soldOut.test(line)),
  ].slice(0, MOST_QUOTES);
}

/** The product's own availability, and a line for each of the values named. */
const MOST_QUOTES = 3;

/** The values that a fact line lists, lower case: of `Sold out: red / M, blue / L` they are `red`, `m`, `blue`, `l`. */
function valuesOf(line: string): string[] {
  const list = line.slice(line.indexOf(':') + 1).toLowerCase();
  return [list, ...list.split(','), ...list.split(/,|\s\/\s/)].map((value) => value.trim());
}
