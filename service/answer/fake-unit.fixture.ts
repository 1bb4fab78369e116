import type { Evidence } from './answerer.ts';
import type { RankedUnit, UnitFeatures } from './rank/rank-units.ts';

const NOTHING: UnitFeatures = {
  own: 0,
  heading: 0,
  covered: 0,
  anywhere: 0,
  title: 0,
  passage: 0,
  expected: 0,
  focus: 0,
  sameQuestion: 0,
  silent: 0,
  lead: 0,
  cosine: 0,
};

/** A unit for tests: the whole of its passage unless told otherwise. */
export function fakeUnit(
  evidence: Evidence,
  {
    features = {},
    ...given
  }: Partial<Omit<RankedUnit, 'features'>> & { features?: Partial<UnitFeatures> } = {},
): RankedUnit {
  const text = given.text ?? evidence.text;
  const start = evidence.start + evidence.text.indexOf(text);
  return {
    evidence,
    start,
    end: start + text.length,
    text,
    position: 0,
    score: 1,
    says: true,
    matches: [],
    credits: [],
    ...given,
    features: { ...NOTHING, ...features },
  };
}
