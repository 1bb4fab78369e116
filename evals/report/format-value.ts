import { METRICS, type MetricName, type MetricUnit } from '../metrics/metric-names.ts';

const FORMATS: Record<MetricUnit, (value: number) => string> = {
  share: (value) => value.toFixed(3),
  ms: (value) => `${value.toFixed(1)} ms`,
  tokens: (value) => value.toFixed(1),
  usd: (value) => `$${value.toFixed(5)}`,
};

/** `0.932`, `12.4 ms`, `$0.00012`, or a dash where a metric does not apply. */
export function formatMetric(metric: MetricName, value: number | null): string {
  return value === null ? '–' : FORMATS[METRICS[metric].unit](value);
}

/** `+0.021`, `-3.1 ms`, `=` where nothing moved, or a dash where there is nothing to compare. */
export function formatDelta(metric: MetricName, delta: number | null): string {
  if (delta === null) return '–';
  const text = FORMATS[METRICS[metric].unit](Math.abs(delta));
  if (!/[1-9]/u.test(text)) return '=';
  return `${delta > 0 ? '+' : '-'}${text}`;
}

/** A 95 % interval such as `0.81–0.95`, without its unit; empty where there is none. */
export function formatInterval(metric: MetricName, interval: readonly [number, number] | null): string {
  if (interval === null) return '';
  const { unit } = METRICS[metric];
  const [low, high] = interval.map((end) =>
    unit === 'usd' ? String(Number(end.toPrecision(2))) : end.toFixed(unit === 'share' ? 2 : 0),
  );
  return `${low}–${high}`;
}

/** `≥ 0.9`, `≤ 250`, as a gate is stated. */
export function formatLimit({ bound, limit }: { bound: 'minimum' | 'maximum'; limit: number }): string {
  return `${bound === 'minimum' ? '≥' : '≤'} ${limit}`;
}

/** `41 s`, `3 min 20 s`, `1 h 5 min`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
