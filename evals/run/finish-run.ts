import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangeOptions } from '../comparison/change-gates.ts';
import { compareReport } from '../comparison/compare-report.ts';
import type { Baseline } from '../comparison/open-baseline.ts';
import { renderJudges } from '../judges/render-judges.ts';
import type { CaseSource, Report, SuiteReport } from '../report/report.ts';
import { renderReportJson } from '../report/report-json.ts';
import { renderTerminal } from '../report/terminal.ts';
import { oneLine } from '../report/text-table.ts';
import { writeReport } from '../report/write-report.ts';
import { openResults, type ResultsFile } from '../results/open-results.ts';

/** Where a finished report goes. */
export interface Destination extends Partial<ChangeOptions> {
  out: string | null;
  json: boolean;
  /** A folder with earlier runs, for their history; the one that `out` is in, if left out. */
  history?: string | null;
  /** Whether standard output shows colors. */
  color?: boolean;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/** Gives work a file for its results: in `--out`, or in a folder that goes afterwards. */
export async function withResults<T>(
  out: string | null,
  work: (results: ResultsFile) => Promise<T>,
): Promise<T> {
  const folder = out ?? (await mkdtemp(join(tmpdir(), 'aisle-eval-results-')));
  const results = openResults(folder);
  try {
    return await work(results);
  } finally {
    await results.close();
    if (out === null) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Compares a report with a baseline, writes it and prints it.
 *
 * @returns the report as compared: it has not passed where a limit on the change has failed.
 * @throws OutputError
 */
export async function deliver(
  measured: Report<CaseSource>,
  baseline: Baseline | null,
  destination: Destination,
): Promise<Report<CaseSource>> {
  const { out, json, history = null, color = false, maxBroken = null, noWorse = false, stdout } = destination;
  const { stderr } = destination;
  const report =
    baseline === null
      ? measured
      : await compareReport(measured, baseline, { out, history, maxBroken, noWorse, stderr });
  if (out !== null) await writeReport(out, report, { history });
  if (json) for await (const piece of renderReportJson(report)) stdout(piece);
  else stdout(await renderForTerminal(report, { out, color }));
  return report;
}

/** 0 passed, 1 a gate failed or the run did not come to its end, 130 ended by the user. */
export function exitStatusOf(report: Pick<Report, 'passed' | 'complete'>, interrupted: boolean): number {
  if (interrupted && !report.complete) return 130;
  return report.passed ? 0 : 1;
}

async function renderForTerminal(
  report: Report<CaseSource>,
  { out, color }: { out: string | null; color: boolean },
): Promise<string> {
  const suites: string[] = [];
  for (const suite of report.suites) {
    suites.push([await renderTerminal(suite, { color }), ...notes(suite)].join('\n'));
  }
  const notRun = report.notRun.map((name) => `${oneLine(name)}: not run`);
  const where = out === null ? '' : `\nReports: ${out}\n`;
  return `${[...suites, ...notRun].join('\n\n\n')}\n${where}`;
}

/** Flaky ids that are listed; report.json has all. */
const LONGEST_LIST = 20;

function notes(suite: SuiteReport<CaseSource>): string[] {
  const { flaky, stopped, shard, counts, judges, limits, comparison } = suite;
  const lines = renderJudges(judges);
  if (limits.changeGates !== undefined && comparison === null) {
    lines.push('gates on the change: not held, as there is no --baseline to compare with');
  }
  if (flaky.length > 0) {
    const more = flaky.length > LONGEST_LIST ? ', …' : '';
    lines.push(`flaky: ${flaky.length} (${flaky.slice(0, LONGEST_LIST).map(oneLine).join(', ')}${more})`);
  }
  if (stopped !== null) {
    lines.push(
      `INCOMPLETE: ${counts.judged} of ${counts.chosen} cases judged, then it ended: ${oneLine(stopped)}`,
    );
  }
  if (shard !== null)
    lines.push(`shard ${shard}: its gates are decided by npm run eval -- merge, once all shards have run`);
  return lines;
}
