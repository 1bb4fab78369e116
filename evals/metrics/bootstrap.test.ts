import { describe, expect, it } from 'vitest';
import { bootstrapIntervals } from './bootstrap.ts';
import { makeRandom } from './make-random.ts';
import { ratio } from './ratio.ts';
import { calibrationErrorStatistic } from './sorted-statistics.ts';
import { everyOnce } from './statistic.ts';

const interval = (values: number[], seed = 1) =>
  bootstrapIntervals(new Map([['mean', ratio(Float64Array.from(values))]]), {
    size: values.length,
    seed,
  }).get('mean');

describe('bootstrapIntervals', () => {
  const random = makeRandom(7);
  const values = Array.from({ length: 400 }, () => random(1_000) / 1_000);

  it('is near the normal interval for a mean of 400 cases', () => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    const reach = (1.96 * deviation) / Math.sqrt(values.length);
    const [low, high] = interval(values) ?? [0, 0];
    // 2,000 resamples tell an end to about a twentieth of the reach.
    expect(Math.abs(low - (mean - reach))).toBeLessThan(reach / 6);
    expect(Math.abs(high - (mean + reach))).toBeLessThan(reach / 6);
  });

  it('holds the true mean in about 95 of 100 samples', () => {
    const holds = Array.from({ length: 100 }, (_, seed) => {
      const draw = makeRandom(seed + 1_000);
      const [low, high] = interval(
        Array.from({ length: 60 }, () => (draw(10) < 8 ? 1 : 0)),
        seed,
      ) ?? [1, 0];
      return low <= 0.8 && 0.8 <= high;
    }).filter(Boolean).length;
    expect(holds).toBeGreaterThanOrEqual(88);
  });

  it('is the same for the same seed, and hardly another for another', () => {
    expect(interval(values, 3)).toEqual(interval(values, 3));
    expect(interval(values, 3)).not.toEqual(interval(values, 4));
    expect(interval(values, 3)?.[0]).toBeCloseTo(interval(values, 4)?.[0] ?? 0, 2);
  });

  it('is not given for fewer than five cases', () => {
    expect(interval([0, 1, 0, 1])).toBeNull();
    expect(interval([0, 1, 0, 1, 1])).not.toBeNull();
    // Places without a number are no cases.
    expect(interval([0, 1, 0, 1, Number.NaN])).toBeNull();
  });

  it('is that of Clopper and Pearson where all cases agree: 20 of 20 are at least 0.8316', () => {
    const [low, high] = interval(Array.from({ length: 20 }, () => 1)) ?? [0, 0];
    expect([low, high]).toEqual([expect.closeTo(0.8316, 4), 1]);
    expect(interval(Array.from({ length: 20 }, () => 0))).toEqual([0, expect.closeTo(0.1684, 4)]);
  });

  it('holds the value also where resamples are biased', () => {
    const size = 60;
    const confidence = Float64Array.from({ length: size }, (_, at) => (at + 0.5) / size);
    const right = Float64Array.from({ length: size }, (_, at) => ((at * 7) % size < at ? 1 : 0));
    const statistic = calibrationErrorStatistic(confidence, right);
    const found = bootstrapIntervals(new Map([['ece', statistic]]), { size, seed: 5 }).get('ece');
    const value = statistic.of(everyOnce(size));
    expect(found?.[0]).toBeLessThanOrEqual(value);
    expect(found?.[1]).toBeGreaterThan(value);
  });
});

describe('makeRandom', () => {
  it('draws every number about as often', () => {
    const draw = makeRandom(11);
    const counts = new Float64Array(10);
    for (let n = 0; n < 10_000; n += 1) {
      const drawn = draw(10);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    // χ² of 9 degrees of freedom is below 27.9 but once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(27.9);
  });
});
