import { METRIC_NAMES, METRICS, type MetricName } from '../metrics/metric-names.ts';
import type { CaseResult } from '../score/case-result.ts';
import { type ComparedSuite, toCompared } from './compared-suite.ts';
import { escapeMarkdown, escapeMarkup } from './escape.ts';
import { formatDelta, formatInterval, formatLimit, formatMetric } from './format-value.ts';
import type { CaseSource, Report, SuiteReport } from './report.ts';
import { shownGates } from './shown-gates.ts';
import { oneLine } from './text-table.ts';

/** GitHub takes no comment of more than 65,536 characters; in bytes this leaves room for a heading of one's own. */
const MOST_BYTES = 60_000;
const LONGEST_ANSWER = 600;
const LONGEST_LIST = 50;

/**
 * A summary for a pull request or a CI job: verdict, gates, what moved, what was broken and fixed with both answers, which
 * cases failed. GitHub's Markdown, at most 60 kB; what has no room is counted.
 */
export async function renderSummary(report: Report<CaseSource>): Promise<string> {
  const page = makePage(MOST_BYTES);
  for (const suite of report.suites) {
    const compared = toCompared(suite.comparison);
    page.add(headLines(suite));
    page.add(metricSection(suite, compared));
    if (compared) page.add(changeLines(compared));
    await addCases(page, suite, compared);
  }
  if (report.notRun.length > 0) page.add(`Not run: ${report.notRun.map(escapeMarkdown).join(', ')}`);
  return page.text();
}

interface Page {
  /** Adds a block where there is room for it; whether there was. */
  add: (block: string) => boolean;
  text: () => string;
}

function makePage(most: number): Page {
  const blocks: string[] = [];
  // Some room is kept for the words that say what was left out.
  let room = most - 500;
  return {
    add(block) {
      const size = Buffer.byteLength(block) + 2;
      if (size > room) return false;
      room -= size;
      if (block !== '') blocks.push(block);
      return true;
    },
    text: () => `${blocks.join('\n\n')}\n`,
  };
}

function headLines(suite: SuiteReport<CaseSource>): string {
  const { counts, flaky, stopped } = suite;
  const gates = shownGates(suite);
  const about = [suite.target, ...suite.models, ...suite.filters].map(escapeMarkdown).join(' · ');
  const held = gates.filter(({ status }) => status === 'passed').length;
  const facts = [
    `**${counts.passed} of ${counts.judged} cases passed**`,
    ...(gates.length > 0 ? [`${held} of ${gates.length} gates held`] : []),
    ...(flaky.length > 0 ? [`${flaky.length} flaky`] : []),
    about,
  ];
  const failed = gates.filter(({ status }) => status === 'failed');
  const why = failed.map(
    ({ name, expected, got }) => `- ❌ ${escapeMarkdown(`${name}: expected ${expected}, got ${got}`)}`,
  );
  return [
    `## ${escapeMarkdown(suite.suite)}: ${suite.passed ? '✅ passed' : '❌ failed'}`,
    '',
    facts.join(' · '),
    ...(stopped === null ? [] : ['', `**Incomplete:** ${escapeMarkdown(stopped)}`]),
    ...(why.length > 0 ? ['', ...why] : []),
  ].join('\n');
}

/** What is gated or has moved at a glance, everything else folded. */
function metricSection({ metrics, gates }: SuiteReport<CaseSource>, compared: ComparedSuite | null): string {
  const measured = METRIC_NAMES.filter(
    (metric) => metrics[metric].value !== null || gateOf(metric) !== undefined,
  );
  const isFirst = (metric: MetricName) => metric === 'passed' || gateOf(metric) !== undefined;
  const row = (metric: MetricName) => {
    const { value, interval, count } = metrics[metric];
    const gate = gateOf(metric);
    const moved = compared?.metrics.get(metric);
    const mark = { passed: '✅', failed: '❌', skipped: 'skipped' };
    return [
      METRICS[metric].label,
      formatMetric(metric, value),
      formatInterval(metric, interval),
      String(count),
      gate ? `${formatLimit(gate)} ${mark[gate.status]}` : '',
      ...(compared
        ? [
            formatMetric(metric, moved?.before ?? null),
            [formatDelta(metric, moved?.delta ?? null), escapeMarkdown(moved?.words ?? '')].join(' ').trim(),
          ]
        : []),
    ];
  };
  function gateOf(metric: MetricName) {
    return gates.find((gate) => gate.tag === null && gate.metric === metric);
  }
  const titles = ['metric', 'value', '95 %', 'n', 'gate', ...(compared ? ['baseline', 'change'] : [])];
  const others = measured.filter((metric) => !isFirst(metric));
  return [
    table(titles, measured.filter(isFirst).map(row)),
    ...(others.length > 0 ? [folded('All metrics', table(titles, others.map(row)))] : []),
  ].join('\n\n');
}

