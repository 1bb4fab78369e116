import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio } from './ratio.ts';
import { holmCorrection, mcnemarTest, signFlipTest, swapTests } from './significance.ts';
import { percentileStatistic } from './sorted-statistics.ts';
import type { Statistic } from './statistic.ts';

describe('mcnemarTest', () => {
  it('gives the p values of the literature', () => {
    // Fay 2010, exact2x2: 9 and 2 cases that differ; then the approval of a prime minister in Agresti 2013, table 11.1.
    expect(mcnemarTest(9, 2)).toBeCloseTo(0.06543, 5);
    expect(mcnemarTest(86, 150)).toBeCloseTo(3.716e-5, 8);
  });

  it('is 1 where nothing differs or both sides are even, and never NaN or below 0', () => {
    expect([mcnemarTest(0, 0), mcnemarTest(3, 3)]).toEqual([1, 1]);
    expect(mcnemarTest(0, 6)).toBeCloseTo(2 / 64, 12);
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (gained, lost) => {
        const p = mcnemarTest(gained, lost);
        expect(p >= 0 && p <= 1).toBe(true);
        expect(p).toBe(mcnemarTest(lost, gained));
      }),
    );
  });
});

describe('signFlipTest', () => {
  it('counts the sign patterns whose sum is as far from 0', () => {
    // Of the 8 patterns of 1, 2, 3 only +++ and −−− reach 6; of 1, 2, −3, whose sum is 0, all do.
    expect(signFlipTest([1, 2, 3], 1)).toBe(2 / 8);
    expect(signFlipTest([0, 1, 2, -3], 1)).toBe(1);
    expect(signFlipTest([0.1, 0.2, 0.3, 0], 1)).toBe(2 / 8);
    expect(signFlipTest([], 1)).toBe(1);
  });

  it("is near Fisher's own randomization of Darwin's maize: 1,726 of 32,768 patterns", () => {
    // Heights of crossed less self-fertilised plants, eighths of an inch (Fisher 1935, "The Design of Experiments", §21).
    const maize = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
    expect(Math.abs(signFlipTest(maize, 1) - 1726 / 32_768)).toBeLessThan(0.005);
    expect(signFlipTest(maize, 1)).toBe(signFlipTest(maize, 1));
  });

  it('agrees with McNemar where differences are 1 and −1', () => {
    for (const [gained, lost] of [
      [6, 1],
      [3, 3],
      [0, 8],
      [9, 2],
    ] as const) {
      const differences = [...Array<number>(gained).fill(1), ...Array<number>(lost).fill(-1)];
      expect(signFlipTest(differences, 1)).toBeCloseTo(mcnemarTest(gained, lost), 12);
    }
  });
});

describe('swapTests', () => {
  const swapTest = (statistic: Statistic, pairs: number, seed: number) =>
    swapTests(new Map([['it', statistic]]), pairs, seed).get('it');

  const of = (before: number[], after: number[]) =>
    swapTest(ratio(Float64Array.from([...before, ...after])), before.length, 3) ?? Number.NaN;

  it('agrees with the sign flips for a mean', () => {
    const before = Array.from({ length: 12 }, (_, at) => (at * 7) % 5);
    const after = before.map((value, at) => value + (at % 4 === 0 ? -1 : 1.5));
    const exact = signFlipTest(
      after.map((value, at) => value - (before[at] ?? 0)),
      1,
    );
    expect(Math.abs(of(before, after) - exact)).toBeLessThan(0.01);
    expect(of(before, before)).toBe(1);
  });

  it('finds a percentile that has moved, and none where only the order has', () => {
    const times = Array.from({ length: 60 }, (_, at) => 10 + ((at * 37) % 60));
    const p = (after: number[]) =>
      swapTest(percentileStatistic(Float64Array.from([...times, ...after]), 50), 60, 3);
    expect(p(times.map((time) => time + 100))).toBeLessThan(0.001);
    expect(p([...times].reverse())).toBe(1);
  });

  it('has no p where there is nothing to measure', () => {
    expect(swapTest(ratio(new Float64Array(4).fill(Number.NaN)), 2, 1)).toBeNull();
  });
});

it('holmCorrection multiplies by the number of those left, and never falls', () => {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
  const corrected = holmCorrection([0.01, 0.04, 0.03, 0.005]);
  for (const [index, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(corrected[index]).toBeCloseTo(p, 12);
  expect(holmCorrection([0.9, 0.8])).toEqual([1, 1]);
  expect(holmCorrection([])).toEqual([]);
});
