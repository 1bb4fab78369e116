import {
  CONFIDENCE,
  type ConfidenceConstants,
  type ConfidenceWeights,
  PICKING,
  type PickingConstants,
  RANKING,
  type RankingConstants,
} from '../../../service/answer/rank/answer-constants.ts';
import type { UnitFeatures } from '../../../service/answer/rank/rank-units.ts';

/** All constants that are moved, one at a time. */
export interface Constants {
  ranking: Readonly<RankingConstants>;
  picking: Readonly<PickingConstants>;
  confidence: Readonly<ConfidenceConstants>;
}

export const CONSTANTS: Constants = { ranking: RANKING, picking: PICKING, confidence: CONFIDENCE };

/** One constant at another value. */
export interface Move {
  /** As in the code. */
  constant: string;
  from: number;
  to: number;
  constants: Constants;
  /** What has to be done again: all ranking, or only the sums of what was ranked. */
  again: 'ranking' | 'scores';
}

const FACTORS = [0.5, 0.8, 1.25, 2];
/** Likelihoods and shares end here. */
const MOST: Partial<Record<string, number>> = {
  headingCredit: 1,
  passageCredit: 1,
  carriedCredit: 1,
  sameThing: 1,
  leastMatch: 1,
  cueCredit: 1,
  likelyToo: 1,
  headingAnswers: 1,
  missing: 1,
  threshold: 1,
};

/**
 * Every constant at half, four fifths, five fourths and twice its value, ends of ranges respected. Those that no set of texts
 * or facts in one language exercises (names of products, other languages, markets) are left out. Pure.
 */
export function listMoves({ ranking, picking, confidence }: Constants = CONSTANTS): Move[] {
  const base = { ranking, picking, confidence };
  const weights = (Object.keys(ranking.weights) as (keyof UnitFeatures)[]).flatMap((name) =>
    moved(`weights.${name}`, ranking.weights[name], 'scores', (value) => ({
      ...base,
      ranking: { ...ranking, weights: { ...ranking.weights, [name]: value } },
    })),
  );
  const credits = (
    [
      'headingCredit',
      'passageCredit',
      'carriedCredit',
      'sameThing',
      'leastMatch',
      'cueCredit',
      'leadLength',
      'elsewhereCost',
      'otherSubjectCost',
      'mainRuleGain',
      'mainRuleLength',
    ] as const
  ).flatMap((name) =>
    moved(name, ranking[name], 'ranking', (value) => ({ ...base, ranking: { ...ranking, [name]: value } })),
  );
  const picks = (['mostUnits', 'likelyToo', 'headingAnswers'] as const).flatMap((name) =>
    moved(name, picking[name], 'scores', (value) => ({ ...base, picking: { ...picking, [name]: value } })),
  );
  const judged = (['missing', 'closedClass', 'threshold'] as const).flatMap((name) =>
    moved(`confidence.${name}`, confidence[name], 'scores', (value) => ({
      ...base,
      confidence: { ...confidence, [name]: value },
    })),
  );
  const regression = (Object.keys(confidence.weights) as (keyof ConfidenceWeights)[]).flatMap((name) =>
    moved(`confidence.weights.${name}`, confidence.weights[name], 'scores', (value) => ({
      ...base,
      confidence: { ...confidence, weights: { ...confidence.weights, [name]: value } },
    })),
  );
  return [...weights, ...credits, ...picks, ...judged, ...regression];
}

function moved(
  constant: string,
  from: number,
  again: Move['again'],
  constantsWith: (value: number) => Constants,
): Move[] {
  if (from === 0) return [];
  const most = MOST[constant.replace('confidence.', '')] ?? Number.POSITIVE_INFINITY;
  const whole = ['mostUnits', 'leadLength', 'mainRuleLength'].includes(constant);
  const values = FACTORS.map((factor) => Math.min(most, whole ? Math.round(from * factor) : from * factor));
  return [...new Set(values)]
    .filter((to) => to !== from)
    .map((to) => ({ constant, from, to, constants: constantsWith(to), again }));
}
