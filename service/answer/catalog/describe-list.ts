import type { DraftSentence, Evidence } from '../answerer.ts';
import { nameProducts } from './find-products.ts';

/** Products with price and availability, one an item: `Larch 2 Tent – $329.00, in stock`. Pure. */
export function listProducts(evidence: Evidence[], locale: string): DraftSentence[] {
  // "Grade 1 – $18.50" reads as a range from 1 to 18.50.
  return nameProducts(evidence, locale).map((draft) => ({
    ...draft,
    text: draft.text.replace(/(?<=\s\d+) – (?=\p{Sc}?\d)/u, ': '),
  }));
}
