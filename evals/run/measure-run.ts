import { inCase } from '../cassettes/case-scope.ts';
import type { Cassette } from '../cassettes/cassette.ts';
import { describeError } from '../describe-error.ts';
import type { EvalOptions } from '../eval-options.ts';
import type { JudgeCase } from '../judges/open-judges.ts';
import { sampleCases } from '../judges/sample-cases.ts';
import {
  type CaseSource,
  makeReport,
  makeSuiteTally,
  type Report,
  type SuiteReport,
} from '../report/report.ts';
import { mergeResults } from '../results/merge-results.ts';
import type { ResultsFile } from '../results/open-results.ts';
import { OutputError } from '../results/output-error.ts';
import type { PlacedResult } from '../results/result-line.ts';
import type { CaseResult } from '../score/case-result.ts';
import { openHttpTarget } from '../target/http-target.ts';
import { findLostTarget, type OpenTarget, type Target } from '../target/target.ts';
import { withKey } from '../target/with-key.ts';
import { chooseCases, showFilter } from './choose-cases.ts';
import { makeEvalProgress } from './progress.ts';
import type { ChosenSuite } from './read-inputs.ts';
import { askCases, type PlacedCase, type RunOptions } from './run-suite.ts';

export interface MeasureDeps {
  /** Opens the service in this process; not called with `--against`. */
  openTarget: OpenTarget;
  /** For the report: Aisle's version and Node's. */
  versions: Report['versions'];
  /** Standard error, where a person sees how far the run is; null for silence. */
  progress: NodeJS.WriteStream | null;
  /** Stands between models and the network. */
  cassette?: Cassette | null;
  /** The key for a service that has keys; called with `--against` only. */
  aisleKey?: () => string | null;
  /** Judges the answers of the cases that are to be judged. */
  judgeCase?: JudgeCase | null;
  /** Ends the run; what was judged by then is reported. */
  signal: AbortSignal;
}

/** What of the options measuring takes. */
export type MeasureOptions = Pick<
  EvalOptions,
  'against' | 'filters' | 'shard' | 'parallel' | 'repeat' | 'failFast' | 'timeoutSeconds' | 'judgeSample'
>;

/** Why a run ended early where nobody wanted it to. */
class FailedFast extends Error {}

/**
 * Asks suites one after another, and writes each judged case as soon as it is its turn.
 *
 * @returns a report whose cases are read back from the file; incomplete where the run was ended early.
 * @throws Error when the first suite's target cannot be opened, OutputError when a result cannot be written.
 */
export async function measureSuites(
  suites: readonly ChosenSuite[],
  options: MeasureOptions,
  deps: MeasureDeps,
  results: ResultsFile,
): Promise<Report<CaseSource>> {
  const startedAt = new Date().toISOString();
  const started = performance.now();
  const reports: SuiteReport<CaseSource>[] = [];
  for (const chosen of suites) {
    if (deps.signal.aborted) break;
    const target = await openFor(chosen, options, deps).catch((error: unknown) => {
      if (deps.signal.aborted) return null;
      // What the suites before it have measured is worth a report.
      if (reports.length === 0) throw error;
      return describeError(error);
    });
    if (target === null) break;
    reports.push(
      await (typeof target === 'string'
        ? notOpened(chosen, options, target, results)
        : measureSuite(chosen, target, options, deps, results)),
    );
    if (options.failFast && !reports.at(-1)?.complete) break;
  }
  const run = new Set(reports.map(({ suite }) => suite));
  return makeReport(reports, {
    notRun: suites.map(({ suite }) => suite.name).filter((name) => !run.has(name)),
    startedAt,
    seconds: (performance.now() - started) / 1000,
    versions: deps.versions,
  });
}

/** Asks one suite of a target, which is closed afterwards however it ended. */
async function measureSuite(
  chosen: ChosenSuite,
  target: Target,
  options: MeasureOptions,
  deps: Pick<MeasureDeps, 'progress' | 'signal' | 'judgeCase'>,
  results: ResultsFile,
): Promise<SuiteReport<CaseSource>> {
  try {
    return await askSuite(chosen, target, options, deps, results);
  } finally {
    await target.close();
  }
}

/**
 * Asks one suite of a target that stays open.
 *
 * @param reuse records that stand for asking their case again; a report then covers both.
 */
