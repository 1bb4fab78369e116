import { METRICS, type MetricName } from '../metrics/metric-names.ts';

/** `0.932`, `12.4 ms`, or a dash where a metric does not apply. */
export function formatMetric(metric: MetricName, value: number | null): string {
  if (value === null) return '–';
  return METRICS[metric].unit === 'ms' ? `${value.toFixed(1)} ms` : value.toFixed(3);
}

/** `+0.021`, `-3.1 ms`, `=` where nothing moved, or a dash where there is nothing to compare. */
export function formatDelta(metric: MetricName, delta: number | null): string {
  if (delta === null) return '–';
  const text = METRICS[metric].unit === 'ms' ? `${delta.toFixed(1)} ms` : delta.toFixed(3);
  if (Number.parseFloat(text) === 0) return '=';
  return delta > 0 ? `+${text}` : text;
}
