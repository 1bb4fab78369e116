import type { Fact } from '../suite.ts';
import { notApplicable, type Score, scored } from './score.ts';
import { statesFact } from './states-fact.ts';

/** Where an answer states a fact: in its words, on a product card, or not at all. */
export type FactPlace = 'text' | 'card' | null;

/**
 * Where each fact is stated. The words are looked at first; a shopper reads the product cards as part of the answer,
 * so a name or price on a card counts too, each card by itself. Quotes do not count: they prove, they do not answer.
 */
export function locateFacts(facts: readonly Fact[], spoken: string, cards: readonly string[]): FactPlace[] {
  return facts.map((fact) => {
    if (statesFact(spoken, fact)) return 'text';
    return cards.some((card) => statesFact(card, fact)) ? 'card' : null;
  });
}

/** Of several accepted answers the one of which the greatest share is stated; the first of those where they are equal. */
export function nearestAnswer(
  answers: readonly (readonly Fact[])[],
  spoken: string,
  cards: readonly string[],
): { facts: readonly Fact[]; places: FactPlace[] } | null {
  let best: { facts: readonly Fact[]; places: FactPlace[]; stated: number } | null = null;
  for (const facts of answers) {
    const places = locateFacts(facts, spoken, cards);
    const stated = places.filter((place) => place !== null).length / facts.length;
    if (best === null || stated > best.stated) best = { facts, places, stated };
  }
  return best;
}

/**
 * Facts found, or fact recall: the share of the expected facts that the answer states; in mode `any` they are other ways
 * to say the same and count as one. A string match as in the exact-match family of measures (Chen et al. 2017, DrQA;
 * "str-em" in Gao et al. 2023, ALCE), on text normalised by `normaliseText`. Of several accepted answers the nearest
 * counts, as SQuAD takes the best of its references (Rajpurkar et al. 2016); its facts add to the others. Range 0…1. Not
 * applicable where neither facts nor an answer are expected.
 *
 * @param nearest places of the facts of the accepted answer that is nearest.
 */
export function factsFound(
  places: readonly FactPlace[],
  mode: 'all' | 'any',
  nearest: readonly FactPlace[] = [],
): Score {
  const stated = (list: readonly FactPlace[]) => list.filter((place) => place !== null).length;
  const asOne = mode === 'any' && places.length > 0;
  const expected = (asOne ? 1 : places.length) + nearest.length;
  if (expected === 0) return notApplicable('no facts are expected');
  const found = asOne ? Math.min(stated(places), 1) : stated(places);
  return scored((found + stated(nearest)) / expected);
}
