import type { CaseResult } from '../score/case-result.ts';
import type { Paint } from './paint.ts';
import type { CaseSource, SuiteReport } from './report.ts';
import { oneLine } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

const LONGEST_LIST = 20;

/** The first failed cases: what was asked, what was expected and got, and what was answered. Empty where none failed. */
export async function failedCases(
  { cases, counts }: Pick<SuiteReport<CaseSource>, 'cases' | 'counts'>,
  { width, paint }: { width: number; paint: Paint },
): Promise<string> {
  const failed = counts.judged - counts.passed;
  if (failed === 0) return '';
  const lines: string[] = [];
  let shown = 0;
  for await (const result of cases.read()) {
    if (result.passed) continue;
    lines.push(...caseLines(result, width, paint));
    shown += 1;
    if (shown === Math.min(LONGEST_LIST, failed)) break;
  }
  if (failed > shown) lines.push(`… and ${failed - shown} more: see the files of --out`);
  return lines.join('\n');
}

function caseLines({ id, questions, checks, answer }: CaseResult, width: number, paint: Paint): string[] {
  const wrap = (text: string, most: number) =>
    wrapText(text, { width: width - 4, indent: '  ', most }).map((line) => `    ${line}`);
  const [title = '', ...rest] = wrapText(`✗ ${oneLine(id)}: ${questions.at(-1) ?? ''}`, {
    ...{ width, indent: '    ', most: 3 },
  });
  const wrong = checks.filter(({ passed }) => !passed);
  return [
    paint.bad(title),
    ...rest,
    ...wrong.flatMap(({ name, expected, got }) => wrap(`${name}: expected ${expected}, got ${got}`, 4)),
    ...(answer === null ? [] : wrap(`answer: ${answer}`, 2).map(paint.dim)),
  ];
}
