import { type Column, oneLine, textTable } from '../report/text-table.ts';
import type { JudgeSummary } from './judge-tally.ts';

const COLUMNS: Column[] = [
  { title: 'judge' },
  { title: 'about' },
  { title: 'mean', align: 'right' },
  { title: 'n', align: 'right' },
  { title: 'variance', align: 'right' },
  { title: 'unstable', align: 'right' },
  { title: 'failed', align: 'right' },
  { title: 'tokens', align: 'right' },
  { title: 'cost', align: 'right' },
];

/** What a run prints of its judges, in lines; none without judges. Pure. */
export function renderJudges(summaries: readonly JudgeSummary[]): string[] {
  if (summaries.length === 0) return [];
  const rows = summaries.map((summary) => [
    oneLine(summary.judge),
    summary.about,
    decimals(summary.mean, 3),
    String(summary.count),
    decimals(summary.variance, 4),
    summary.unstable === null ? '–' : `${(summary.unstable * 100).toFixed(1)} %`,
    String(summary.failures),
    String(summary.inputTokens + summary.outputTokens),
    // A price that is not known counts as 0.
    summary.costUsd > 0 ? `$${summary.costUsd.toFixed(4)}` : '–',
  ]);
  return [
    '',
    'judges (they observe, and decide no gate)',
    textTable(COLUMNS, rows),
    ...summaries.flatMap(agreementLines),
    ...[...new Set(summaries.flatMap(warnings))],
  ];
}

function agreementLines({ judge, agreement }: JudgeSummary): string[] {
  if (agreement === null) return [];
  const { bothYes, firstOnly, secondOnly, bothNo, kappa, reason } = agreement;
  const value = kappa === null ? `none: ${reason}` : kappa.toFixed(3);
  return [
    `checks and ${oneLine(judge)}, correctness: Cohen's kappa ${value}`,
    textTable(
      [{ title: '' }, { title: 'judged correct', align: 'right' }, { title: 'judged wrong', align: 'right' }],
      [
        ['checks passed', String(bothYes), String(firstOnly)],
        ['checks failed', String(secondOnly), String(bothNo)],
      ],
    ),
  ];
}

function warnings({ judge, about, ownAnswers, failedCases, failure }: JudgeSummary): string[] {
  const lines: string[] = [];
  if (ownAnswers > 0) {
    lines.push(
      `warning: ${oneLine(judge)} judges its own answers: a model is blind to its own mistakes. Use a judge of another family.`,
    );
  }
  if (failedCases > 0) {
    const why = failure === null ? '' : `: ${oneLine(failure)}`;
    lines.push(`warning: ${oneLine(judge)} came to no verdict on the ${about} of ${failedCases} cases${why}`);
  }
  return lines;
}

function decimals(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}
