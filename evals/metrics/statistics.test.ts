import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abstentionScores } from './abstention.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { brierScore, calibrationError } from './calibration.ts';
import { percentile } from './percentile.ts';
import { ratio } from './ratio.ts';
import {
  areaUnderCurveStatistic,
  brierStatistic,
  calibrationErrorStatistic,
  percentileStatistic,
} from './sorted-statistics.ts';

/** Cases with how often each is drawn; the draws add up to the number of cases, as those of a resample do. */
const resample = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 30,
  })
  .chain((cases) =>
    fc.tuple(
      fc.constant(cases.map(([tenths, one, other]) => ({ score: tenths / 10, one, other }))),
      fc.array(fc.nat({ max: cases.length - 1 }), { minLength: cases.length, maxLength: cases.length }),
    ),
  );
const bits = (flags: boolean[]) => Float64Array.from(flags, Number);

describe('a statistic on a resample is the metric on the cases that were drawn:', () => {
  type Cases = { score: number; one: boolean; other: boolean }[];
  type Of = (weights: Float64Array) => number;
  const expectSame = (statistic: (cases: Cases) => Of, metric: (drawn: Cases) => number | null) =>
    fc.assert(
      fc.property(resample, ([cases, drawn]) => {
        const weights = new Float64Array(cases.length);
        for (const at of drawn) weights[at] = (weights[at] ?? 0) + 1;
        const expected = metric(drawn.flatMap((at) => cases[at] ?? []));
        const value = statistic(cases)(weights);
        if (expected === null) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(expected, 10);
      }),
    );
  const scores = (cases: Cases) => Float64Array.from(cases, ({ score }) => score);
  const ones = (cases: Cases) => bits(cases.map(({ one }) => one));

  it('mean, leaving out what does not apply', () => {
    expectSame(
      (cases) => ratio(scores(cases).map((score, at) => (cases[at]?.one ? score : Number.NaN))).of,
      (drawn) => {
        const applies = drawn.filter(({ one }) => one);
        return applies.length === 0
          ? null
          : applies.reduce((sum, { score }) => sum + score, 0) / applies.length;
      },
    );
  });

  it('F1', () => {
    expectSame(
      (cases) =>
        ratio(
          bits(cases.map(({ one, other }) => one && other)).map((both) => 2 * both),
          Float64Array.from(cases, ({ one, other }) => Number(one) + Number(other)),
        ).of,
      (drawn) =>
        abstentionScores(drawn.map(({ one, other }) => ({ expected: one, abstained: other }))).f1.value,
    );
  });

  it.each([1, 50, 95, 99, 100])('percentile %d', (p) => {
    expectSame(
      (cases) => percentileStatistic(scores(cases), p).of,
      (drawn) =>
        percentile(
          drawn.map(({ score }) => score),
          p,
        ).value,
    );
  });

  it('area under the curve', () => {
    expectSame(
      (cases) => areaUnderCurveStatistic(scores(cases), ones(cases)).of,
      (drawn) => areaUnderCurve(drawn.map(({ score, one }) => ({ score, positive: one }))),
    );
  });

  it('calibration error and Brier score', () => {
    const claimed = (drawn: Cases) => drawn.map(({ score, one }) => ({ confidence: score, right: one }));
    expectSame(
      (cases) => calibrationErrorStatistic(scores(cases), ones(cases)).of,
      (drawn) => calibrationError(claimed(drawn)).value,
    );
    expectSame(
      (cases) => brierStatistic(scores(cases), ones(cases)).of,
      (drawn) => brierScore(claimed(drawn)).value,
    );
  });
});
