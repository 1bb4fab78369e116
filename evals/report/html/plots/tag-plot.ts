import { METRICS, type MetricName } from '../../../metrics/metric-names.ts';
import type { MeasuredMetric } from '../../../score/measure-suite.ts';
import { formatInterval, formatMetric } from '../../format-value.ts';
import { clip } from '../case-row.ts';
import { html, type Markup } from '../markup.ts';
import { linearScale, PLOT_WIDTH, tidy } from './scale.ts';

export interface TagBar {
  tag: string;
  measured: MeasuredMetric;
}

const ROW = 24;
const LEFT = 138;
const RIGHT = PLOT_WIDTH - 88;
const MOST_BARS = 24;
const LONGEST_TAG = 20;

/**
 * A bar for each tag with its 95 % interval, worst first, and the value of all cases as a line. Null where the metric
 * applies to no tag. Pure.
 */
export function tagPlot(
  metric: MetricName,
  tags: readonly TagBar[],
  whole: MeasuredMetric,
): { svg: Markup; left: number } | null {
  const bars = tags
    .filter(({ measured }) => measured.value !== null)
    .sort((a, b) => worse(metric, a.measured, b.measured) || (a.tag < b.tag ? -1 : 1));
  if (bars.length === 0) return null;
  const shown = bars.slice(0, MOST_BARS);
  const height = shown.length * ROW + 22;
  const [least, most] = METRICS[metric].range;
  const top =
    most ?? Math.max(...shown.map(({ measured }) => measured.interval?.[1] ?? measured.value ?? 0), 1e-9);
  const x = linearScale([least, top], [LEFT, RIGHT]);
  const svg = html`<svg viewBox="0 0 ${PLOT_WIDTH} ${height}" role="img" aria-label="${METRICS[metric].label} by tag, worst first: ${shown.map(({ tag, measured }) => `${tag} ${formatMetric(metric, measured.value)}`).join(', ')}">
${whole.value !== null && html`<line class="axis" x1="${x(whole.value)}" x2="${x(whole.value)}" y1="0" y2="${height - 18}" stroke-dasharray="2 3"/><text class="soft middle" x="${x(whole.value)}" y="${height - 4}">all ${formatMetric(metric, whole.value)}</text>`}
${shown.map(({ tag, measured }, index) => bar(metric, tag, measured, { x, y: index * ROW, least }))}
</svg>`;
  return { svg, left: bars.length - shown.length };
}

function bar(
  metric: MetricName,
  tag: string,
  { value, count, interval }: MeasuredMetric,
  { x, y, least }: { x: (value: number) => number; y: number; least: number },
): Markup {
  const middle = y + ROW / 2;
  const range = interval && ` (95 %: ${formatInterval(metric, interval)})`;
  return html`<g><title>${tag}: ${formatMetric(metric, value)}${range}, n = ${count}</title>
<text class="end" x="${LEFT - 8}" y="${middle + 4}">${clip(tag, LONGEST_TAG)}</text>
<rect class="track" x="${LEFT}" y="${y + 5}" width="${RIGHT - LEFT}" height="${ROW - 10}" rx="3"/>
<rect class="fill" x="${LEFT}" y="${y + 5}" width="${tidy(x(value ?? least) - LEFT)}" height="${ROW - 10}" rx="3"/>
${interval && html`<path class="whisker" fill="none" d="M${x(interval[0])} ${middle - 4}v8m0 -4H${x(interval[1])}m0 -4v8"/>`}
<text x="${RIGHT + 8}" y="${middle + 4}">${formatMetric(metric, value)} <tspan class="soft">n=${count}</tspan></text></g>`;
}

function worse(metric: MetricName, a: MeasuredMetric, b: MeasuredMetric): number {
  const order = (a.value ?? 0) - (b.value ?? 0);
  return METRICS[metric].better === 'higher' ? order : -order;
}
