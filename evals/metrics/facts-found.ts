import { containsFact } from './contains-fact.ts';
import { notApplicable, type Score, scored } from './score.ts';

/** Where an answer states a fact: in its words, on a product card, or not at all. */
export type FactPlace = 'text' | 'card' | null;

/**
 * Where each fact is stated. The words are looked at first; a shopper reads the product cards as part of the answer,
 * so a name or price on a card counts too, each card by itself. Quotes do not count: they prove, they do not answer.
 */
export function locateFacts(facts: readonly string[], spoken: string, cards: readonly string[]): FactPlace[] {
  return facts.map((fact) => {
    if (containsFact(spoken, fact)) return 'text';
    return cards.some((card) => containsFact(card, fact)) ? 'card' : null;
  });
}

/**
 * Facts found: the share of the expected facts that the answer states; in mode `any`, 1 when it states at least one
 * (they are then other ways to say the same). A string match as in the exact-match family of measures (Chen et al.
 * 2017, DrQA; "str-em" in Gao et al. 2023, ALCE), on text normalised by `normaliseText`. Range 0…1. Not applicable
 * without expected facts.
 */
export function factsFound(places: readonly FactPlace[], mode: 'all' | 'any'): Score {
  if (places.length === 0) return notApplicable('no facts are expected');
  const found = places.filter((place) => place !== null).length;
  if (mode === 'any') return scored(found > 0 ? 1 : 0);
  return scored(found / places.length);
}
