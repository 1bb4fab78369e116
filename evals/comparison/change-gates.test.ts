import { describe, expect, it } from 'vitest';
import type { MetricName } from '../metrics/metric-names.ts';
import type { ChangeGates } from '../suite.ts';
import { checkChangeGates, gatedMetrics } from './change-gates.ts';
import type { MetricChange } from './comparison.ts';
import { judgeChange } from './describe-change.ts';

function moved(metric: MetricName, before: number | null, after: number | null, p = 0.2): MetricChange {
  const delta = before === null || after === null ? null : after - before;
  const change = { metric, before, after, delta, cases: 50, interval: null, test: null, p, corrected: p };
  return { ...change, ...judgeChange(metric, change) };
}

const NO_OPTIONS = { maxBroken: null, noWorse: false, partial: false };

function check(gates: ChangeGates, metrics: MetricChange[], options = {}, broken: string[] = []) {
  const results = checkChangeGates({ broken, metrics }, gates, { ...NO_OPTIONS, ...options });
  return results.map(({ status }) => status);
}

describe('a gate on the change', () => {
  it.each<[ChangeGates, number, number, number, string]>([
    [{ factsFound: -0.02 }, 0.9, 0.88, 0.9, 'passed'],
    [{ factsFound: -0.02 }, 0.9, 0.87, 0.9, 'failed'],
    [{ factsFound: '-10%' }, 0.5, 0.45, 0.9, 'passed'],
    [{ factsFound: '-10%' }, 0.5, 0.44, 0.9, 'failed'],
    [{ factsFound: { limit: -0.02, significant: true } }, 0.9, 0.5, 0.06, 'passed'],
    [{ factsFound: { limit: -0.02, significant: true } }, 0.9, 0.5, 0.04, 'failed'],
    [{ factsFound: { limit: -0.5, significant: true } }, 0.9, 0.5, 0.04, 'passed'],
    [{ factsFound: 0.01 }, 0.9, 0.9, 1, 'failed'],
  ])('%j holds a metric that went from %d to %d (p %d): %s', (gates, before, after, p, status) => {
    expect(check(gates, [moved('factsFound', before, after, p)])).toEqual([status]);
  });

  it('is a maximum where lower is better', () => {
    const at = (after: number) => check({ latencyP95: '+20%' }, [moved('latencyP95', 100, after)]);
    expect([at(120), at(121), at(50)]).toEqual([['passed'], ['failed'], ['passed']]);
    expect(check({ latencyP95: 5 }, [moved('latencyP95', 100, 106)])).toEqual(['failed']);
  });

  it('fails where there is nothing to compare, and is skipped there on a part of the suite', () => {
    const gone = [moved('mrr', null, 0.5)];
    expect(check({ mrr: -0.1 }, gone)).toEqual(['failed']);
    expect(check({ mrr: -0.1 }, gone, { partial: true })).toEqual(['skipped']);
  });

  it('counts broken cases and names them', () => {
    expect(check({ broken: 1 }, [], {}, ['a'])).toEqual(['passed']);
    const [suite, option] = checkChangeGates(
      { broken: ['a', 'b'], metrics: [] },
      { broken: 1 },
      { ...NO_OPTIONS, maxBroken: 2 },
    );
    expect(suite).toEqual({
      ...{ name: 'change broken', expected: 'at most 1 broken case', got: '2 (a, b)', status: 'failed' },
    });
    expect(option).toMatchObject({ name: '--max-broken', status: 'passed' });
  });
});

describe('--no-worse', () => {
  it('fails for a gated metric that is worse beyond chance, and for no other', () => {
    const noWorse = (change: MetricChange) => check({}, [change], { noWorse: true });
    expect(noWorse(moved('factsFound', 0.9, 0.8, 0.01))).toEqual(['failed']);
    expect(noWorse(moved('factsFound', 0.9, 0.8, 0.06))).toEqual(['passed']);
    expect(noWorse(moved('factsFound', 0.8, 0.9, 0.01))).toEqual(['passed']);
    expect(noWorse({ ...moved('factsFound', 0.9, 0.8, 0.01), corrected: null })).toEqual(['passed']);
    expect(noWorse(moved('latencyP95', 10, 20, 0.01))).toEqual(['failed']);
  });

  it('looks at what the suite gates, else at all shares', () => {
    expect([...gatedMetrics({ latencyP95: 100 }, { mrr: -0.1, broken: 0 })].sort()).toEqual([
      ...['latencyP95', 'mrr'],
    ]);
    const all = gatedMetrics({}, { broken: 0 });
    expect([all.has('passed'), all.has('brier'), all.has('latencyP95'), all.has('costUsd')]).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('a change in words', () => {
  it.each([
    [0.9, 0.8, 0.01, 'worse (p = 0.01)'],
    [0.8, 0.9, 0.0004, 'better (p < 0.001)'],
    [0.8, 0.9, 0.3, 'no change that 50 cases could show (p = 0.3)'],
    [0.8, 0.9, 1, 'no change that 50 cases could show (p = 1)'],
    [0.8, 0.8, 1, 'the same over 50 cases'],
  ])('from %d to %d with p %d: %s', (before, after, p, words) => {
    expect(moved('factsFound', before, after, p).words).toBe(words);
  });

  it('says where a metric could not be compared', () => {
    expect(moved('mrr', null, 1)).toMatchObject({ delta: null, words: 'not measured in both runs' });
  });
});
