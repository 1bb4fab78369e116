import { createHash } from 'node:crypto';
import type { CaseResult } from '../case-result.ts';
import { checkGates, type GateResult } from '../gates.ts';
import { type MeasuredMetric, measureSuite } from '../measure-suite.ts';
import type { MetricName } from '../metrics/metric-names.ts';
import type { Suite } from '../suite.ts';
import type { Comparison } from './compare.ts';

type MetricTable = Record<MetricName, MeasuredMetric>;

/** What report.json holds: every suite of one call of `npm run eval`. */
export interface Report {
  format: 'aisle-eval-report';
  formatVersion: 1;
  /** Whether every suite passed its gates. */
  passed: boolean;
  /** ISO 8601. */
  startedAt: string;
  seconds: number;
  versions: { aisle: string; node: string };
  suites: SuiteReport[];
}

export interface SuiteReport {
  suite: string;
  /** Of the suite as parsed: its layout and comments do not change it, its cases and gates do. */
  suiteHash: string;
  target: string;
  store: string | null;
  /** Filters of this run, where it was only a part of the suite. */
  filters: string[];
  /** Names of the models that answered. */
  models: string[];
  info: Record<string, string>;
  seconds: number;
  /** Whether no gate failed and at least one case got an answer. */
  passed: boolean;
  metrics: MetricTable;
  /** The same metrics over the cases of each tag. */
  tags: Record<string, MetricTable>;
  gates: GateResult[];
  cases: CaseResult[];
  /** Against the report given as baseline; null without one. */
  comparison: Comparison | null;
}

interface SuiteRun {
  suite: Suite;
  target: { name: string; store: string | null; info: Record<string, string> };
  filters: string[];
  results: CaseResult[];
  seconds: number;
}

/** Puts the results of a suite together. Pure. */
export function reportSuite({ suite, target, filters, results, seconds }: SuiteRun): SuiteReport {
  const metrics = measureSuite(results);
  const gates = checkGates(suite.gates, metrics, { partial: filters.length > 0 });
  const tags = [...new Set(results.flatMap((result) => result.tags))].sort();
  const models = [...new Set(results.flatMap(({ model }) => (model === null ? [] : [model])))].sort();
  return {
    suite: suite.name,
    suiteHash: hashSuite(suite),
    target: target.name,
    store: target.store,
    filters,
    models,
    info: target.info,
    seconds,
    passed: gates.every(({ status }) => status !== 'failed') && results.some(({ error }) => error === null),
    metrics,
    tags: Object.fromEntries(
      tags.map((tag) => [tag, measureSuite(results.filter((result) => result.tags.includes(tag)))]),
    ),
    gates,
    cases: results,
    comparison: null,
  };
}

function hashSuite({ name, store, gates, cases }: Suite): string {
  // Sources are left out: as absolute paths they would differ from machine to machine.
  const content = JSON.stringify({ name, store, gates, cases });
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
