import { describe, expect, it } from 'vitest';
import type { MetricName } from '../metrics/metric-names.ts';
import type { Gates } from '../suite.ts';
import { checkGates } from './gates.ts';
import { type MeasuredMetric, type MetricTable, measureSuite } from './measure-suite.ts';

const tableOf = (changes: Partial<Record<MetricName, MeasuredMetric>>): MetricTable => ({
  ...measureSuite([]),
  ...changes,
});
const measured = (value: number, interval: [number, number] | null = null) => ({
  value,
  count: 10,
  interval,
});
const held = (gates: Gates, changes: Partial<Record<MetricName, MeasuredMetric>>, partial = false) =>
  checkGates({ gates, tagGates: {} }, { metrics: tableOf(changes), tags: {} }, { partial });

describe('checkGates', () => {
  it('takes a limit for a minimum, or for a maximum where lower is better', () => {
    expect(held({ answered: 0.9 }, { answered: measured(0.89) })).toEqual([
      { metric: 'answered', tag: null, bound: 'minimum', of: 'value', limit: 0.9, value: 0.89, status: 'failed', reason: null },
    ]); // biome-ignore format: one object a line
    expect(held({ brier: 0.1 }, { brier: measured(0.2) })).toMatchObject([
      { bound: 'maximum', status: 'failed' },
    ]);
    expect(held({ brier: 0.2 }, { brier: measured(0.1) })).toMatchObject([{ status: 'passed' }]);
  });

  it('fails where nothing can be measured, unless only a part of the suite ran', () => {
    expect(held({ answered: 0.5 }, {})).toMatchObject([
      { status: 'failed', value: null, reason: 'no case expects an answer' },
    ]);
    expect(held({ answered: 0.5 }, {}, true)).toMatchObject([{ status: 'skipped' }]);
  });

  it('passes a share of exactly the limit, though its sum of binary fractions is a little less', () => {
    expect(0.7 + 0.1).toBeLessThan(0.8);
    expect(held({ answered: 0.8 }, { answered: measured(0.7 + 0.1) })).toMatchObject([{ status: 'passed' }]);
  });

  it('holds the worse end of the interval where the limit is on that', () => {
    const metrics = { answered: measured(0.95, [0.88, 0.99]), latencyP95: measured(90, [80, 120]) };
    expect(held({ answered: { lowerBound: 0.9 }, latencyP95: { upperBound: 100 } }, metrics)).toMatchObject([
      { metric: 'answered', of: 'interval', value: 0.88, status: 'failed' },
      { metric: 'latencyP95', of: 'interval', value: 120, status: 'failed' },
    ]);
    expect(held({ answered: { lowerBound: 0.88 }, latencyP95: { upperBound: 120 } }, metrics)).toMatchObject([
      { status: 'passed' },
      { status: 'passed' },
    ]);
    expect(held({ answered: { lowerBound: 0.5 } }, { answered: measured(1) })).toMatchObject([
      { status: 'failed', reason: 'an interval needs at least 5 cases' },
    ]);
  });

  it('holds the limits of a tag against its own cases', () => {
    const tagGates = { returns: { factsFound: 1 }, shipping: { factsFound: 0.5 }, none: { passed: 1 } };
    const tags = {
      returns: tableOf({ factsFound: measured(0.9) }),
      shipping: tableOf({ factsFound: measured(0.9) }),
    };
    const metrics = tableOf({ factsFound: measured(0.9) });
    const gates = { factsFound: 0.9 };
    expect(checkGates({ gates, tagGates }, { metrics, tags }, { partial: false })).toMatchObject([
      { tag: null, status: 'passed' },
      { tag: 'returns', status: 'failed', value: 0.9 },
      { tag: 'shipping', status: 'passed' },
      { tag: 'none', status: 'failed', reason: 'no case has the tag none' },
    ]);
  });
});
