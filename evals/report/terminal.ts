import { renderComparison } from '../comparison/render-comparison.ts';
import { isMetricName, METRIC_NAMES, METRICS, type MetricName } from '../metrics/metric-names.ts';
import { type ComparedSuite, toCompared } from './compared-suite.ts';
import { failedCases } from './failed-cases.ts';
import { formatDelta, formatInterval, formatLimit, formatMetric } from './format-value.ts';
import { makePaint, type Paint } from './paint.ts';
import type { CaseSource, SuiteReport } from './report.ts';
import { shownGates } from './shown-gates.ts';
import { type Column, oneLine, textTable } from './text-table.ts';
import { clipLine, wrapText } from './wrap-text.ts';

/** Columns of the table per tag, as many as fit; report.json has every metric for each tag. */
const TAG_METRICS: MetricName[] = [
  ...(['passed', 'answered', 'factsFound', 'citationRecall', 'citationPrecision'] as const),
  ...(['quoteValidity', 'abstention'] as const),
];
const WIDTH = 100;
const LEAST_MEANING = 16;
const LONGEST_TAG = 30;

/** What a run prints: its metrics with gates and baseline, its tags, its failed cases, its verdict, in 100 columns. */
export async function renderTerminal(
  report: SuiteReport<CaseSource>,
  { color = false }: { color?: boolean } = {},
): Promise<string> {
  const paint = makePaint(color);
  const models = report.models.length > 0 ? report.models.join(', ') : 'no model';
  const filters = report.filters.length > 0 ? ` · only ${report.filters.join(', ')}` : '';
  const head = `${report.suite} · ${report.counts.judged} cases · ${report.target} · ${models}${filters}`;
  const wrap = (text: string) => wrapText(text, { width: WIDTH, indent: '  ', most: 8 });
  const verdict = wrap(verdictText(report));
  const sections = [
    wrap(head).map(paint.bold).join('\n'),
    metricTable(report, toCompared(report.comparison), paint),
    tagTable(report),
    otherGates(report, paint),
    await failedCases(report, { width: WIDTH, paint }),
    report.comparison && renderComparison(report.comparison, { width: WIDTH, paint }),
    verdict.map(report.passed ? paint.good : paint.bad).join('\n'),
  ];
  return sections.filter(Boolean).join('\n\n');
}

function metricTable(
  { metrics, gates }: SuiteReport<CaseSource>,
  compared: ComparedSuite | null,
  paint: Paint,
): string {
  const columns: Column[] = [
    { title: 'metric' },
    ...['value', '95 %', 'n', 'gate'].map((title): Column => ({ title, align: 'right' })),
    ...(compared ? ['before', 'delta'].map((title): Column => ({ title, align: 'right' })) : []),
  ];
  const gateOf = (metric: MetricName) => gates.find((gate) => gate.tag === null && gate.metric === metric);
  const rows = METRIC_NAMES.map((metric) => {
    const { value, interval, count } = metrics[metric];
    const gate = gateOf(metric);
    const moved = compared?.metrics.get(metric);
    return [
      ...[metric, formatMetric(metric, value), formatInterval(metric, interval), String(count)],
      gate ? `${formatLimit(gate)} ${GATE_MARKS[gate.status]}` : '',
      ...(moved ? [formatMetric(metric, moved.before), formatDelta(metric, moved.delta)] : []),
    ];
  });
  const lines = textTable(columns, rows).split('\n');
  const width = Math.max(...lines.map((line) => [...line].length));
  const room = WIDTH - width - 2;
  return lines
    .map((line, index) => {
      const metric = METRIC_NAMES[index - 2];
      if (metric === undefined || room < LEAST_MEANING) return line;
      const meaning = metrics[metric].reason ?? METRICS[metric].meaning;
      const gate = gateOf(metric);
      const painted = gate?.status === 'failed' ? paint.bad(line) : line;
      const space = ' '.repeat(width - [...line].length + 2);
      return painted + paint.dim(space + clipLine(oneLine(meaning), room));
    })
    .join('\n');
}

const GATE_MARKS = { passed: 'ok', failed: 'FAILED', skipped: 'skipped' } as const;

function tagTable({ tags }: SuiteReport<CaseSource>): string {
  const entries = Object.entries(tags);
  if (entries.length === 0) return '';
  const applying = TAG_METRICS.filter((metric) =>
    entries.some(([, metrics]) => metrics[metric].value !== null),
  );
  const longest = Math.max(...entries.map(([tag]) => Math.min([...tag].length, LONGEST_TAG)), 3);
  let room = WIDTH - longest - '  cases'.length;
  const shown = applying.filter((metric) => {
    room -= metric.length + 2;
    return room >= 0;
  });
  const columns: Column[] = [
    { title: 'tag' },
    { title: 'cases', align: 'right' },
    ...shown.map((title): Column => ({ title, align: 'right' })),
  ];
  const rows = entries.map(([tag, metrics]) => [
    clipLine(tag, LONGEST_TAG),
    String(metrics.passed.count),
    ...shown.map((metric) => formatMetric(metric, metrics[metric].value)),
  ]);
  return textTable(columns, rows);
}

/** Gates that have no row of their own above: on the cases of a tag. */
function otherGates(report: SuiteReport<CaseSource>, paint: Paint): string {
  return shownGates({ ...report, comparison: null })
    .filter(({ name }) => !isMetricName(name))
    .flatMap(({ name, expected, got, status }) => {
      const text = `gate ${name}: expected ${expected}, got ${got}: ${GATE_MARKS[status]}`;
      const lines = wrapText(text, { width: WIDTH, indent: '  ', most: 3 });
      return status === 'failed' ? lines.map(paint.bad) : lines;
    })
    .join('\n');
}

function verdictText(report: SuiteReport<CaseSource>): string {
  const { passed, counts } = report;
  const gates = shownGates(report);
  const right = `${counts.passed} of ${counts.judged} cases passed`;
  if (counts.judged > 0 && counts.errors === counts.judged) return 'FAILED: no case got an answer';
  if (gates.length === 0) return `${right}; the suite has no gates, so no score fails it`;
  const failed = gates.filter(({ status }) => status === 'failed');
  if (passed) return `PASSED: ${right}, ${gates.length - failed.length} of ${gates.length} gates held`;
  const why = failed.map(({ name, expected, got }) => `${name} (${withoutArticle(expected)}, ${got})`);
  return `FAILED: ${[...why, right].join('; ')}`;
}

/** `minimum 0.9` for `a minimum of 0.9`: a verdict is one line. */
function withoutArticle(expected: string): string {
  return expected.replace(/^a (minimum|maximum) of /u, '$1 ');
}