export async function askSuite(
  chosen: ChosenSuite,
  target: Target,
  options: MeasureOptions,
  deps: Pick<MeasureDeps, 'progress' | 'signal' | 'judgeCase'>,
  results: ResultsFile,
  reuse?: ReadonlyMap<string, CaseResult>,
): Promise<SuiteReport<CaseSource>> {
  const { suite, choice, scan } = chosen;
  const tally = makeSuiteTally();
  const kept = await results.suite(suite.name);
  const progress = makeEvalProgress(deps.progress);
  const ending = new AbortController();
  const stop = () => ending.abort(deps.signal.reason);
  deps.signal.addEventListener('abort', stop, { once: true });
  if (deps.signal.aborted) stop();
  const started = performance.now();
  let lost: string | null = null;
  const around = await aroundCases(chosen, options, deps.judgeCase ?? null, ending.signal);
  progress.start(suite.name, scan.chosen - (reuse?.size ?? 0));
  try {
    const cases = chooseCases(suite, choice);
    const asked = askCases(reuse ? without(reuse, cases) : cases, target, {
      parallel: options.parallel,
      repeat: options.repeat,
      timeoutMs: options.timeoutSeconds * 1000,
      signal: ending.signal,
      around,
      onCase: ({ id, passed }) => {
        progress.judged(passed);
        if (options.failFast && !passed) ending.abort(new FailedFast(`case ${id} failed (--fail-fast)`));
      },
    });
    const judged = reuse ? mergeResults([asked, recorded(reuse, chooseCases(suite, choice))]) : asked;
    for await (const placed of judged) {
      await kept.add(placed).catch((error: unknown) => {
        // What is under way must not go on, or leaving the loop waits for it.
        ending.abort();
        throw error;
      });
      tally.add(placed.result);
    }
  } catch (error) {
    if (error instanceof OutputError || findLostTarget(error) === null) throw error;
    lost = describeError(error);
  } finally {
    deps.signal.removeEventListener('abort', stop);
    progress.stop();
  }
  const cases = kept.source();
  const why = lost ?? (ending.signal.aborted ? describeError(ending.signal.reason) : null);
  return tally.report(
    {
      ...describeRun(chosen, options),
      ...{ target: target.name, store: target.store, info: target.info },
      seconds: (performance.now() - started) / 1000,
      stopped: cases.count === scan.chosen ? null : why,
    },
    cases,
  );
}

/** Names the case to what its models are asked through, and has it judged. */
async function aroundCases(
  { suite, choice }: ChosenSuite,
  { judgeSample }: MeasureOptions,
  judgeCase: JudgeCase | null,
  signal: AbortSignal,
): Promise<NonNullable<RunOptions['around']>> {
  const sample =
    judgeCase === null || judgeSample === null
      ? null
      : await sampleCases(chooseCases(suite, { ...choice, shard: null }), suite.name, judgeSample);
  return (entry, judge) =>
    inCase(`${suite.name}/${entry.id}`, async () => {
      const result = await judge();
      if (judgeCase === null || sample?.has(entry.id) === false) return result;
      const judgements = await judgeCase(entry, result, signal);
      return judgements.length === 0 ? result : { ...result, judgements };
    });
}

async function* without(
  reuse: ReadonlyMap<string, CaseResult>,
  cases: AsyncIterable<PlacedCase>,
): AsyncGenerator<PlacedCase> {
  for await (const placed of cases) if (!reuse.has(placed.case.id)) yield placed;
}

async function* recorded(
  reuse: ReadonlyMap<string, CaseResult>,
  cases: AsyncIterable<PlacedCase>,
): AsyncGenerator<PlacedResult> {
  for await (const { position, case: entry } of cases) {
    const result = reuse.get(entry.id);
    if (result !== undefined) yield { position, result };
  }
}

async function notOpened(
  chosen: ChosenSuite,
  options: MeasureOptions,
  stopped: string,
  results: ResultsFile,
): Promise<SuiteReport<CaseSource>> {
  const target = options.against ?? 'in-process';
  return makeSuiteTally().report(
    { ...describeRun(chosen, options), target, store: chosen.suite.store, info: {}, seconds: 0, stopped },
    (await results.suite(chosen.suite.name)).source(),
  );
}

function describeRun({ suite, choice, scan }: ChosenSuite, { shard }: MeasureOptions) {
  return {
    suite: suite.name,
    suiteHash: scan.hash,
    filters: choice.filters.map(showFilter),
    shard: shard === null ? null : `${shard.index}/${shard.of}`,
    limits: { gates: suite.gates, tagGates: suite.tagGates, changeGates: suite.changeGates },
    chosen: scan.chosen,
  };
}

/** Opens what a suite is asked of. @throws what opening does */
export function openFor(
  { suite }: ChosenSuite,
  { against }: MeasureOptions,
  deps: MeasureDeps,
): Promise<Target> {
  if (against !== null) {
    const key = deps.aisleKey?.() ?? null;
    const keyed = key !== null && URL.canParse(against) ? { fetch: withKey(key, against) } : {};
    return openHttpTarget({ url: against, store: suite.store, ...keyed }, deps.signal);
  }
  const request =
    suite.sources === null ? { store: suite.store } : { suite: suite.name, sources: suite.sources };
  return deps.openTarget(request, deps.signal, deps.cassette);
}
