import type { MeasuredMetric } from './measure-suite.ts';
import { METRIC_NAMES, METRICS, type MetricName } from './metrics/metric-names.ts';
import type { Suite } from './suite.ts';

/** A limit held against a measurement. */
export interface GateResult {
  metric: MetricName;
  /** `minimum`, or `maximum` where lower is better. */
  bound: 'minimum' | 'maximum';
  limit: number;
  value: number | null;
  status: 'passed' | 'failed' | 'skipped';
  /** Why there is no value. */
  reason: string | null;
}

/** Sums of binary fractions miss a round limit by less than this; no suite has enough cases for it to matter. */
const ROUNDING = 1e-9;

/**
 * Gates of a suite in the order of the metrics. A metric that cannot be measured fails its gate, for a gate that was
 * asked for must not pass unseen; only on a part of the suite (`partial`) is it skipped. Pure.
 */
export function checkGates(
  gates: Suite['gates'],
  metrics: Record<MetricName, MeasuredMetric>,
  options: { partial: boolean },
): GateResult[] {
  return METRIC_NAMES.flatMap((metric): GateResult[] => {
    const limit = gates[metric];
    if (limit === undefined) return [];
    const bound = METRICS[metric].better === 'higher' ? 'minimum' : 'maximum';
    const measured = metrics[metric];
    if (measured.value === null) {
      const status = options.partial ? 'skipped' : 'failed';
      return [{ metric, bound, limit, value: null, status, reason: measured.reason }];
    }
    const { value } = measured;
    const passed = bound === 'minimum' ? value >= limit - ROUNDING : value <= limit + ROUNDING;
    return [{ metric, bound, limit, value, status: passed ? 'passed' : 'failed', reason: null }];
  });
}
