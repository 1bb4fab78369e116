import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scored } from '../metrics/score.ts';
import { makePaint } from '../report/paint.ts';
import type { SuiteRun } from '../report/report.ts';
import { HOSTILE } from '../report/testing/made-report.ts';
import type { CaseResult } from '../score/case-result.ts';
import { compareReport } from './compare-report.ts';
import type { Comparison } from './comparison.ts';
import { openBaseline } from './open-baseline.ts';
import { renderComparison } from './render-comparison.ts';
import { madeCase, madeRun, writeRun } from './testing/made-runs.ts';

interface Runs {
  before: CaseResult[];
  now: CaseResult[];
  changes?: Partial<SuiteRun>;
  options?: { maxBroken?: number; noWorse?: boolean };
  /** Runs between the two, oldest first. */
  between?: CaseResult[][];
}

async function compare({ before, now, changes, options, between = [] }: Runs) {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-compare-'));
  try {
    for (const [index, results] of [before, ...between].entries()) {
      await writeRun(
        join(folder, String(index)),
        madeRun(results, {}, `2026-01-0${index + 1}T00:00:00.000Z`),
      );
    }
    const baseline = await openBaseline(join(folder, '0'));
    const report = await compareReport(madeRun(now, changes), baseline, {
      ...{ out: join(folder, 'now'), history: null, maxBroken: null, noWorse: false, ...options },
      stderr: (text) => expect.unreachable(text),
    });
    const { comparison } = report.suites[0] ?? {};
    if (!comparison) throw new Error('it was compared');
    const earlier = comparison.before(before[0]?.id ?? '');
    baseline.close();
    return { report, comparison, earlier };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const metricOf = ({ metrics }: Comparison, name: string) => metrics.find(({ metric }) => metric === name);

describe('a comparison', () => {
  it('tells fixed, broken, changed, edited, new and gone cases apart, in whatever order they stand', async () => {
    const before = [
      ...[madeCase('fixed', false), madeCase('broken', true), madeCase('same', true), madeCase('gone', true)],
      ...[madeCase('changed', true), madeCase('edited', true), madeCase('asked', true)],
    ];
    const now = [
      madeCase('new', true),
      madeCase('asked', false, { questions: ['Another question?'], definition: 'other' }),
      madeCase('edited', false, { definition: 'other' }),
      madeCase('changed', true, { answer: 'other words of the answer' }),
      ...[madeCase('same', true), madeCase('broken', false), madeCase('fixed', true)],
    ];
    const { comparison } = await compare({ before, now });
    expect(comparison).toMatchObject({
      ...{ fixed: ['fixed'], broken: ['broken'], changed: ['changed'], edited: ['asked', 'edited'] },
      ...{ added: ['new'], removed: ['gone'], flaky: [], compared: 4 },
    });
    expect(metricOf(comparison, 'passed')).toMatchObject({ before: 0.75, after: 0.75, delta: 0, cases: 4 });
    expect(comparison.caveats.join()).toContain('2 edited, 1 new, 1 gone');
  });

  it('shows both answers side by side, with citations and checks that came and went', async () => {
    const citation = madeCase('a', true).citations[0];
    if (!citation) throw new Error('there is a citation');
    const { comparison, earlier } = await compare({
      before: [madeCase('a', true, { answer: 'You have 30 days.' })],
      now: [
        madeCase('a', false, { answer: 'You have 60 days.', citations: [{ ...citation, quote: 'other' }] }),
      ],
    });
    expect(comparison.examples).toMatchObject([
      {
        ...{ id: 'a', kind: 'broken', before: { passed: true }, now: { passed: false } },
        words: [
          ['=', 'You have '],
          ['-', '30'],
          ['+', '60'],
          ['=', ' days.'],
        ],
        citationsGained: [{ quote: 'other' }],
        citationsLost: [{ quote: citation.quote }],
        checksBroken: [{ name: 'facts' }],
        checksFixed: [],
      },
    ]);
    expect(earlier?.answer).toBe('You have 30 days.');
    const text = renderComparison(comparison, { width: 100, paint: makePaint(false) });
    expect(text).toContain('now (answered): You have [-30-]{+60+} days.');
    expect(JSON.parse(JSON.stringify(comparison))).not.toHaveProperty('before');
  });

  it('finds ten broken cases of forty significant, and two not', async () => {
    const run = (failed: number) => Array.from({ length: 40 }, (_, at) => madeCase(`c${at}`, at >= failed));
    const few = (await compare({ before: run(0), now: run(2) })).comparison;
    const many = (await compare({ before: run(0), now: run(10) })).comparison;
    // McNemar: 2 · 0.5^2 and 2 · 0.5^10.
    expect(metricOf(few, 'passed')).toMatchObject({ test: 'mcnemar', p: 0.5, verdict: 'unclear' });
    expect(metricOf(few, 'passed')?.words).toMatch(/^no change that 40 cases could show/u);
    const worse = metricOf(many, 'passed');
    expect(worse).toMatchObject({ test: 'mcnemar', verdict: 'worse', delta: -0.25 });
    expect(worse?.p).toBeCloseTo(2 / 1024, 10);
    const [low = 0, high = 0] = worse?.interval ?? [];
    expect(low < -0.25 && -0.25 < high && high < 0).toBe(true);
    // Without gates all shares decide together: Holm's correction can only make p greater.
    expect(worse?.corrected ?? 0).toBeGreaterThan(worse?.p ?? 1);
  });

  it('tests graded scores and times by permutation', async () => {
    const graded = (value: number, milliseconds: number) =>
      Array.from({ length: 30 }, (_, at) => {
        const { scores } = madeCase('x', true);
        const own = { ...scores, ndcgAt10: scored(value - (at % 5) / 20) };
        return madeCase(`c${at}`, true, { scores: own, milliseconds: milliseconds + at });
      });
    const { comparison } = await compare({ before: graded(0.9, 100), now: graded(0.7, 20) });
    expect(metricOf(comparison, 'ndcgAt10')).toMatchObject({ test: 'permutation', verdict: 'worse' });
    expect(metricOf(comparison, 'latencyP50')).toMatchObject({ test: 'permutation', verdict: 'better' });
    expect(metricOf(comparison, 'factsFound')).toMatchObject({ p: 1, words: 'the same over 30 cases' });
    expect(metricOf(comparison, 'mrr')).toMatchObject({ p: null, delta: null, verdict: 'untested' });
  });

  it('names cases flaky that differ between repeats or changed back, and does not count them', async () => {
    const repeats = [true, false].map((passed) => ({
      ...{ passed, error: null, status: 'answered' as const, answer: '', milliseconds: 1 },
    }));
    const { comparison, report } = await compare({
      before: [madeCase('repeated', true), madeCase('turns', true), madeCase('broken', true)],
      between: [[madeCase('turns', false)], [madeCase('turns', true)]],
      now: [madeCase('repeated', false, { repeats }), madeCase('turns', false), madeCase('broken', false)],
      options: { maxBroken: 1 },
    });
    expect(comparison).toMatchObject({ flaky: ['repeated', 'turns'], broken: ['broken'] });
    expect(report.passed).toBe(true);
  });

  it('fails the report where a limit on the change is broken', async () => {
    const runs = { before: [madeCase('a', true)], now: [madeCase('a', false)] };
    const limits = { gates: {}, tagGates: {}, changeGates: { broken: 0, factsFound: -0.5 } };
    const { report, comparison } = await compare({ ...runs, changes: { limits } });
    expect([report.passed, report.suites[0]?.passed]).toEqual([false, false]);
    expect(comparison.gates.map(({ name, status }) => [name, status])).toEqual([
      ['change broken', 'failed'],
      ['change factsFound', 'failed'],
    ]);
    expect((await compare(runs)).report.passed).toBe(true);
    const shard = await compare({ ...runs, changes: { limits, shard: '1/2' } });
    expect(shard.comparison.gates.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
  });

  it('says where the two runs were not asked in the same way', async () => {
    const runs = { before: [madeCase('a', true)], now: [madeCase('a', true, { model: 'other' })] };
    const { comparison } = await compare({ ...runs, changes: { suiteHash: 'y', filters: ['tag:x'] } });
    expect(comparison.caveats).toEqual([
      'the suite has changed',
      expect.stringContaining('the models differ'),
      'the filters differ: none before, tag:x now',
    ]);
  });

  it('keeps a terminal safe from any text', async () => {
    const { comparison } = await compare({
      before: [madeCase(HOSTILE, true, { answer: HOSTILE })],
      now: [madeCase(HOSTILE, false, { answer: `${HOSTILE}!`, questions: [HOSTILE] })],
    });
    const text = renderComparison(comparison, { width: 100, paint: makePaint(false) });
    expect(text).not.toContain('\u001b');
    expect(text.split('\n').every((line) => [...line].length <= 100)).toBe(true);
  });

  it('never has NaN, and puts each case into one list', async () => {
    const verdicts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), fc.boolean());
    await fc.assert(
      fc.asyncProperty(verdicts, verdicts, async (then, now) => {
        const casesOf = (run: Record<string, boolean>) =>
          Object.entries(run).map(([id, passed]) => madeCase(id, passed));
        const { comparison } = await compare({ before: casesOf(then), now: casesOf(now) });
        for (const change of comparison.metrics) {
          const { before, after, delta, p, interval } = change;
          for (const value of [before, after, delta, p, ...(interval ?? [])]) {
            expect(value === null || Number.isFinite(value)).toBe(true);
          }
          expect(change.words).not.toBe('');
        }
        const { fixed, broken, flaky, edited, changed, added, removed } = comparison;
        const lists = [fixed, broken, flaky, edited, changed, added, removed].flat();
        expect(new Set(lists).size).toBe(lists.length);
      }),
      { numRuns: 8 },
    );
  });
});
