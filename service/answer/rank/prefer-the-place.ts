import type { QuestionTerm } from '../understand/question-terms.ts';
import { isPlaceName } from '../words/closed-class.ts';
import type { RankingConstants } from './answer-constants.ts';
import type { RankedUnit } from './rank-units.ts';

/**
 * Where a line says what was asked for of the very place that was asked about ("Canada: $24"), those that say it of no place are
 * behind it.
 */
export function preferThePlace(
  units: RankedUnit[],
  terms: QuestionTerm[],
  { leastMatch, otherSubjectCost }: Readonly<RankingConstants>,
): RankedUnit[] {
  const places = terms.flatMap(({ word }, index) => (isPlaceName(word) ? [index] : []));
  const names = ({ matches }: RankedUnit): boolean =>
    places.some((index) => (matches[index] ?? 0) >= leastMatch);
  if (!units.some((unit) => unit.features.expected === 1 && names(unit))) return units;
  return units.map((unit) => (names(unit) ? unit : { ...unit, score: unit.score - otherSubjectCost }));
}
