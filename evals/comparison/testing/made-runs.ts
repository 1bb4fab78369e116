import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notApplicable, scored } from '../../metrics/score.ts';
import type { CaseSource, Report, SuiteRun } from '../../report/report.ts';
import { renderReportJson } from '../../report/report-json.ts';
import { madeResults, reportOf, textOf } from '../../report/testing/made-report.ts';
import { toLine } from '../../results/result-line.ts';
import type { CaseResult } from '../../score/case-result.ts';

/** A case that passed or failed, answered, with one citation. */
export function madeCase(id: string, passed: boolean, changes: Partial<CaseResult> = {}): CaseResult {
  const [right] = madeResults('words of the answer');
  if (right === undefined) throw new Error('there is a made result');
  const scores = Object.fromEntries(Object.keys(right.scores).map((name) => [name, notApplicable('none')]));
  return {
    ...right,
    id,
    passed,
    tags: [],
    questions: [`Question ${id}?`],
    checks: [{ name: 'facts', passed, expected: '30 days', got: passed ? '30 days' : 'none of them' }],
    scores: { ...scores, factsFound: scored(passed ? 1 : 0) } as CaseResult['scores'],
    ...changes,
  };
}

/** A run's report, begun at a time. */
export function madeRun(
  results: readonly CaseResult[],
  changes: Partial<SuiteRun> = {},
  startedAt = '2026-02-01T00:00:00.000Z',
): Report<CaseSource> {
  return { ...reportOf(results, changes), startedAt };
}

/** Writes what a run leaves of its cases into a folder, made if need be. */
export async function writeRun(folder: string, report: Report<CaseSource>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.json'), await textOf(renderReportJson(report)));
  const lines: string[] = [];
  for (const { suite, cases } of report.suites) {
    for await (const result of cases.read()) lines.push(toLine(suite, { position: lines.length, result }));
  }
  await writeFile(join(folder, 'cases.jsonl'), lines.join(''));
}
