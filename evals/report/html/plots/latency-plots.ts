import { percentile } from '../../../metrics/percentile.ts';
import { html, type Markup } from '../markup.ts';
import { linearScale, logScale, logTicks, PLOT_WIDTH, shortTime, tidy } from './scale.ts';

const HEIGHT = 230;
const LEFT = 48;
const RIGHT = PLOT_WIDTH - 12;
const TOP = 14;
const BOTTOM = HEIGHT - 28;
const BINS = 24;
/** Points of a line: more than are seen. */
const MOST_POINTS = 120;
/** Least time that the axis shows, in milliseconds: below is what a clock cannot tell. */
const LEAST_MS = 0.1;

/** How many answers took how long, in bins of equal width on a logarithmic axis, with p50, p95 and p99. Null without times. Pure. */
export function latencyHistogram(times: readonly number[]): Markup | null {
  if (times.length === 0) return null;
  const range = timeRange(times);
  const x = logScale(range, [LEFT, RIGHT]);
  const counts = Array.from({ length: BINS }, () => 0);
  const bin = linearScale([LEFT, RIGHT], [0, BINS]);
  for (const time of times) {
    const index = Math.min(BINS - 1, Math.floor(bin(x(time))));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  const y = linearScale([0, most], [BOTTOM, TOP + 16]);
  const width = (RIGHT - LEFT) / BINS;
  const marks = [50, 95, 99].map((p) => ({ p, at: percentile(times, p).value ?? 0 }));
  return html`<svg viewBox="0 0 ${PLOT_WIDTH} ${HEIGHT}" role="img" aria-label="Time to the whole answer of ${times.length} cases: ${marks.map(({ p, at }) => `p${p} ${shortTime(at)}`).join(', ')}">
${timeAxis(range, x)}<text class="soft end" x="${LEFT - 6}" y="${TOP + 20}">${most}</text><text class="soft end" x="${LEFT - 6}" y="${BOTTOM + 4}">0</text>
${counts.map((count, index) => count > 0 && html`<rect class="fill" x="${tidy(LEFT + index * width + 0.5)}" y="${y(count)}" width="${tidy(width - 1)}" height="${tidy(BOTTOM - y(count))}"><title>${count} answers</title></rect>`)}
${marks.map(({ p, at }, index) => html`<line class="limit" x1="${x(at)}" x2="${x(at)}" y1="${TOP + (index % 2) * 12}" y2="${BOTTOM}"/><text class="${x(at) > RIGHT - 40 ? 'end' : ''}" x="${x(at) > RIGHT - 40 ? x(at) - 4 : x(at) + 4}" y="${TOP + (index % 2) * 12 + 4}">p${p}</text>`)}
</svg>`;
}

/** The share of answers whose stage took no longer than a time: an empirical distribution function a stage. Pure. */
export function stagePlot(stages: Readonly<Record<string, readonly number[]>>): Markup | null {
  const lines = Object.entries(stages).filter(([, times]) => times.some((time) => time > 0));
  if (lines.length === 0) return null;
  const range = timeRange(lines.flatMap(([, times]) => times));
  const x = logScale(range, [LEFT, RIGHT]);
  const y = linearScale([0, 1], [BOTTOM, TOP]);
  return html`<svg viewBox="0 0 ${PLOT_WIDTH} ${HEIGHT}" role="img" aria-label="Share of answers by the time that each stage took: ${lines.map(([name, times]) => `${name} median ${shortTime(percentile(times, 50).value ?? 0)}`).join(', ')}">
${timeAxis(range, x)}
${[0, 0.5, 1].map((share) => html`<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${y(share)}" y2="${y(share)}"/><text class="soft end" x="${LEFT - 6}" y="${y(share) + 4}">${share * 100} %</text>`)}
${lines.map(([name, times], index) => html`<path class="line ${lineStyle(index)}" d="${steps(times, x, y)}"><title>${name}</title></path>`)}
</svg><p class="key">${lines.map(([name], index) => html`<span><svg viewBox="0 0 28 8" aria-hidden="true"><path class="line ${lineStyle(index)}" d="M0 4H28"/></svg>${name}</span>`)}</p>`;
}

/** Colour and dash together: told apart without colours too. */
function lineStyle(index: number): string {
  return `s${index % 6} d${index % 5}`;
}

function steps(times: readonly number[], x: (value: number) => number, y: (value: number) => number): string {
  const sorted = [...times].sort((a, b) => a - b);
  const points = Math.min(sorted.length, MOST_POINTS);
  const path = Array.from({ length: points }, (_, point) => {
    const rank = Math.ceil(((point + 1) * sorted.length) / points);
    return `H${x(sorted[rank - 1] ?? 0)}V${y(rank / sorted.length)}`;
  });
  return `M${x(sorted[0] ?? 0)} ${y(0)}${path.join('')}`;
}

function timeRange(times: readonly number[]): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = LEAST_MS;
  for (const time of times) {
    least = Math.min(least, time);
    most = Math.max(most, time);
  }
  const from = Math.max(LEAST_MS, least * 0.9);
  return [from, Math.max(most * 1.1, from * 2)];
}

function timeAxis(range: readonly [number, number], x: (value: number) => number): Markup {
  const ticks = logTicks(range);
  const every = Math.ceil(ticks.length / 6);
  return html`<line class="axis" x1="${LEFT}" x2="${RIGHT}" y1="${BOTTOM}" y2="${BOTTOM}"/>
${ticks.filter((_, index) => index % every === 0).map((tick) => html`<line class="grid" x1="${x(tick)}" x2="${x(tick)}" y1="${TOP}" y2="${BOTTOM}"/><text class="soft middle" x="${x(tick)}" y="${BOTTOM + 17}">${shortTime(tick)}</text>`)}`;
}
