import { ANSWER_THRESHOLD } from './confidence.ts';
import type { RankedUnit } from './rank-units.ts';

/**
 * What a shopper's own language does not tell, another one of the store's may: where the best unit is no answer and the best
 * one in another language is, that language is answered from. Pure.
 * @param ranked best first
 * @param sureOf how sure an answer from some of them is, 0…1
 */
export function tellInOtherLanguage(
  ranked: RankedUnit[],
  sureOf: (ranked: RankedUnit[]) => number,
): RankedUnit[] {
  const others = ranked.filter((unit) => unit.foreign === true);
  if (others.length === 0 || others[0] === ranked[0]) return ranked;
  return sureOf(ranked) < ANSWER_THRESHOLD && sureOf(others) >= ANSWER_THRESHOLD ? others : ranked;
}
