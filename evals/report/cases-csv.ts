import type { CaseResult, CaseScores } from '../case-result.ts';
import { escapeCsv } from './escape.ts';
import type { Report } from './report.ts';

const SCORES = [
  'answered',
  'cited',
  'factsFound',
  'forbiddenAvoided',
  'citationRecall',
  'citationPrecision',
  'productRecall',
  'statusAccuracy',
  'languageMatch',
] as const satisfies (keyof CaseScores)[];

const COLUMNS = [
  ...['suite', 'id', 'tags', 'passed', 'status', 'milliseconds'],
  ...SCORES,
  ...['failed', 'question', 'answer', 'cited_urls', 'error'],
];

/** One row a case, for a spreadsheet. An empty score does not apply. UTF-8, RFC 4180. */
export function renderCasesCsv(report: Report): string {
  const rows = report.suites.flatMap(({ suite, cases }) => cases.map((result) => toRow(suite, result)));
  return [COLUMNS, ...rows].map((row) => `${row.map(escapeCsv).join(',')}\r\n`).join('');
}

function toRow(suite: string, result: CaseResult): (string | number | null)[] {
  const failed = result.checks.filter(({ passed }) => !passed).map(({ name }) => name);
  return [
    suite,
    result.id,
    result.tags.join(' '),
    result.passed ? 'yes' : 'no',
    result.status,
    result.milliseconds === null ? null : Math.round(result.milliseconds * 10) / 10,
    ...SCORES.map((name) => result.scores[name].value),
    failed.join(' '),
    result.questions.join('\n'),
    result.answer,
    [...new Set(result.citations.map(({ url }) => url))].join('\n'),
    result.error,
  ];
}