function changeLines({ changes, caveats }: ComparedSuite): string {
  const counts = changes
    .filter(({ ids }) => ids.length > 0)
    .map(({ change, ids }) => `${ids.length} ${change}`);
  return [
    `Against the baseline: ${counts.length > 0 ? counts.join(', ') : 'every case was answered as it was then'}.`,
    ...caveats.map((caveat) => `- mind: ${escapeMarkdown(caveat)}`),
  ].join('\n');
}

/** Cases that were broken, then fixed ones, then the others that failed, each as it is read. */
async function addCases(
  page: Page,
  suite: SuiteReport<CaseSource>,
  compared: ComparedSuite | null,
): Promise<void> {
  const changed = new Map(
    compared?.changes.flatMap(({ change, ids }) => ids.map((id) => [id, change] as const)),
  );
  const has = (change: string) => [...changed.values()].some((of) => of === change);
  const groups = [
    { title: 'Broken', any: has('broken'), wanted: ({ id }: CaseResult) => changed.get(id) === 'broken' },
    { title: 'Fixed', any: has('fixed'), wanted: ({ id }: CaseResult) => changed.get(id) === 'fixed' },
    {
      title: compared ? 'Failed, not newly' : 'Failed',
      any: suite.counts.passed < suite.counts.judged,
      wanted: ({ id, passed }: CaseResult) => !passed && changed.get(id) !== 'broken',
    },
  ];
  for (const { title, wanted } of groups.filter(({ any }) => any)) {
    let found = 0;
    let shown = 0;
    for await (const result of suite.cases.read()) {
      if (!wanted(result)) continue;
      if (found === 0) page.add(`### ${title}`);
      found += 1;
      const full = shown < found - 1 || shown === LONGEST_LIST;
      if (!full && page.add(caseBlock(result, compared))) shown += 1;
    }
    if (found > shown) page.add(`… and ${found - shown} more in cases.csv`);
  }
}

function caseBlock(
  { id, questions, checks, answer, error, status }: CaseResult,
  compared: ComparedSuite | null,
): string {
  const before = compared?.before(id) ?? null;
  const why = checks
    .filter(({ passed }) => !passed)
    .map(
      ({ name, expected, got }) => `- ${escapeMarkdown(clip(`${name}: expected ${expected}, got ${got}`))}`,
    );
  const told = (text: string | null) => escapeMarkdown(clip(text ?? '')) || '(nothing)';
  return folded(
    `<b>${escapeSummary(id)}</b> ${escapeSummary(clip(questions.at(-1) ?? ''))}`,
    [
      ...why,
      ...(why.length > 0 ? [''] : []),
      ...(before
        ? [`**before** (${escapeMarkdown(before.status ?? 'no answer')}): ${told(before.answer)}`, '']
        : []),
      `**${before ? 'now' : 'answer'}** (${escapeMarkdown(status ?? 'no answer')}): ${told(error ?? answer)}`,
    ].join('\n'),
  );
}

/** Blank lines make GitHub read what is folded as Markdown. */
function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** What stands between HTML tags on their line is read as HTML (CommonMark §4.6), so Markdown's escapes do not help there. */
function escapeSummary(text: string): string {
  return escapeMarkup(oneLine(text)).replaceAll('@', '@\u200B');
}

function clip(text: string): string {
  return text.length <= LONGEST_ANSWER ? text : `${text.slice(0, LONGEST_ANSWER).toWellFormed()}…`;
}

function table(titles: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
