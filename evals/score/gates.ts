import { FEWEST_CASES } from '../metrics/bootstrap.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../metrics/metric-names.ts';
import { notApplicable, type Score, scored } from '../metrics/score.ts';
import type { GateLimit, Gates, Suite } from '../suite.ts';
import type { MeasuredMetric, MetricTable } from './measure-suite.ts';

/** A limit held against a measurement. */
export interface GateResult {
  metric: MetricName;
  /** The tag whose cases it was measured on; null for all cases. */
  tag: string | null;
  /** `minimum`, or `maximum` where lower is better. */
  bound: 'minimum' | 'maximum';
  /** What was held against the limit: the metric's value, or the worse end of its 95 % interval. */
  of: 'value' | 'interval';
  limit: number;
  value: number | null;
  status: 'passed' | 'failed' | 'skipped';
  /** Why there is no value. */
  reason: string | null;
}

/** Sums of binary fractions miss a round limit by less than this; no suite has enough cases for it to matter. */
const ROUNDING = 1e-9;

/** Whether a value keeps a limit: is no less, or no more where lower is better. Pure. */
export function keepsLimit(metric: MetricName, value: number, limit: number): boolean {
  return METRICS[metric].better === 'higher' ? value >= limit - ROUNDING : value <= limit + ROUNDING;
}

/**
 * Gates of a suite, then those of its tags, each in the order of the metrics. What cannot be measured fails its gate, for
 * a gate that was asked for must not pass unseen; only on a part of the suite (`partial`) is it skipped. Pure.
 *
 * @param measured over all cases, and by tag over those that have it.
 */
export function checkGates(
  { gates, tagGates }: Pick<Suite, 'gates' | 'tagGates'>,
  measured: { metrics: MetricTable; tags: Record<string, MetricTable> },
  options: { partial: boolean },
): GateResult[] {
  const ofTags = Object.entries(tagGates).flatMap(([tag, limits]) => {
    const metrics = Object.hasOwn(measured.tags, tag) ? (measured.tags[tag] ?? null) : null;
    return checkLimits(limits, metrics, { ...options, tag });
  });
  return [...checkLimits(gates, measured.metrics, { ...options, tag: null }), ...ofTags];
}

function checkLimits(
  limits: Gates,
  metrics: MetricTable | null,
  { tag, partial }: { tag: string | null; partial: boolean },
): GateResult[] {
  return METRIC_NAMES.flatMap((metric): GateResult[] => {
    const stated = limits[metric];
    if (stated === undefined) return [];
    const { of, limit } = readLimit(stated);
    const held =
      metrics === null ? notApplicable(`no case has the tag ${tag}`) : heldValue(metrics[metric], metric, of);
    const bound = METRICS[metric].better === 'higher' ? 'minimum' : 'maximum';
    const gate = { metric, tag, bound, of, limit } as const;
    if (held.value === null) {
      return [{ ...gate, value: null, status: partial ? 'skipped' : 'failed', reason: held.reason }];
    }
    const status = keepsLimit(metric, held.value, limit) ? 'passed' : 'failed';
    return [{ ...gate, value: held.value, status, reason: null }];
  });
}

function readLimit(limit: GateLimit): Pick<GateResult, 'of' | 'limit'> {
  if (typeof limit === 'number') return { of: 'value', limit };
  return { of: 'interval', limit: 'lowerBound' in limit ? limit.lowerBound : limit.upperBound };
}

function heldValue(measured: MeasuredMetric, metric: MetricName, of: GateResult['of']): Score {
  if (of === 'value' || measured.value === null) return measured;
  if (measured.interval === null) return notApplicable(`an interval needs at least ${FEWEST_CASES} cases`);
  return scored(measured.interval[METRICS[metric].better === 'higher' ? 0 : 1]);
}
