import type { CaseResult } from '../case-result.ts';
import { METRIC_NAMES, METRICS } from '../metrics/metric-names.ts';
import { escapeMarkup as esc } from './escape.ts';
import { formatDelta, formatMetric } from './format-value.ts';
import type { Report, SuiteReport } from './report.ts';
import { reportStyle } from './report-style.ts';

/**
 * A page that needs nothing else: no script, no request, everything escaped. Its policy forbids both, so that text from
 * a page or a model can do nothing even if it got through.
 */
export function renderHtml(report: Report): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Eval report: ${report.passed ? 'passed' : 'failed'}</title><style>${reportStyle}</style></head>
<body><main><h1>Eval report: ${badge(report.passed)}</h1>
<p>${esc(report.startedAt)} · ${report.seconds.toFixed(1)} s · Aisle ${esc(report.versions.aisle)} · Node ${esc(report.versions.node)}</p>
${report.suites.map(renderSuite).join('\n')}
</main></body></html>
`;
}

function renderSuite(suite: SuiteReport): string {
  const about = [suite.target, suite.store ?? '', ...suite.models, ...suite.filters]
    .filter(Boolean)
    .map(esc)
    .join(' · ');
  return `<section><h2>${esc(suite.suite)}: ${badge(suite.passed)}</h2><p>${about}</p>
${metricTable(suite)}${comparisonList(suite)}
<h3>Cases</h3>${suite.cases.map(renderCase).join('\n')}</section>`;
}

function metricTable({ metrics, gates, comparison }: SuiteReport): string {
  const rows = METRIC_NAMES.map((metric) => {
    const measured = metrics[metric];
    const gate = gates.find((result) => result.metric === metric);
    const moved = comparison?.metrics.find((entry) => entry.metric === metric);
    const limit = gate ? `${gate.bound === 'minimum' ? '≥' : '≤'} ${gate.limit} ${gate.status}` : '';
    const cells = [
      `<th scope="row">${metric}</th>`,
      number(formatMetric(metric, measured.value)),
      number(String(measured.count)),
      `<td class="${gate?.status ?? ''}">${limit}</td>`,
      comparison ? number(moved ? formatDelta(metric, moved.delta) : '') : '',
      `<td>${esc(measured.value === null ? (measured.reason ?? '') : METRICS[metric].meaning)}</td>`,
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  const delta = comparison ? '<th>delta</th>' : '';
  return `<div class="wide"><table><thead><tr><th>metric</th><th>value</th><th>n</th><th>gate</th>${delta}<th>what it is</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function comparisonList({ comparison }: SuiteReport): string {
  if (comparison === null) return '';
  const items = (['broken', 'fixed', 'changed', 'added', 'removed'] as const).map(
    (kind) => `<li>${kind}: ${esc(comparison[kind].join(', ') || 'none')}</li>`,
  );
  const caveats = comparison.caveats.map((caveat) => `<li>mind: ${esc(caveat)}</li>`);
  return `<h3>Against ${esc(comparison.baselineStartedAt)}</h3><ul>${[...items, ...caveats].join('')}</ul>`;
}

function renderCase(result: CaseResult): string {
  const time = result.milliseconds === null ? '' : `${result.milliseconds.toFixed(0)} ms`;
  const questions = result.questions.map(esc).join(' <span aria-hidden="true">→</span> ');
  const summary = `${badge(result.passed)} <b>${esc(result.id)}</b> ${questions} <small>${esc([...result.tags, time].join(' · '))}</small>`;
  const answer = result.error === null ? esc(result.answer ?? '') : `Error: ${esc(result.error)}`;
  const checks = result.checks.map(
    ({ name, passed, expected, got }) =>
      `<tr><td>${badge(passed)}</td><th scope="row">${esc(name)}</th><td>${esc(expected)}</td><td>${esc(got)}</td></tr>`,
  );
  const citations = result.citations.map(
    ({ id, url, title, quote, fault }) =>
      `<li value="${id}">${link(url, title)}<blockquote>${esc(quote)}</blockquote>${fault === null ? '' : `<p class="failed">${esc(fault)}</p>`}</li>`,
  );
  const products = result.products.map(
    ({ sku, name, price, currency }) => `<li>${esc(`${sku} ${name} ${price ?? ''} ${currency ?? ''}`)}</li>`,
  );
  return `<details${result.passed ? '' : ' open'}><summary>${summary}</summary>
<p>${esc(result.status ?? '')} ${esc(result.locale ?? '')}</p><p class="answer">${answer}</p>
<div class="wide"><table><thead><tr><th></th><th>check</th><th>expected</th><th>got</th></tr></thead><tbody>${checks.join('')}</tbody></table></div>
${citations.length > 0 ? `<ol>${citations.join('')}</ol>` : ''}${products.length > 0 ? `<ul>${products.join('')}</ul>` : ''}</details>`;
}

/** Only web addresses become links: a `javascript:` URL stays text. */
function link(url: string, title: string): string {
  const text = esc(title === '' ? url : title);
  return /^https?:\/\//i.test(url)
    ? `<a href="${esc(url)}" rel="noreferrer">${text}</a>`
    : `${text} ${esc(url)}`;
}

function badge(passed: boolean): string {
  return passed ? '<span class="passed">passed</span>' : '<span class="failed">failed</span>';
}

function number(text: string): string {
  return `<td class="number">${esc(text)}</td>`;
}
