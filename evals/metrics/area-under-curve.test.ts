import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './area-under-curve.ts';

const made = (positives: number[], negatives: number[]) => [
  ...positives.map((score) => ({ score, positive: true })),
  ...negatives.map((score) => ({ score, positive: false })),
];

describe('areaUnderCurve', () => {
  it('is 1 where every positive scores higher, 0 where every one scores lower', () => {
    expect(areaUnderCurve(made([0.9, 0.8], [0.1, 0.2, 0.3]))).toBe(1);
    expect(areaUnderCurve(made([0.1], [0.8, 0.9]))).toBe(0);
  });

  it('counts equal scores as half', () => {
    expect(areaUnderCurve(made([0.5, 0.5], [0.5]))).toBe(0.5);
    expect(areaUnderCurve(made([0.7, 0.5], [0.5, 0.2]))).toBe(0.875);
  });

  it('is U over the number of pairs, as Mann–Whitney by hand: 6.5 of 9', () => {
    expect(areaUnderCurve(made([0.9, 0.7, 0.4], [0.8, 0.4, 0.1]))).toBeCloseTo(0.7222, 4);
  });

  it('needs both kinds', () => {
    expect(areaUnderCurve(made([1], []))).toBeNull();
    expect(areaUnderCurve(made([], [1]))).toBeNull();
  });

  it('is the share of pairs in the right order', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const pairs = positives.flatMap((a) => negatives.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
        const share = pairs.reduce<number>((sum, pair) => sum + pair, 0) / pairs.length;
        expect(areaUnderCurve(made(positives, negatives))).toBeCloseTo(share, 10);
      }),
    );
  });
});
