import { METRICS } from '../../metrics/metric-names.ts';
import type { ComparedSuite } from '../compared-suite.ts';
import { formatMetric, formatSeconds } from '../format-value.ts';
import type { HistoryRun } from '../read-history.ts';
import type { SuiteReport } from '../report.ts';
import { shownGates } from '../shown-gates.ts';
import type { CaseTimes } from './case-times.ts';
import { comparisonSection } from './comparison-section.ts';
import { gateTable } from './gate-table.ts';
import { judgeTable } from './judge-table.ts';
import { html, type Markup } from './markup.ts';
import { metricTable } from './metric-table.ts';
import { historySection, suitePlots } from './suite-plots.ts';

export interface ShownSuite {
  report: SuiteReport<unknown>;
  compared: ComparedSuite | null;
  history: readonly HistoryRun[];
  times: CaseTimes;
  /** Where a case's row is named `suite:position`; null where the page has no row of it. */
  rowOf: (id: string) => string | null;
}

/** All that is shown of one suite but its cases. Pure. @param index its place in the report, from 0. */
export function suiteSection(
  { report, compared, history, times, rowOf }: ShownSuite,
  index: number,
  startedAt: string,
): Markup {
  const { suite, passed, complete, stopped, counts, target, store, models, filters, shard, suiteHash } =
    report;
  const about = [
    target,
    store !== null && `store ${store}`,
    models.join(', ') || 'no model',
    filters.length > 0 && `only ${filters.join(', ')}`,
    shard !== null && `shard ${shard}`,
    formatSeconds(report.seconds),
    `suite ${suiteHash.replace(/^sha256-/u, '').slice(0, 8)}`,
  ].filter((fact) => fact !== false);
  return html`<section class="suite" id="suite-${index}" tabindex="-1" aria-labelledby="suite-${index}-name">
<h2 id="suite-${index}-name">${suite} <span class="verdict ${passed ? 'passed' : 'failed'}">${passed ? 'Passed' : 'Failed'}</span></h2>
<p class="about">${about.join(' · ')}</p>
${!complete && html`<p class="card alert"><strong>Incomplete:</strong> ${counts.judged} of ${counts.chosen} cases were judged, then the run ended: ${stopped}</p>`}
${tiles(report, compared)}
${gateTable(report)}
${compared !== null && comparisonSection(compared, rowOf)}
<h3 id="metrics-${index}" tabindex="-1">Metrics</h3>${metricTable(report, compared)}
${judgeTable(report.judges)}
${suitePlots(report, times, String(index))}
${historySection(report, history, { startedAt, key: String(index) })}
</section>`;
}

function tiles(report: SuiteReport<unknown>, compared: ComparedSuite | null): Markup {
  const { counts, metrics, flaky } = report;
  const gates = shownGates(report);
  const held = gates.filter(({ status }) => status === 'passed').length;
  const numberOf = (wanted: string) =>
    compared?.changes.find(({ change }) => change === wanted)?.ids.length ?? 0;
  const list: { title: string; value: Markup | string; tone?: string }[] = [
    { title: 'Cases passed', value: html`${counts.passed} <small>of ${counts.judged}</small>` },
    ...(gates.length > 0
      ? [
          {
            title: 'Gates held',
            value: html`${held} <small>of ${gates.length}</small>`,
            tone: held < gates.length ? 'bad-text' : 'good-text',
          },
        ]
      : []),
    ...(compared
      ? [
          {
            title: 'Broken',
            value: String(numberOf('broken')),
            tone: numberOf('broken') > 0 ? 'bad-text' : '',
          },
          {
            title: 'Fixed',
            value: String(numberOf('fixed')),
            tone: numberOf('fixed') > 0 ? 'good-text' : '',
          },
        ]
      : []),
    ...(flaky.length > 0 ? [{ title: 'Flaky', value: String(flaky.length) }] : []),
    ...(counts.errors > 0
      ? [{ title: 'Without an answer', value: String(counts.errors), tone: 'bad-text' }]
      : []),
    { title: METRICS.latencyP95.label, value: formatMetric('latencyP95', metrics.latencyP95.value) },
    ...(metrics.costUsd.value
      ? [{ title: 'Cost of an answer', value: formatMetric('costUsd', metrics.costUsd.value) }]
      : []),
  ];
  return html`<dl class="tiles">${list.map(({ title, value, tone }) => html`<div class="card"><dt>${title}</dt><dd class="${tone ?? ''}">${value}</dd></div>`)}</dl>`;
}
