import { mkdir } from 'node:fs/promises';
import { describeError } from './describe-error.ts';
import { type EvalOptions, parseEvalOptions } from './eval-options.ts';
import { filterCases } from './filter-cases.ts';
import { openHttpTarget } from './http-target.ts';
import { readSuite } from './read-suite.ts';
import { compareSuites } from './report/compare.ts';
import { type Baseline, readBaseline } from './report/read-baseline.ts';
import { type Report, reportSuite, type SuiteReport } from './report/report.ts';
import { renderTerminal } from './report/terminal.ts';
import { writeReport } from './report/write-report.ts';
import { runSuite } from './run-suite.ts';
import type { Suite } from './suite.ts';
import type { OpenTarget, Target } from './target.ts';

export interface EvalDeps {
  /** Opens the service in this process; not called with `--against`. */
  openTarget: OpenTarget;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** For the report: Aisle's version and Node's. */
  versions: Report['versions'];
  /** Whether standard error is watched by a person, who then sees how far the run is. */
  showProgress?: boolean;
}

/** Something that the caller must put right before anything can be measured. */
class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * The whole of `npm run eval`. Everything that can be wrong in the call is looked at before the first question.
 *
 * @param args without the program's own name.
 * @returns the exit status: 0 passed, 1 a gate failed (or no case got an answer), 2 wrong usage or a wrong suite.
 */
export async function runEval(args: string[], deps: EvalDeps): Promise<number> {
  const options = parseEvalOptions(args, deps);
  if ('exitStatus' in options) return options.exitStatus;
  try {
    const { suites, baseline } = await readInputs(options);
    const report = await measure(suites, baseline, options, deps);
    if (options.out !== null) await writeReport(options.out, report);
    deps.stdout(options.json ? `${JSON.stringify(report, null, 2)}\n` : renderReport(report, options.out));
    return report.passed ? 0 : 1;
  } catch (error) {
    deps.stderr(`${error instanceof UsageError ? error.message : describeError(error)}\n`);
    return 2;
  }
}

async function readInputs(options: EvalOptions): Promise<{ suites: Suite[]; baseline: Baseline | null }> {
  const faults: string[] = [];
  const keep = async <T>(reading: Promise<T>): Promise<T[]> =>
    reading.then(
      (value) => [value],
      (error: unknown) => {
        faults.push(error instanceof Error ? error.message : String(error));
        return [];
      },
    );
  const suites = (await Promise.all(options.suites.map((path) => keep(readSuite(path))))).flat();
  const [baseline = null] = options.baseline === null ? [] : await keep(readBaseline(options.baseline));
  // Made now, so that a folder that cannot be written is known before the run, not after it.
  if (options.out !== null) await keep(mkdir(options.out, { recursive: true }));

  const names = suites.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  for (const name of twice) faults.push(`expected suites with different names, got two called ${name}`);
  for (const suite of suites) {
    if (options.against !== null && suite.sources !== null) {
      faults.push(
        `--against: suite ${suite.name} has sources, which only a service in this process can ingest`,
      );
    }
    if (filterCases(suite.cases, options.filters).length === 0) {
      const tags = [...new Set(suite.cases.flatMap((entry) => entry.tags))].sort().join(', ') || 'none';
      faults.push(`--filter: no case of suite ${suite.name} is left; its tags: ${tags}`);
    }
  }
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return { suites, baseline };
}

async function measure(
  suites: Suite[],
  baseline: Baseline | null,
  options: EvalOptions,
  deps: EvalDeps,
): Promise<Report> {
  const startedAt = new Date();
  const started = performance.now();
  const reports: SuiteReport[] = [];
  for (const suite of suites) {
    if (baseline && !baseline.suites.some((before) => before.suite === suite.name)) {
      deps.stderr(`--baseline: the earlier report has no suite ${suite.name}: nothing to compare it with\n`);
    }
    reports.push(withBaseline(await measureOne(suite, options, deps), baseline));
  }
  return {
    format: 'aisle-eval-report',
    formatVersion: 1,
    passed: reports.every(({ passed }) => passed),
    startedAt: startedAt.toISOString(),
    seconds: (performance.now() - started) / 1000,
    versions: deps.versions,
    suites: reports,
  };
}

async function measureOne(suite: Suite, options: EvalOptions, deps: EvalDeps): Promise<SuiteReport> {
  const cases = filterCases(suite.cases, options.filters);
  const target = await openFor(suite, options, deps);
  try {
    const started = performance.now();
    let done = 0;
    const results = await runSuite(cases, target, {
      parallel: options.parallel,
      onCase: () => {
        done += 1;
        if (deps.showProgress) deps.stderr(`\r${suite.name}: ${done}/${cases.length}`);
      },
    });
    if (deps.showProgress) deps.stderr('\n');
    const filters = options.filters.map(({ by, value }) => `${by}:${value}`);
    return reportSuite({ suite, target, filters, results, seconds: (performance.now() - started) / 1000 });
  } finally {
    await target.close();
  }
}

function openFor(suite: Suite, { against }: EvalOptions, { openTarget }: EvalDeps): Promise<Target> {
  if (against !== null) return openHttpTarget({ url: against, store: suite.store });
  return openTarget(
    suite.sources === null ? { store: suite.store } : { suite: suite.name, sources: suite.sources },
  );
}

function withBaseline(report: SuiteReport, baseline: Baseline | null): SuiteReport {
  const before = baseline?.suites.find(({ suite }) => suite === report.suite);
  if (!baseline || !before) return report;
  return { ...report, comparison: compareSuites(before, baseline.startedAt, report) };
}

function renderReport(report: Report, out: string | null): string {
  const suites = report.suites.map(renderTerminal).join('\n\n\n');
  return `${suites}\n${out === null ? '' : `\nReports: ${out}\n`}`;
}
