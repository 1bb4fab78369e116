import { METRIC_NAMES, METRICS, type MetricName } from '../../metrics/metric-names.ts';
import { formatMetric } from '../format-value.ts';
import type { HistoryRun } from '../read-history.ts';
import type { SuiteReport } from '../report.ts';
import type { CaseTimes } from './case-times.ts';
import { html, type Markup, nothing } from './markup.ts';
import { calibrationPlot } from './plots/calibration-plot.ts';
import { historyPlot } from './plots/history-plot.ts';
import { latencyHistogram, stagePlot } from './plots/latency-plots.ts';
import { shortTime } from './plots/scale.ts';
import { tagPlot } from './plots/tag-plot.ts';

type Measured = Pick<
  SuiteReport<unknown>,
  'suiteHash' | 'metrics' | 'tags' | 'gates' | 'calibration' | 'stages' | 'filters'
>;

/** Metrics by tag where the suite gates none of them. */
const TAG_METRICS: MetricName[] = ['passed', 'answered', 'factsFound', 'citationRecall', 'latencyP95'];

/** Pure. @param key tells this suite's elements from those of another. */
export function suitePlots(suite: Measured, times: CaseTimes, key: string): Markup {
  const plots = [byTag(suite, key), latency(suite, times), stages(suite, times), calibration(suite)];
  const shown = plots.filter((plot) => plot !== null);
  return shown.length === 0
    ? nothing
    : html`<h3 id="plots-${key}" tabindex="-1">Plots</h3><div class="plots">${shown}</div>`;
}

function byTag({ tags, metrics, gates }: Measured, key: string): Markup | null {
  const wanted = new Set([...TAG_METRICS, ...gates.map(({ metric }) => metric)]);
  const bars = Object.entries(tags);
  const plots = METRIC_NAMES.filter((name) => wanted.has(name)).flatMap((name) => {
    const plot = tagPlot(
      name,
      bars.map(([tag, table]) => ({ tag, measured: table[name] })),
      metrics[name],
    );
    return plot === null ? [] : [{ name, ...plot }];
  });
  if (plots.length === 0) return null;
  return html`<figure class="card"><figcaption><label for="tags-${key}">By tag:</label> <select id="tags-${key}" data-plots>${plots.map(({ name }) => html`<option value="${name}">${METRICS[name].label}</option>`)}</select>
<p>Worst first; whiskers are 95 % intervals, the dotted line is all cases.</p></figcaption>
${plots.map(({ name, svg, left }, index) => html`<div data-plot="${name}"${index > 0 && html` hidden`}>${svg}${left > 0 && html`<p class="about">and ${left} better tags</p>`}</div>`)}</figure>`;
}

function latency({ metrics }: Measured, { whole }: CaseTimes): Markup | null {
  const plot = latencyHistogram(whole);
  return (
    plot &&
    html`<figure class="card"><figcaption><strong>Time to the whole answer</strong><p>As the harness measured it: p50 ${formatMetric('latencyP50', metrics.latencyP50.value)}, p95 ${formatMetric('latencyP95', metrics.latencyP95.value)}, p99 ${formatMetric('latencyP99', metrics.latencyP99.value)}.</p></figcaption>${plot}</figure>`
  );
}

function stages({ stages: table }: Measured, times: CaseTimes): Markup | null {
  const plot = stagePlot(times.stages);
  const rows = Object.entries(table).map(
    ([name, { count, p50, p95, p99 }]) =>
      html`<tr><th scope="row">${name}</th><td class="number">${count}</td>${[p50, p95, p99].map((time) => html`<td class="number">${shortTime(time)}</td>`)}</tr>`,
  );
  return (
    plot &&
    html`<figure class="card"><figcaption><strong>Time per stage</strong><p>Share of answers whose stage took no longer, as the service states it.</p></figcaption>${plot}
<details><summary>Percentiles</summary><table><thead><tr><th scope="col">Stage</th>${['n', 'p50', 'p95', 'p99'].map((title) => html`<th scope="col" class="number">${title}</th>`)}</tr></thead><tbody>${rows}</tbody></table></details></figure>`
  );
}

function calibration({ calibration: bins, metrics }: Measured): Markup | null {
  const plot = calibrationPlot(bins);
  return (
    plot &&
    html`<figure class="card"><figcaption><strong>Calibration</strong><p>How often answers of a confidence are right; on the diagonal it is what it says. Calibration error (ECE) ${formatMetric('calibrationError', metrics.calibrationError.value)}, Brier score ${formatMetric('brier', metrics.brier.value)}.</p></figcaption>${plot}</figure>`
  );
}

/** Lines of what is gated, or of what matters most where nothing is, over the runs before this one. Pure. */
export function historySection(
  suite: Measured,
  runs: readonly HistoryRun[],
  { startedAt, key }: { startedAt: string; key: string },
): Markup {
  if (runs.length === 0) return nothing;
  const gated = suite.gates.filter(({ tag }) => tag === null).map(({ metric }) => metric);
  const names = gated.length > 0 ? [...new Set<MetricName>(['passed', ...gated])] : TAG_METRICS;
  const plots = names.flatMap((name) => {
    const earlier = runs.map((run) => ({
      ...run,
      value: run.values[name] ?? null,
      otherSuite: run.suiteHash !== suite.suiteHash,
    }));
    const now = { name: 'this run', startedAt, value: suite.metrics[name].value, otherSuite: false };
    const gate = suite.gates.find(({ metric, tag }) => metric === name && tag === null);
    const plot = historyPlot(name, [...earlier, now], gate?.limit ?? null);
    return plot === null
      ? []
      : [
          html`<figure class="card"><figcaption><strong>${METRICS[name].label}</strong></figcaption>${plot}</figure>`,
        ];
  });
  if (plots.length === 0) return nothing;
  const others = runs.filter(({ suiteHash }) => suiteHash !== suite.suiteHash).length;
  const note = others > 0 ? ` A hollow dot is a run of another version of the suite (${others}).` : '';
  return html`<h3 id="history-${key}" tabindex="-1">History</h3><p class="about">${runs.length + 1} runs, oldest first.${note} Red dashes are gates.</p><div class="small-multiples">${plots}</div>`;
}
