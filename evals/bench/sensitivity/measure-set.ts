import { pickUnits } from '../../../service/answer/extractive/pick-units.ts';
import { answerConfidence } from '../../../service/answer/rank/confidence.ts';
import {
  type RankedUnit,
  rankUnits,
  type UnitFeatures,
  type WordSimilarity,
} from '../../../service/answer/rank/rank-units.ts';
import { rerank } from '../../../service/answer/rank/rerank.ts';
import { defaultPassageLimit } from '../../../service/schemas/answer-request.ts';
import { areaUnderCurve } from '../../metrics/area-under-curve.ts';
import { CONSTANTS, type Constants } from './moves.ts';
import type { CaseSet } from './ranking-case.ts';

type Ranked = RankedUnit[];
/** Ranks all of a set's questions. Pure, and slow: some milliseconds each. */
export function rankSet(
  { cases }: CaseSet,
  similarity: WordSimilarity,
  constants: Constants = CONSTANTS,
): Ranked[] {
  return cases.map(({ terms, asked, evidence }) =>
    rankUnits(terms, asked, evidence, similarity, constants.ranking),
  );
}

/** The same units under other weights: their features stay what they are. Pure. */
export function weighAgain(ranked: Ranked, from: Constants['ranking'], to: Constants['ranking']): Ranked {
  const changed = (Object.keys(to.weights) as (keyof UnitFeatures)[]).filter(
    (name) => to.weights[name] !== from.weights[name],
  );
  if (changed.length === 0) return ranked;
  const change = ({ features }: RankedUnit): number =>
    changed.reduce((sum, name) => sum + (to.weights[name] - from.weights[name]) * features[name], 0);
  return ranked
    .map((unit) => ({ ...unit, score: unit.score + change(unit) }))
    .sort((a, b) => b.score - a.score || a.evidence.index - b.evidence.index || a.start - b.start);
}

/** A set's figures by name, each 0…1; those that a set has no labels for are left out. Pure. */
export function measureSet(
  { name, first, cases }: CaseSet,
  ranked: readonly Ranked[],
  { picking, confidence }: Constants,
): Map<string, number> {
  const results = cases.map((one, at) => {
    const units = rerank(ranked[at] ?? [], defaultPassageLimit).ranked;
    const sure = answerConfidence(units, one.terms, one.asked.standalone, confidence);
    const answered = units.length > 0 && sure >= confidence.threshold;
    const quotes = answered ? pickUnits(units, picking).map(({ unit }) => unit.text) : [];
    const [best] = units;
    return {
      answerable: one.answerable,
      sure,
      answered,
      right: best !== undefined && one.isRight(best),
      holds: one.holds === null ? null : one.holds(quotes.join('\n')),
    };
  });
  const answerable = results.filter((result) => result.answerable);
  const others = results.filter((result) => !result.answerable);
  const share = (list: typeof results, test: (result: (typeof results)[number]) => boolean): number =>
    list.filter(test).length / list.length;
  const figures = new Map([[`${name} ${first}`, share(answerable, ({ right }) => right)]]);
  if (answerable.some(({ holds }) => holds !== null))
    figures.set(
      `${name} gold quoted`,
      share(answerable, ({ holds }) => holds === true),
    );
  const area = areaUnderCurve(results.map(({ sure, answerable: positive }) => ({ score: sure, positive })));
  if (area === null) return figures;
  figures.set(`${name} AUC`, area);
  // The mean of both, so that neither answering all nor refusing all is rewarded.
  const told =
    (share(answerable, ({ answered }) => answered) + share(others, ({ answered }) => !answered)) / 2;
  return figures.set(`${name} told apart`, told);
}
