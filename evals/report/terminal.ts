import { METRIC_NAMES, METRICS, type MetricName } from '../metrics/metric-names.ts';
import type { Comparison } from './compare.ts';
import { formatDelta, formatMetric } from './format-value.ts';
import type { SuiteReport } from './report.ts';
import { type Column, oneLine, textTable } from './text-table.ts';

/** Columns of the table per tag; report.json has every metric for each tag. */
const TAG_METRICS: MetricName[] = [
  'passed',
  'answered',
  'factsFound',
  'citationRecall',
  'citationPrecision',
  'quoteValidity',
  'abstention',
];
const LONGEST_LIST = 20;

/** What a run prints: its metrics with gates and baseline, its tags, its failed cases, its verdict. Pure. */
export function renderTerminal(report: SuiteReport): string {
  const models = report.models.length > 0 ? report.models.join(', ') : 'no model';
  const filters = report.filters.length > 0 ? ` · only ${report.filters.join(', ')}` : '';
  const head = `${report.suite} · ${report.cases.length} cases · ${report.target} · ${models}${filters}`;
  const sections = [
    oneLine(head),
    metricTable(report),
    tagTable(report),
    failedCases(report),
    report.comparison && comparisonText(report.comparison),
    verdict(report),
  ];
  return sections.filter(Boolean).join('\n\n');
}

function metricTable({ metrics, gates, comparison }: SuiteReport): string {
  const columns: Column[] = [
    { title: 'metric' },
    { title: 'value', align: 'right' },
    { title: 'n', align: 'right' },
    { title: 'gate', align: 'right' },
    ...(comparison
      ? [{ title: 'before', align: 'right' } as const, { title: 'delta', align: 'right' } as const]
      : []),
    { title: 'what it is' },
  ];
  const rows = METRIC_NAMES.map((metric) => {
    const measured = metrics[metric];
    const gate = gates.find((result) => result.metric === metric);
    const moved = comparison?.metrics.find((entry) => entry.metric === metric);
    return [
      metric,
      formatMetric(metric, measured.value),
      String(measured.count),
      gate ? `${gate.bound === 'minimum' ? '≥' : '≤'} ${gate.limit} ${GATE_MARKS[gate.status]}` : '',
      ...(moved ? [formatMetric(metric, moved.before), formatDelta(metric, moved.delta)] : []),
      measured.value === null ? (measured.reason ?? '') : METRICS[metric].meaning,
    ];
  });
  return textTable(columns, rows);
}

const GATE_MARKS = { passed: 'ok', failed: 'FAILED', skipped: 'skipped' } as const;

function tagTable({ tags }: SuiteReport): string {
  const entries = Object.entries(tags);
  if (entries.length === 0) return '';
  const shown = TAG_METRICS.filter((metric) => entries.some(([, metrics]) => metrics[metric].value !== null));
  const columns: Column[] = [
    { title: 'tag' },
    { title: 'cases', align: 'right' },
    ...shown.map((title): Column => ({ title, align: 'right' })),
  ];
  const rows = entries.map(([tag, metrics]) => [
    tag,
    String(metrics.passed.count),
    ...shown.map((metric) => formatMetric(metric, metrics[metric].value)),
  ]);
  return textTable(columns, rows);
}

function failedCases({ cases }: SuiteReport): string {
  const failed = cases.filter(({ passed }) => !passed);
  if (failed.length === 0) return '';
  const lines = failed
    .slice(0, LONGEST_LIST)
    .flatMap(({ id, questions, checks }) => [
      `✗ ${oneLine(id)}: ${oneLine(questions.at(-1) ?? '')}`,
      ...checks
        .filter(({ passed }) => !passed)
        .map(({ name, expected, got }) => `    ${name}: expected ${oneLine(expected)}, got ${oneLine(got)}`),
    ]);
  const rest = failed.length - LONGEST_LIST;
  if (rest > 0) lines.push(`… and ${rest} more: see the files of --out`);
  return lines.join('\n');
}

function comparisonText(comparison: Comparison): string {
  const counts = (['fixed', 'broken', 'changed', 'added', 'removed'] as const).map((kind) => {
    const ids = comparison[kind];
    if (ids.length === 0) return `  ${kind}: none`;
    const more = ids.length > LONGEST_LIST ? ', …' : '';
    return `  ${kind}: ${ids.length} (${ids.slice(0, LONGEST_LIST).map(oneLine).join(', ')}${more})`;
  });
  const caveats = comparison.caveats.map((caveat) => `  mind: ${oneLine(caveat)}`);
  return [`against the report of ${oneLine(comparison.baselineStartedAt)}`, ...counts, ...caveats].join('\n');
}

function verdict({ passed, gates, cases, metrics }: SuiteReport): string {
  const right = `${cases.filter((result) => result.passed).length} of ${cases.length} cases passed`;
  if (cases.length > 0 && cases.every(({ error }) => error !== null)) return `FAILED: no case got an answer`;
  if (gates.length === 0) return `${right}; the suite has no gates, so no score fails it`;
  const failed = gates.filter(({ status }) => status === 'failed');
  if (passed) return `PASSED: ${right}, ${gates.length - failed.length} of ${gates.length} gates held`;
  const why = failed.map(({ metric, limit, bound, value, reason }) => {
    const got =
      value === null
        ? `not measured: ${reason}`
        : `${formatMetric(metric, value)} of n=${metrics[metric].count}`;
    return `${metric} (${bound} ${limit}, ${got})`;
  });
  return `FAILED: ${why.join('; ')}; ${right}`;
}
