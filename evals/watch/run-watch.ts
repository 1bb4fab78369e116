import { statSync } from 'node:fs';
import type { EarlierCases } from '../comparison/case-store.ts';
import type { ComparableCase } from '../comparison/comparable-case.ts';
import { openBaseline } from '../comparison/open-baseline.ts';
import type { EvalOptions } from '../eval-options.ts';
import { makeReport } from '../report/report.ts';
import { oneLine } from '../report/text-table.ts';
import { chooseCases } from '../run/choose-cases.ts';
import { deliver, withResults } from '../run/finish-run.ts';
import { askSuite, type MeasureDeps, openFor } from '../run/measure-run.ts';
import { type ChosenSuite, type Inputs, readChosen } from '../run/read-inputs.ts';
import type { CaseResult } from '../score/case-result.ts';
import { isUrl } from '../suite-file/is-url.ts';
import type { Target } from '../target/target.ts';
import { whyAffected } from './affected-cases.ts';
import { differencesOf, renderDifferences, type Verdict } from './run-differences.ts';
import { type FolderWatch, watchFolders } from './watch-folders.ts';
import { type Change, changesOf, foldersOf, type WatchedFolder, type WatchedSuite } from './watched-paths.ts';

interface WatchDeps extends MeasureDeps {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/** A suite under watch, with the record of every case as it was last judged. */
interface Watched {
  path: string;
  chosen: ChosenSuite;
  /** Null where it could not be opened; the next change of the suite tries again. */
  target: Target | null;
  last: Map<string, CaseResult>;
  /** Every case as it stood in its file when it was asked. */
  definitions: Map<string, string>;
}

/** Files with products rather than pages. */
const CATALOG = /\.(csv|tsv|json|jsonl|xml)$/iu;

/**
 * Runs suites, then stays: after a change of a suite or of its sources it asks the cases concerned again, says why, and what
 * got fixed and broken by it. The report in `--out` always covers all cases. The records of all cases stay in memory.
 *
 * @returns the exit status: 130, when the user ends it; 2 when the first suites cannot be opened.
 */
export async function runWatch(inputs: Inputs, options: EvalOptions, deps: WatchDeps): Promise<number> {
  const since = options.watchedSince ? await openBaseline(options.watchedSince).catch(() => null) : null;
  const say = (text: string) => deps.stderr(`${text}\n`);
  const watched: Watched[] = inputs.suites.map((chosen, index) => ({
    ...{ path: options.suites[index] ?? '', chosen, target: null, last: new Map(), definitions: new Map() },
  }));
  const seen: { folders: WatchedFolder[]; watch: FolderWatch | null } = { folders: [], watch: null };
  try {
    keepWatching(watched.map(placeOf));
    for (const one of watched) one.target = await openFor(one.chosen, options, deps);
    const before = new Map(since?.suites.map(({ suite, cases }) => [suite, verdictsOf(cases)]));
    await round(watched, before, false);
    while (!deps.signal.aborted) await waitAndRerun();
    return 130;
  } catch (error) {
    if (deps.signal.aborted) return 130;
    throw error;
  } finally {
    seen.watch?.close();
    for (const { target } of watched) await target?.close();
  }

  /** Opened once: a change while cases run is not missed. Anew where a suite names other files than before. */
  function keepWatching(places: WatchedSuite[]): void {
    const wanted = foldersOf(places, isFolder);
    if (seen.watch !== null && JSON.stringify(wanted) === JSON.stringify(seen.folders)) return;
    seen.watch?.close();
    seen.folders = wanted;
    seen.watch = watchFolders(wanted, say);
  }

  async function waitAndRerun(): Promise<void> {
    const places = watched.map(placeOf);
    keepWatching(places);
    say('\nwatching suites, sources and code; Ctrl-C ends it');
    let changes: Change[] = [];
    while (changes.length === 0 && !deps.signal.aborted) {
      const paths = (await seen.watch?.next(deps.signal)) ?? [];
      changes = paths.flatMap((path) => changesOf(path, places));
    }
    if (deps.signal.aborted) return;
    const before = new Map(watched.map((one) => [one.chosen.suite.name, new Map<string, Verdict>(one.last)]));
    let reran = false;
    for (const one of watched) {
      const mine = changes.filter(({ suite }) => suite === one.chosen.suite.name);
      if (mine.length > 0) reran = (await refresh(one, mine)) || reran;
    }
    if (reran && !deps.signal.aborted) await round(watched, before, true);
  }

  /** Takes a change in; the cases that it concerns lose their record. @returns whether there is something to run. */
  async function refresh(one: Watched, changes: Change[]): Promise<boolean> {
    const { name } = one.chosen.suite;
    try {
      if (changes.some(({ kind }) => kind === 'suite')) await reread(one);
      if (changes.some(({ kind }) => kind === 'source')) await reingest(one, changes);
    } catch (error) {
      if (!deps.signal.aborted) say(`${oneLine(name)}: ${error instanceof Error ? error.message : error}`);
      return false;
    }
    return true;
  }

  async function reread(one: Watched): Promise<void> {
    const chosen = await readChosen(one.path, options);
    const { suite } = one.chosen;
    const moved =
      one.target === null ||
      suite.store !== chosen.suite.store ||
      JSON.stringify(suite.sources) !== JSON.stringify(chosen.suite.sources);
    one.chosen = chosen;
    if (moved) {
      say(`${oneLine(chosen.suite.name)}: its store or sources have changed: all cases run again`);
      one.last.clear();
      const old = one.target;
      one.target = null;
      await old?.close();
      one.target = await openFor(chosen, options, deps);
      return;
    }
    const changed: string[] = [];
    const present = new Set<string>();
    for await (const { case: entry } of chooseCases(chosen.suite, chosen.choice)) {
      present.add(entry.id);
      if (one.definitions.get(entry.id) === JSON.stringify(entry)) continue;
      one.last.delete(entry.id);
      changed.push(entry.id);
    }
    for (const id of one.last.keys()) if (!present.has(id)) one.last.delete(id);
    say(
      `${oneLine(chosen.suite.name)}: the suite has changed: ${changed.length === 0 ? 'no case is' : `${list(changed)}`} new or different`,
    );
  }

  async function reingest(one: Watched, changes: Change[]): Promise<void> {
    const { suite, choice } = one.chosen;
    if (one.target?.refresh === undefined) return;
    say(`${oneLine(suite.name)}: its sources have changed: they are ingested again`);
    const plan = await one.target.refresh(deps.signal);
    const catalog = changes.some(({ path }) => CATALOG.test(path));
    const reasons = new Map<string, string[]>();
    for await (const { case: entry } of chooseCases(suite, choice)) {
      const why = whyAffected(entry, one.last.get(entry.id) ?? null, { ...plan, catalog });
      if (why === null) continue;
      one.last.delete(entry.id);
      reasons.set(why, [...(reasons.get(why) ?? []), entry.id]);
    }
    const counts = `${plan.added.length} documents added, ${plan.changed.length} changed, ${plan.removed.length} removed`;
    say(`  ${counts}: ${reasons.size === 0 ? 'no case is concerned' : 'these run again:'}`);
    for (const [why, ids] of reasons) say(`  ${list(ids)}: ${why}`);
  }

  /** Asks what has no record, and reports on everything. */
  async function round(
    all: Watched[],
    before: ReadonlyMap<string, ReadonlyMap<string, Verdict>>,
    brief: boolean,
  ): Promise<void> {
    const startedAt = new Date().toISOString();
    const started = performance.now();
    await withResults(options.out, async (results) => {
      const suites = [];
      for (const one of all) {
        if (one.target === null) continue;
        const report = await askSuite(one.chosen, one.target, options, deps, results, one.last);
        if (report.complete) await remember(one, report.cases.read());
        suites.push(report);
      }
      const seconds = (performance.now() - started) / 1000;
      const report = makeReport(suites, { notRun: [], startedAt, seconds, versions: deps.versions });
      const stdout = brief ? () => {} : deps.stdout;
      await deliver(report, inputs.baseline, { ...options, stdout, stderr: brief ? () => {} : deps.stderr });
      for (const { suite, counts, passed, gates } of suites) {
        const failed = gates.filter(({ status }) => status === 'failed').map(({ metric }) => metric);
        const failure = `FAILED${failed.length > 0 ? ` (${failed.join(', ')})` : ''}: `;
        // Without gates no score fails a suite, and none passes it either.
        const verdict = passed ? (gates.length > 0 ? 'PASSED: ' : '') : failure;
        if (brief)
          deps.stdout(`${oneLine(suite)}: ${verdict}${counts.passed} of ${counts.judged} cases passed\n`);
        const earlier = before.get(suite);
        const one = all.find(({ chosen }) => chosen.suite.name === suite);
        if (earlier && one)
          deps.stdout(`${renderDifferences(differencesOf(earlier, one.last)).join('\n')}\n`);
      }
    });
  }

  async function remember(one: Watched, results: AsyncIterable<CaseResult>): Promise<void> {
    one.last.clear();
    for await (const result of results) one.last.set(result.id, result);
    one.definitions.clear();
    for await (const { case: entry } of chooseCases(one.chosen.suite, one.chosen.choice)) {
      one.definitions.set(entry.id, JSON.stringify(entry));
    }
  }
}

/** The watch holds all cases anyway. */
function verdictsOf(cases: EarlierCases): Map<string, Verdict> {
  const entries = [...cases.ids()].map((id) => [id, cases.find(id)] as const);
  return new Map(entries.filter((entry): entry is [string, ComparableCase] => entry[1] !== null));
}

function placeOf({ chosen: { suite } }: Watched): WatchedSuite {
  const sources = (suite.sources ?? []).filter((source) => !isUrl(source));
  return { suite: suite.name, files: suite.files, sources };
}

function list(ids: readonly string[]): string {
  const shown = ids.slice(0, 20).map(oneLine).join(', ');
  return `${ids.length} (${shown}${ids.length > 20 ? ', …' : ''})`;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
