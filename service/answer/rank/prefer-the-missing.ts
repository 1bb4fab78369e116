import { fold } from '../../../ingest/analysis/stem.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import type { RankingConstants } from './answer-constants.ts';
import type { RankedUnit } from './rank-units.ts';

/** "Without a receipt": what is not there is what the rule must speak of. */
const WITHOUT =
  /(?<!\p{L})(?:without|w\/o|sin)\s+(?:an? |the |my |any |its |el |la |los |las |mi |su |un |una )?(\p{L}{3,})(?!\p{L})/gu;
const SPOKEN = 0.75;
const TOPIC = 0.45;

/**
 * Where it is asked what holds without something ("a refund without a receipt"), lines that speak of the rest and not of that
 * are behind those that speak of both. Pure.
 */
export function preferTheMissing(
  units: RankedUnit[],
  terms: readonly QuestionTerm[],
  question: string,
  { elsewhereCost }: Readonly<RankingConstants>,
): RankedUnit[] {
  const missing = missingThings(terms, question);
  if (missing.length === 0) return units;
  const speaks = ({ matches }: RankedUnit): boolean =>
    missing.some((index) => (matches[index] ?? 0) >= SPOKEN);
  const isOfBoth = (unit: RankedUnit): boolean =>
    speaks(unit) &&
    terms.some(
      ({ need }, index) => need === 1 && !missing.includes(index) && (unit.credits[index] ?? 0) >= TOPIC,
    );
  if (!units.some((unit) => unit.evidence.kind !== 'product' && isOfBoth(unit))) return units;
  return units.map((unit) => (speaks(unit) ? unit : { ...unit, score: unit.score - elsewhereCost }));
}

/** Which of the terms are what a question says is not there. Pure. */
export function missingThings(terms: readonly QuestionTerm[], question: string): number[] {
  const words = new Set([...fold(question).matchAll(WITHOUT)].map(([, word]) => word));
  return terms.flatMap(({ word, need }, index) => (need === 1 && words.has(fold(word)) ? [index] : []));
}
