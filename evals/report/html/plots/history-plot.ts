import { METRICS, type MetricName } from '../../../metrics/metric-names.ts';
import { formatMetric } from '../../format-value.ts';
import { html, type Markup } from '../markup.ts';
import { linearScale, PLOT_WIDTH, roundTicks } from './scale.ts';

export interface HistoryPoint {
  /** ISO 8601. */
  startedAt: string;
  /** Where it is from; `this run` for the last. */
  name: string;
  value: number | null;
  /** Whether the suite was another then. */
  otherSuite: boolean;
}

const HEIGHT = 150;
const LEFT = 50;
const RIGHT = PLOT_WIDTH - 14;
const TOP = 12;
const BOTTOM = HEIGHT - 24;

/** A metric over runs, oldest first, with its gate's limit. A hollow dot is of a run whose suite was another. Null below two values. Pure. */
export function historyPlot(
  metric: MetricName,
  points: readonly HistoryPoint[],
  limit: number | null,
): Markup | null {
  const shown = points.flatMap(({ value, ...point }) => (value === null ? [] : [{ ...point, value }]));
  if (shown.length < 2) return null;
  const values = [...shown.map(({ value }) => value), ...(limit === null ? [] : [limit])];
  const range = valueRange(metric, values);
  const x = linearScale([0, shown.length - 1], [LEFT + 8, RIGHT - 8]);
  const y = linearScale(range, [BOTTOM, TOP]);
  const last = shown.at(-1);
  return html`<svg viewBox="0 0 ${PLOT_WIDTH} ${HEIGHT}" role="img" aria-label="${METRICS[metric].label} over ${shown.length} runs: ${shown.map(({ value }) => formatMetric(metric, value)).join(', ')}">
${roundTicks(range).map((tick) => html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/><text class="soft end" x="${LEFT - 6}" y="${y(tick) + 4}">${tick}</text>`)}
${limit !== null && html`<line class="limit" x1="${LEFT}" x2="${RIGHT}" y1="${y(limit)}" y2="${y(limit)}"/>`}
<path class="line s0" d="${shown.map(({ value }, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('')}"/>
${shown.map(({ value, startedAt, name, otherSuite }, index) => html`<circle class="dot${otherSuite ? ' other' : ''}" cx="${x(index)}" cy="${y(value)}" r="5"><title>${name}, ${startedAt}: ${formatMetric(metric, value)}${otherSuite ? ' (the suite was another)' : ''}</title></circle>`)}
<text class="soft" x="${LEFT}" y="${HEIGHT - 5}">${day(shown[0]?.startedAt)}</text><text class="soft end" x="${RIGHT}" y="${HEIGHT - 5}">${day(last?.startedAt)}</text>
</svg>`;
}

function valueRange(metric: MetricName, values: readonly number[]): [number, number] {
  const [least, most] = METRICS[metric].range;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max((high - low) * 0.15, most === null ? high * 0.05 : 0.02, 1e-9);
  return [Math.max(least, low - room), Math.min(most ?? Number.POSITIVE_INFINITY, high + room)];
}

function day(startedAt = ''): string {
  return startedAt.slice(0, 16).replace('T', ' ');
}
