import { formatDelta, formatMetric } from '../report/format-value.ts';
import type { Paint } from '../report/paint.ts';
import { oneLine } from '../report/text-table.ts';
import { clipLine, wrapText } from '../report/wrap-text.ts';
import type { CaseChange } from './case-change.ts';
import { type ChangeGateResult, describeChangeGate } from './change-gates.ts';
import type { Comparison, MetricChange } from './comparison.ts';

const MOST_LINES = 3;
/** Cases of each kind that are shown side by side; the other reports have more. */
const MOST_SHOWN = 5;
const MOST_ANSWER_LINES = 4;

/** What has changed since the baseline, for a terminal. Pure. @param options.width in columns. */
export function renderComparison(
  comparison: Comparison,
  { width, paint }: { width: number; paint: Paint },
): string {
  const wrap = (text: string, indent = '  ') =>
    wrapText(text, { width: width - indent.length, indent: '  ', most: MOST_LINES }).map(
      (line) => indent + line,
    );
  const counts = (['fixed', 'broken', 'changed', 'added', 'removed'] as const).flatMap((kind) =>
    wrap(`${kind}: ${listOf(comparison[kind])}`),
  );
  const apart = [
    ...(comparison.flaky.length > 0
      ? wrap(`flaky, neither fixed nor broken: ${listOf(comparison.flaky)}`)
      : []),
    ...(comparison.edited.length > 0 ? wrap(`edited since: ${listOf(comparison.edited)}`) : []),
  ];
  const sections = [
    [
      oneLine(`against the report of ${comparison.baselineStartedAt}: ${comparison.compared} cases compared`),
      ...counts,
      ...apart,
      ...comparison.caveats.flatMap((caveat) => wrap(`mind: ${caveat}`)),
    ],
    metricLines(comparison.metrics).flatMap(({ text, verdict }) => {
      const color = { better: paint.good, worse: paint.bad }[verdict as string];
      return wrap(text).map(color ?? ((line) => line));
    }),
    comparison.gates.flatMap((gate) => {
      const lines = wrap(`${describeChangeGate(gate)}: ${GATE_MARKS[gate.status]}`);
      return gate.status === 'failed' ? lines.map(paint.bad) : lines;
    }),
    ...(['broken', 'fixed'] as const).map((kind) =>
      comparison.examples
        .filter((example) => example.kind === kind)
        .slice(0, MOST_SHOWN)
        .flatMap((example) => caseLines(example, width)),
    ),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const GATE_MARKS: Record<ChangeGateResult['status'], string> = {
  passed: 'ok',
  failed: 'FAILED',
  skipped: 'skipped',
};

function listOf(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : `${ids.length} (${ids.map(oneLine).join(', ')})`;
}

/** Metrics that have moved beyond chance, and gated ones that have moved at all. */
function metricLines(metrics: readonly MetricChange[]): { verdict: MetricChange['verdict']; text: string }[] {
  const told = metrics.filter(
    ({ verdict, corrected }) =>
      verdict === 'better' || verdict === 'worse' || (verdict === 'unclear' && corrected !== null),
  );
  return told.map(({ metric, before, after, delta, interval, verdict, words }) => {
    const ends = interval?.map((end) => formatDelta(metric, end)).join(' … ');
    const range = ends === undefined ? '' : ` (95 %: ${ends})`;
    const moved = `${formatMetric(metric, before)} → ${formatMetric(metric, after)}, ${formatDelta(metric, delta)}${range}`;
    return { verdict, text: `${metric}: ${moved}: ${words}` };
  });
}

/** A case with both answers, the words that went and came marked as `git diff --word-diff` does. */
function caseLines(example: CaseChange, width: number): string[] {
  const { id, kind, question, before, now, words, checksBroken } = example;
  const wrap = (text: string) =>
    wrapText(text, { width: width - 4, indent: '  ', most: MOST_ANSWER_LINES }).map((line) => `    ${line}`);
  const side = (name: string, { status, answer, error }: CaseChange['now'], text: string | null) =>
    wrap(`${name} (${status ?? 'no answer'}): ${text ?? error ?? answer ?? ''}`);
  return [
    clipLine(oneLine(`${kind === 'broken' ? '✗' : '✓'} ${kind}: ${id}: ${question}`), width),
    ...checksBroken.flatMap(({ name, expected, got }) => wrap(`${name}: expected ${expected}, got ${got}`)),
    ...side('before', before, null),
    ...side('now', now, words === null || now.error !== null ? null : marked(words)),
    ...citationLines(example).flatMap(wrap),
  ];
}

/** Pages that were cited in one run only, and those of which another quote is. */
function citationLines({ citationsGained, citationsLost }: CaseChange): string[] {
  const gained = new Set(citationsGained.map(({ url }) => url));
  const lost = new Set(citationsLost.map(({ url }) => url));
  const pages = {
    'citations lost': [...lost].filter((url) => !gained.has(url)),
    'citations gained': [...gained].filter((url) => !lost.has(url)),
    'another quote of': [...gained].filter((url) => lost.has(url)),
  };
  return Object.entries(pages).flatMap(([what, urls]) =>
    urls.length === 0 ? [] : [`${what}: ${urls.join(', ')}`],
  );
}

/** Answers with little in common are easier to read as they are. */
const LEAST_SHARED = 0.3;

function marked(words: NonNullable<CaseChange['words']>): string | null {
  const size = (wanted: string) =>
    words.reduce((sum, [kind, text]) => sum + (kind === wanted ? text.length : 0), 0);
  if (size('=') < LEAST_SHARED * (size('=') + size('-') + size('+'))) return null;
  const marks = { '-': ['[-', '-]'], '+': ['{+', '+}'], '=': ['', ''] } as const;
  return words.map(([kind, text]) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('');
}
