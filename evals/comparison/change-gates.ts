import { METRICS, type MetricName } from '../metrics/metric-names.ts';
import { SIGNIFICANT } from '../metrics/significance.ts';
import { formatDelta } from '../report/format-value.ts';
import type { ChangeGates, ChangeLimit } from '../suite.ts';
import type { Comparison, MetricChange } from './comparison.ts';

/** Limits on a change that a call states beside those of the suite. */
export interface ChangeOptions {
  /** Most cases that may be broken; null for any number. */
  maxBroken: number | null;
  /** Whether no metric may be significantly worse. */
  noWorse: boolean;
}

/** A limit held against what has changed. */
export interface ChangeGateResult {
  /** `change factsFound`, `change broken`, or the option that states it. */
  name: string;
  /** What was wanted and what was found, in words. */
  expected: string;
  got: string;
  status: 'passed' | 'failed' | 'skipped';
}

/** Sums of binary fractions miss a round limit by less than this. */
const ROUNDING = 1e-9;

/**
 * Metrics whose significance decides: those that the suite has gates on, of a level or of a change; where it has none, all
 * that are shares, as times tell of the machine as much as of the service.
 */
export function gatedMetrics(
  levels: Partial<Record<MetricName, unknown>>,
  changes: ChangeGates,
): Set<MetricName> {
  const names = Object.keys(METRICS) as MetricName[];
  const stated = names.filter((name) => levels[name] !== undefined || changes[name] !== undefined);
  return new Set(stated.length > 0 ? stated : names.filter((name) => METRICS[name].unit === 'share'));
}

/**
 * Holds limits against a comparison: those of the suite in the order in which it states them, then those of the call. What
 * cannot be measured fails its gate, or is skipped on a part of the suite. Pure.
 */
export function checkChangeGates(
  { broken, metrics }: Pick<Comparison, 'broken' | 'metrics'>,
  gates: ChangeGates,
  { maxBroken, noWorse, partial }: ChangeOptions & { partial: boolean },
): ChangeGateResult[] {
  const results: ChangeGateResult[] = [];
  for (const [name, limit] of Object.entries(gates)) {
    if (limit === undefined) continue;
    const change = metrics.find(({ metric }) => metric === name);
    if (change !== undefined) results.push(checkMetric(change, limit, partial));
    else if (name === 'broken') results.push(checkBroken('change broken', Number(limit), broken));
  }
  if (maxBroken !== null) results.push(checkBroken('--max-broken', maxBroken, broken));
  if (noWorse) results.push(checkNoWorse(metrics));
  return results;
}

/** `change factsFound: expected a change of at least -0.02, got -0.05`. */
export function describeChangeGate({ name, expected, got }: ChangeGateResult): string {
  return `${name}: expected ${expected}, got ${got}`;
}

function checkMetric(change: MetricChange, stated: ChangeLimit, partial: boolean): ChangeGateResult {
  const { metric, before, delta, words } = change;
  const limit = typeof stated === 'object' ? stated.limit : stated;
  const significant = typeof stated === 'object' && stated.significant;
  const higher = METRICS[metric].better === 'higher';
  const name = `change ${metric}`;
  const expected = `a change of at ${higher ? 'least' : 'most'} ${limit}${significant ? ', unless by chance' : ''}`;
  if (delta === null || before === null) {
    return { name, expected, got: 'no measurement in both runs', status: partial ? 'skipped' : 'failed' };
  }
  const share = typeof limit === 'string';
  const least = share ? (Number.parseFloat(limit) / 100) * Math.abs(before) : limit;
  const kept = higher ? delta >= least - ROUNDING : delta <= least + ROUNDING;
  const p = change.corrected ?? change.p;
  // Where nothing can tell whether it is chance, a change beyond the limit is one.
  const excused = significant && p !== null && p >= SIGNIFICANT;
  const percent = share && before !== 0 ? ` (${((100 * delta) / Math.abs(before)).toFixed(1)} %)` : '';
  const got = `${formatDelta(metric, delta)}${percent}, ${words}`;
  return { name, expected, got, status: kept || excused ? 'passed' : 'failed' };
}

/** Ids that a reason names. */
const LONGEST_LIST = 5;

function checkBroken(name: string, most: number, broken: readonly string[]): ChangeGateResult {
  const more = broken.length > LONGEST_LIST ? ', …' : '';
  const list = broken.length > 0 ? ` (${broken.slice(0, LONGEST_LIST).join(', ')}${more})` : '';
  return {
    name,
    expected: `at most ${most} broken ${most === 1 ? 'case' : 'cases'}`,
    got: `${broken.length}${list}`,
    status: broken.length <= most ? 'passed' : 'failed',
  };
}

/** Only gated metrics have a corrected p. */
function checkNoWorse(metrics: readonly MetricChange[]): ChangeGateResult {
  const worse = metrics.filter(({ corrected, verdict }) => corrected !== null && verdict === 'worse');
  const got = worse.map(({ metric, delta, words }) => `${metric} ${formatDelta(metric, delta)}, ${words}`);
  return {
    name: '--no-worse',
    expected: 'no gated metric to be worse',
    got: got.join('; ') || 'none',
    status: worse.length === 0 ? 'passed' : 'failed',
  };
}
