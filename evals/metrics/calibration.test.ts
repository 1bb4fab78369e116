import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brierScore, type Claimed, calibrationBins, calibrationError } from './calibration.ts';

/** Confidences 0.05, 0.10 … 1; those above a half are right. */
const twenty: Claimed[] = Array.from({ length: 20 }, (_, at) => ({
  confidence: (at + 1) / 20,
  right: at >= 10,
}));
const claims = fc.array(
  fc.record({ confidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), right: fc.boolean() }),
  { minLength: 1, maxLength: 60 },
);

describe('calibrationError', () => {
  it('is a quarter for twenty answers worked out by hand', () => {
    // Ten bins of two: (3 + 7 + 11 + 15 + 19) / 40 below a half, 5 − (23 + 27 + 31 + 35 + 39) / 40 above it, over 10.
    expect(calibrationError(twenty).value).toBeCloseTo(0.25, 12);
    expect(calibrationBins(twenty)[0]).toEqual({
      count: 2,
      from: 0.05,
      to: 0.1,
      meanConfidence: expect.closeTo(0.075, 12),
      accuracy: 0,
    });
  });

  it('is the gap of the whole where all have the same confidence', () => {
    const answers = Array.from({ length: 10 }, (_, at) => ({ confidence: 0.9, right: at < 6 }));
    expect(calibrationBins(answers)).toHaveLength(1);
    expect(calibrationError(answers).value).toBeCloseTo(0.3, 12);
  });

  it('is 0 where confidence is frequency', () => {
    const answers = [0.25, 0.75].flatMap((confidence) =>
      Array.from({ length: 20 }, (_, at) => ({ confidence, right: at < confidence * 20 })),
    );
    expect(calibrationError(answers).value).toBeCloseTo(0, 12);
  });

  it('does not hang on the order of the answers, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(claims, (answers) => {
        const error = calibrationError(answers).value ?? Number.NaN;
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1 + 1e-12);
        expect(calibrationError(answers.toReversed()).value).toBeCloseTo(error, 12);
      }),
    );
  });

  it('has bins that hold every answer once, at most ten, apart from each other', () => {
    fc.assert(
      fc.property(claims, (answers) => {
        const bins = calibrationBins(answers);
        expect(bins.length).toBeLessThanOrEqual(10);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(answers.length);
        for (const [at, bin] of bins.entries()) expect(bin.from).toBeGreaterThan(bins[at - 1]?.to ?? -1);
      }),
    );
  });

  it('does not apply where nothing was answered', () => {
    expect(calibrationError([]).reason).toBe('nothing was answered with a confidence');
    expect(brierScore([]).reason).toBe('nothing was answered with a confidence');
  });
});

describe('brierScore', () => {
  it('is the mean squared error: 0.08375 for the same twenty', () => {
    expect(brierScore(twenty).value).toBeCloseTo(0.08375, 12);
  });
  it('is a quarter for who always says a half', () => {
    expect(brierScore([true, false].map((right) => ({ confidence: 0.5, right }))).value).toBe(0.25);
  });
});
