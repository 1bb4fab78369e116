import type { MetricChange } from '../../comparison/comparison.ts';
import { METRICS, type MetricName } from '../../metrics/metric-names.ts';
import type { GateResult } from '../../score/gates.ts';
import type { ComparedSuite } from '../compared-suite.ts';
import { formatDelta, formatInterval, formatLimit, formatMetric } from '../format-value.ts';
import type { SuiteReport } from '../report.ts';
import { html, type Markup } from './markup.ts';
import { metricGroups } from './metric-groups.ts';
import { metricBar } from './plots/metric-bar.ts';

/** Every metric with its interval, gate, definition and change. Pure. */
export function metricTable(
  { metrics, gates }: Pick<SuiteReport<unknown>, 'metrics' | 'gates'>,
  compared: ComparedSuite | null,
): Markup {
  const columns = compared === null ? 5 : 7;
  const rows = metricGroups().map(
    ({
      title,
      metrics: names,
    }) => html`<tbody><tr class="group"><th colspan="${columns}" scope="rowgroup">${title}</th></tr>
${names.map((name) =>
  row(
    name,
    metrics[name],
    gates.find((gate) => gate.tag === null && gate.metric === name),
    compared,
  ),
)}</tbody>`,
  );
  return html`<div class="card table wide" tabindex="0" role="region" aria-label="Metrics"><table class="metrics">
<thead><tr><th scope="col">Metric</th><th scope="col" class="number">Value</th><td class="range"></td><th scope="col" class="number range">95 % interval</th><th scope="col" class="number">n</th>${compared !== null && html`<th scope="col" class="number">Baseline</th><th scope="col">Change</th>`}</tr></thead>
${rows}</table></div>`;
}

function row(
  name: MetricName,
  measured: SuiteReport<unknown>['metrics'][MetricName],
  gate: GateResult | undefined,
  compared: ComparedSuite | null,
): Markup {
  const { label } = METRICS[name];
  const failed = gate?.status === 'failed';
  const moved = compared?.metrics.get(name);
  const limit = gate?.limit ?? null;
  const stated = gate && html` <span class="chip ${CHIPS[gate.status]}">gate ${formatLimit(gate)}</span>`;
  return html`<tr${failed && html` class="wrong"`}><th scope="row"><details><summary>${label}${stated}</summary>${definition(name)}</details></th>
<td class="number${measured.value === null && ' na'}"${measured.value === null && html` title="${measured.reason}"`}>${formatMetric(name, measured.value)}</td>
<td class="range">${metricBar(name, measured, { limit, failed }) ?? (measured.value === null && html`<span class="na">${measured.reason}</span>`)}</td>
<td class="number range">${formatInterval(name, measured.interval)}</td><td class="number">${measured.count}</td>
${compared !== null && html`<td class="number">${formatMetric(name, moved?.before ?? null)}</td><td><span class="${tone(name, moved)}">${formatDelta(name, moved?.delta ?? null)}</span>${moved?.words && html` <span class="about">${moved.words}</span>`}</td>`}</tr>`;
}

const CHIPS = { passed: 'good', failed: 'bad', skipped: 'warn' } as const;

function definition(name: MetricName): Markup {
  const { meaning, better, unit, range, definition: file } = METRICS[name];
  const [least, most] = range;
  const units = { share: '', ms: ' milliseconds', tokens: ' tokens', usd: ' US dollars' }[unit];
  return html`<p>${meaning}. ${most === null ? `From ${least}${units}` : `From ${least} to ${most}`}; ${better} is better. <code>${name}</code> is its name in gates; formula, source and edge cases: <code>evals/metrics/${file}</code>.</p>`;
}

/** A color only for what chance does not explain, or what nothing could test. */
function tone(name: MetricName, moved: MetricChange | undefined): string {
  const delta = moved?.delta ?? null;
  if (moved === undefined || delta === null || formatDelta(name, delta) === '=') return 'about';
  if (moved.verdict === 'unclear' || moved.verdict === 'same') return '';
  return delta > 0 === (METRICS[name].better === 'higher') ? 'good-text' : 'bad-text';
}
