import type { CaseSource, Report, SuiteReport } from '../report/report.ts';
import type { ChangeOptions } from './change-gates.ts';
import { compareSuite } from './compare-suite.ts';
import { historyFolder, readVerdicts } from './flaky-history.ts';
import type { Baseline } from './open-baseline.ts';

export interface ReportComparison extends ChangeOptions {
  out: string | null;
  /** A folder with earlier runs; the one that `out` is in, if left out. */
  history: string | null;
  stderr: (text: string) => void;
}

/** A report with what has changed since a baseline in each of its suites; one whose limits on that fail does not pass. */
export async function compareReport(
  report: Report<CaseSource>,
  baseline: Baseline,
  { out, history, stderr, ...options }: ReportComparison,
): Promise<Report<CaseSource>> {
  const folder = historyFolder(history, out);
  const verdicts = folder === null ? [] : await readVerdicts(folder, out);
  const suites: SuiteReport<CaseSource>[] = [];
  for (const suite of report.suites) {
    const before = baseline.suites.find((earlier) => earlier.suite === suite.suite);
    if (before === undefined) {
      stderr(`--baseline: the earlier report has no suite ${suite.suite}: nothing to compare it with\n`);
      suites.push(suite);
      continue;
    }
    const { startedAt } = report;
    const comparison = await compareSuite(before, baseline, suite, {
      ...options,
      history: verdicts,
      startedAt,
    });
    const held = comparison.gates.every(({ status }) => status !== 'failed');
    suites.push({ ...suite, passed: suite.passed && held, comparison });
  }
  return { ...report, passed: report.passed && suites.every(({ passed }) => passed), suites };
}
