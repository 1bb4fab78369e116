import type { Comparison } from '../comparison/comparison.ts';
import { type JudgeSummary, makeJudgeTally } from '../judges/judge-tally.ts';
import type { CalibrationBin } from '../metrics/calibration.ts';
import { isFlaky } from '../results/repeats.ts';
import type { CaseResult } from '../score/case-result.ts';
import { checkGates, type GateResult } from '../score/gates.ts';
import { type MetricTable, makeSuiteMeter, type StageLatency } from '../score/measure-suite.ts';
import type { Suite } from '../suite.ts';

/** Judged cases in their suite's order, read anew each time, so that they need never stand in memory at once. */
export interface CaseSource {
  count: number;
  read(): AsyncIterable<CaseResult>;
}

/**
 * Every suite of one call of `npm run eval`; report.json holds it with compact cases. `Cases` is a `CaseSource` where a
 * report is made, and an array for what renders few cases at once.
 */
export interface Report<Cases = CaseResult[]> {
  format: 'aisle-eval-report';
  formatVersion: 1;
  /** Whether every suite was asked to its end and passed its gates. */
  passed: boolean;
  /** Whether every suite was asked to its end. */
  complete: boolean;
  /** Suites that were not begun any more. */
  notRun: string[];
  /** ISO 8601. */
  startedAt: string;
  seconds: number;
  versions: { aisle: string; node: string };
  suites: SuiteReport<Cases>[];
}

export interface SuiteReport<Cases = CaseResult[]> {
  suite: string;
  /** Of the suite as parsed: its layout and comments do not change it, its cases and gates do. */
  suiteHash: string;
  target: string;
  store: string | null;
  /** Filters of this run, where it was only a part of the suite. */
  filters: string[];
  /** `2/4` where it was one part of several; its gates are then decided when they are merged. */
  shard: string | null;
  /** Names of the models that answered. */
  models: string[];
  info: Record<string, string>;
  seconds: number;
  /** Whether no gate failed, at least one case got an answer, and none was left out. */
  passed: boolean;
  complete: boolean;
  /** Why it ended before its last case; null when it did not. */
  stopped: string | null;
  counts: CaseCounts;
  /** Ids of cases whose verdict or answer differed between repeats. */
  flaky: string[];
  metrics: MetricTable;
  /** The same metrics over the cases of each tag. */
  tags: Record<string, MetricTable>;
  /** Gates as the suite states them: merged shards are held against them anew. */
  limits: Pick<Suite, 'gates' | 'tagGates' | 'changeGates'>;
  gates: GateResult[];
  /** What a reliability diagram shows: answers by confidence, least first. */
  calibration: CalibrationBin[];
  /** What judges say; they decide nothing. Empty without judges. */
  judges: JudgeSummary[];
  /** Latency by stage, as the service states it. */
  stages: Record<string, StageLatency>;
  cases: Cases;
  /** Against the report given as baseline; null without one. */
  comparison: Comparison | null;
}

interface CaseCounts {
  /** Cases that this run was to ask. */
  chosen: number;
  judged: number;
  passed: number;
  /** Without an answer. */
  errors: number;
}

/** What a report says of a suite's run, beside what was measured. */
export type SuiteRun = Pick<
  SuiteReport,
  'suite' | 'suiteHash' | 'target' | 'store' | 'filters' | 'shard' | 'info' | 'seconds' | 'stopped' | 'limits'
> & { chosen: number };

/** The numbers of a suite's report, kept while its cases come and go. */
export interface SuiteTally {
  add(result: CaseResult): void;
  report(run: SuiteRun, cases: CaseSource): SuiteReport<CaseSource>;
}

export function makeSuiteTally(): SuiteTally {
  const whole = makeSuiteMeter();
  const byTag = new Map<string, ReturnType<typeof makeSuiteMeter>>();
  const models = new Set<string>();
  const flaky: string[] = [];
  const judges = makeJudgeTally();
  const counts = { judged: 0, passed: 0, errors: 0 };
  return {
    add(result) {
      whole.add(result);
      judges.add(result);
      for (const tag of new Set(result.tags)) {
        const meter = byTag.get(tag) ?? makeSuiteMeter();
        byTag.set(tag, meter);
        meter.add(result);
      }
      if (result.model !== null) models.add(result.model);
      if (isFlaky(result)) flaky.push(result.id);
      counts.judged += 1;
      if (result.passed) counts.passed += 1;
      if (result.error !== null) counts.errors += 1;
    },
    report({ chosen, ...run }, cases) {
      const metrics = whole.metrics();
      const tags = [...byTag].sort(([a], [b]) => (a < b ? -1 : 1));
      const tables = Object.fromEntries(tags.map(([tag, meter]) => [tag, meter.metrics()]));
      const partial = run.filters.length > 0 || run.stopped !== null;
      const held = checkGates(run.limits, { metrics, tags: tables }, { partial });
      const gates = run.shard === null ? held : held.map(leftToMerge);
      const answered = counts.judged > counts.errors || chosen === 0;
      return {
        ...run,
        models: [...models].sort(),
        passed: run.stopped === null && answered && gates.every(({ status }) => status !== 'failed'),
        complete: run.stopped === null,
        counts: { chosen, ...counts },
        flaky,
        metrics,
        tags: tables,
        gates,
        calibration: whole.calibration(),
        judges: judges.summaries(),
        stages: whole.stages(),
        cases,
        comparison: null,
      };
    },
  };
}

/** A part of the cases decides no gate: a shard with a few hard cases would fail where the whole passes. */
function leftToMerge(gate: GateResult): GateResult {
  return { ...gate, status: 'skipped', reason: gate.reason ?? 'decided when the shards are merged' };
}

/** Puts suites together. Pure. */
export function makeReport<Cases>(
  suites: SuiteReport<Cases>[],
  run: Pick<Report, 'notRun' | 'startedAt' | 'seconds' | 'versions'>,
): Report<Cases> {
  const complete = run.notRun.length === 0 && suites.every((suite) => suite.complete);
  return {
    format: 'aisle-eval-report',
    formatVersion: 1,
    passed: complete && suites.every(({ passed }) => passed),
    complete,
    ...run,
    suites,
  };
}
