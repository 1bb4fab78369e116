import { METRIC_NAMES } from '../metrics/metric-names.ts';
import { escapeMarkdown } from './escape.ts';
import { formatDelta, formatMetric } from './format-value.ts';
import type { Report, SuiteReport } from './report.ts';

const MOST_FAILURES = 50;

/** A summary for a pull request or a CI job: verdict, metrics, what moved, which cases failed. GitHub's Markdown. */
export function renderSummary(report: Report): string {
  return `${report.suites.map(renderSuite).join('\n\n')}\n`;
}

function renderSuite(suite: SuiteReport): string {
  const right = suite.cases.filter(({ passed }) => passed).length;
  const verdict = suite.passed ? '✅ passed' : '❌ failed';
  const about = [suite.target, ...suite.models, ...suite.filters].map(escapeMarkdown).join(' · ');
  return [
    `## ${escapeMarkdown(suite.suite)}: ${verdict}`,
    `${right} of ${suite.cases.length} cases passed · ${about}`,
    metricRows(suite),
    comparisonLines(suite),
    failureRows(suite),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function metricRows({ metrics, gates, comparison }: SuiteReport): string {
  const titles = ['metric', 'value', 'n', 'gate', ...(comparison ? ['before', 'delta'] : [])];
  const rows = METRIC_NAMES.filter(
    (metric) => metrics[metric].value !== null || gates.some((gate) => gate.metric === metric),
  );
  return table(
    titles,
    rows.map((metric) => {
      const gate = gates.find((result) => result.metric === metric);
      const moved = comparison?.metrics.find((entry) => entry.metric === metric);
      const mark = { passed: '✅', failed: '❌', skipped: 'skipped' };
      return [
        metric,
        formatMetric(metric, metrics[metric].value),
        String(metrics[metric].count),
        gate ? `${gate.bound === 'minimum' ? '≥' : '≤'} ${gate.limit} ${mark[gate.status]}` : '',
        ...(moved ? [formatMetric(metric, moved.before), formatDelta(metric, moved.delta)] : []),
      ];
    }),
  );
}

function comparisonLines({ comparison }: SuiteReport): string {
  if (comparison === null) return '';
  const kinds = (['broken', 'fixed', 'changed', 'added', 'removed'] as const).map((kind) => {
    const ids = comparison[kind].map(escapeMarkdown).join(', ');
    return `- ${kind}: ${ids === '' ? 'none' : ids}`;
  });
  return [...kinds, ...comparison.caveats.map((caveat) => `- mind: ${escapeMarkdown(caveat)}`)].join('\n');
}

function failureRows({ cases }: SuiteReport): string {
  const failed = cases.filter(({ passed }) => !passed);
  if (failed.length === 0) return '';
  const rows = failed.slice(0, MOST_FAILURES).map(({ id, questions, checks }) => {
    const why = checks
      .filter(({ passed }) => !passed)
      .map(({ name, expected, got }) => `${name}: expected ${expected}, got ${got}`)
      .join('; ');
    return [id, questions.at(-1) ?? '', why].map(escapeMarkdown);
  });
  const rest = failed.length - rows.length;
  const shown = table(['failed case', 'question', 'why'], rows);
  return rest > 0 ? `${shown}\n\n… and ${rest} more in cases.csv` : shown;
}

function table(titles: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
