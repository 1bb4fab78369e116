import { METRICS, type MetricName } from '../../../metrics/metric-names.ts';
import type { MeasuredMetric } from '../../../score/measure-suite.ts';
import { html, type Markup } from '../markup.ts';
import { linearScale } from './scale.ts';

const WIDTH = 136;

/** A value from 0 to 1 on its scale with its interval and its gate's limit; null for what has no greatest value. Pure. */
export function metricBar(
  metric: MetricName,
  { value, interval }: MeasuredMetric,
  { limit, failed }: { limit: number | null; failed: boolean },
): Markup | null {
  const [least, most] = METRICS[metric].range;
  if (value === null || most === null) return null;
  const x = linearScale([least, most], [1, WIDTH - 1]);
  return html`<svg viewBox="0 0 ${WIDTH} 18" aria-hidden="true"><rect class="track" x="0" y="5" width="${WIDTH}" height="8" rx="3"/>
<rect class="${failed ? 'fill-bad' : 'fill'}" x="0" y="5" width="${x(value)}" height="8" rx="3"/>
${interval && html`<path class="whisker" fill="none" d="M${x(interval[0])} 6v6m0 -3H${x(interval[1])}m0 -3v6"/>`}
${limit !== null && html`<line class="limit" x1="${x(limit)}" x2="${x(limit)}" y1="0" y2="18"/>`}</svg>`;
}
