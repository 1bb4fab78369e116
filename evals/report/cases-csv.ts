import { isFlaky } from '../results/repeats.ts';
import { CASE_SCORES, type CaseResult } from '../score/case-result.ts';
import { escapeCsv } from './escape.ts';
import type { CaseSource, Report } from './report.ts';

const COLUMNS = [
  ...['suite', 'id', 'tags', 'passed', 'flaky', 'status', 'confidence', 'milliseconds'],
  ...CASE_SCORES,
  ...['failed', 'question', 'answer', 'cited_urls', 'error', 'input_tokens', 'output_tokens', 'cost_usd'],
];

/** One row a case, for a spreadsheet, as the cases are read. An empty score does not apply. UTF-8, RFC 4180. */
export async function* renderCasesCsv(report: Report<CaseSource>): AsyncGenerator<string> {
  yield toLine(COLUMNS);
  for (const { suite, cases } of report.suites) {
    for await (const result of cases.read()) yield toLine(toRow(suite, result));
  }
}

function toLine(row: readonly (string | number | null)[]): string {
  return `${row.map(escapeCsv).join(',')}\r\n`;
}

function toRow(suite: string, result: CaseResult): (string | number | null)[] {
  const failed = result.checks.filter(({ passed }) => !passed).map(({ name }) => name);
  return [
    ...[suite, result.id, result.tags.join(' '), yesNo(result.passed)],
    ...[yesNo(isFlaky(result)), result.status, result.confidence],
    result.milliseconds === null ? null : Math.round(result.milliseconds * 10) / 10,
    ...CASE_SCORES.map((name) => result.scores[name].value),
    ...[failed.join(' '), result.questions.join('\n'), result.answer],
    [...new Set(result.citations.map(({ url }) => url))].join('\n'),
    result.error,
    ...[result.usage?.inputTokens ?? null, result.usage?.outputTokens ?? null, result.usage?.costUsd ?? null],
  ];
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
