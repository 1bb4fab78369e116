import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_NAMES, METRICS } from '../metrics/metric-names.ts';
import type { CaseRun } from '../run/case-run.ts';
import { richAnswer, richCase, rightAbstention, unanswerableCase } from '../testing/rich-answer.ts';
import type { CaseResult } from './case-result.ts';
import { makeSuiteMeter, measureSuite } from './measure-suite.ts';
import { scoreCase } from './score-case.ts';

const good = scoreCase({ case: richCase, ...richAnswer() });
const wrong = scoreCase({
  case: richCase,
  ...richAnswer(),
  response: { ...richAnswer().response, answer: 'For 60 days [1].', confidence: 0.4 },
});
const refused = scoreCase({ case: unanswerableCase, ...rightAbstention() });
const down = scoreCase({ case: richCase, error: 'down' });
const kinds = [good, wrong, refused, down];
const suiteOf = (count: number): CaseResult[] =>
  Array.from({ length: count }, (_, at) => ({ ...(kinds[at % kinds.length] ?? good), id: `case-${at}` }));

describe('makeSuiteMeter', () => {
  it('measures the same, intervals included, in whatever order cases come', () => {
    const cases = suiteOf(41);
    const expected = measureSuite(cases);
    fc.assert(
      fc.property(fc.shuffledSubarray(cases, { minLength: cases.length }), (shuffled) => {
        expect(measureSuite(shuffled)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  it('measures what has come so far', () => {
    const meter = makeSuiteMeter();
    meter.add(good);
    expect(meter.metrics().passed).toEqual({ value: 1, count: 1, interval: null });
    meter.add(wrong);
    expect(meter.metrics().passed).toEqual({ value: 0.5, count: 2, interval: null });
  });

  it('never has NaN or a value outside of its range, and its interval holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 12 }), (results) => {
        const metrics = measureSuite(results.map((result, at) => ({ ...result, id: String(at) })));
        for (const name of METRIC_NAMES) {
          const { value, reason, interval } = metrics[name];
          if (value === null) expect(reason).toMatch(/\w/);
          else {
            expect(value).toBeGreaterThanOrEqual(METRICS[name].range[0]);
            expect(value).toBeLessThanOrEqual((METRICS[name].range[1] ?? Number.POSITIVE_INFINITY) + 1e-12);
          }
          if (interval !== null) {
            expect(interval[0]).toBeLessThanOrEqual(value ?? Number.NaN);
            expect(interval[1]).toBeGreaterThanOrEqual(value ?? Number.NaN);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('counts quotes for the validity of quotes, and cases for the rest', () => {
    const fault = 'it is made up';
    const [first, ...others] = good.citations;
    const bad = { ...good, citations: first ? [{ ...first, fault }, ...others] : [] };
    const metrics = measureSuite([good, bad]);
    expect(metrics.quoteValidity).toMatchObject({ value: 0.75, count: 4 });
    expect(metrics.citationRecall).toMatchObject({ value: 1, count: 2 });
  });

  it('takes a case without an answer for nothing found, but only where passages are shown at all', () => {
    expect(measureSuite([good, down]).hitAt1).toMatchObject({ value: 0.5, count: 2 });
    const hidden: CaseResult = {
      ...scoreCase({ case: richCase, ...richAnswer(), retrieved: null } as CaseRun),
    };
    expect(measureSuite([hidden, down]).hitAt1).toEqual({
      value: null,
      count: 0,
      reason: 'the target does not show its passages',
      interval: null,
    });
  });

  it('tells a case without an answer apart the wrong way round', () => {
    const downToo = scoreCase({ case: unanswerableCase, error: 'down' });
    expect(measureSuite([good, downToo]).abstentionAuc).toMatchObject({ value: 0.5, count: 2 });
    expect(measureSuite([down, refused]).abstentionAuc).toMatchObject({ value: 0, count: 2 });
  });

  it('shows answers by their confidence', () => {
    const meter = makeSuiteMeter();
    for (const result of kinds) meter.add(result);
    expect(meter.calibration()).toEqual([
      { count: 1, from: 0.4, to: 0.4, meanConfidence: 0.4, accuracy: 0 },
      { count: 1, from: 1, to: 1, meanConfidence: 1, accuracy: 1 },
    ]);
  });

  it('shows the time of each stage', () => {
    const meter = makeSuiteMeter();
    for (const [at, search] of [4, 1, 3, 2].entries()) {
      meter.add({ ...good, id: String(at), timings: at === 0 ? { search, rerank: 9 } : { search } });
    }
    expect(meter.stages()).toEqual({
      search: { count: 4, p50: 2, p95: 4, p99: 4 },
      rerank: { count: 1, p50: 9, p95: 9, p99: 9 },
    });
  });
});
