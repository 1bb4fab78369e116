import type { CaseSource, SuiteReport } from '../report/report.ts';
import { type CaseChangeKind, changeKind, describeCase } from './case-change.ts';
import { openCaseStore } from './case-store.ts';
import { caveatsOf } from './caveats.ts';
import { type ChangeOptions, checkChangeGates, gatedMetrics } from './change-gates.ts';
import { toComparable } from './comparable-case.ts';
import type { Comparison, MetricChange } from './comparison.ts';
import { judgeChange } from './describe-change.ts';
import { type EarlierVerdicts, flakyIds } from './flaky-history.ts';
import { measureChanges } from './measure-changes.ts';
import type { Baseline, EarlierHead, EarlierSuite } from './open-baseline.ts';
import { makePairedColumns } from './paired-columns.ts';

export interface CompareOptions extends ChangeOptions {
  /** Verdicts of earlier runs, which tell what changes by itself. */
  history: readonly EarlierVerdicts[];
  /** ISO 8601: when the run that is compared began. */
  startedAt: string;
}

/** Kinds whose cases are shown side by side, those that tell most first. */
const EXAMPLES = ['broken', 'fixed', 'flaky', 'changed'] as const satisfies CaseChangeKind[];
const MOST_EXAMPLES = 50;

/**
 * Compares a suite's cases with those of an earlier run, one by one: of both runs some numbers are kept, no text. Cases
 * are matched by their id, in whatever order they stand.
 *
 * @param baseline when that run began and with which version.
 */
export async function compareSuite(
  before: EarlierSuite,
  baseline: Pick<Baseline, 'startedAt' | 'version'>,
  after: SuiteReport<CaseSource>,
  { history, startedAt, ...options }: CompareOptions,
): Promise<Comparison> {
  const kept = openCaseStore();
  try {
    const present = kept.suite();
    const pairs = makePairedColumns();
    const kinds = new Map<string, CaseChangeKind | 'added'>();
    const passed = { before: new Map<string, boolean>(), now: new Map<string, boolean>() };
    for await (const result of after.cases.read()) {
      const now = toComparable(result);
      const then = before.cases.find(now.id);
      const kind = then === null ? 'added' : changeKind(then, now);
      kinds.set(now.id, kind);
      passed.now.set(now.id, now.passed);
      if (then === null || kind === 'edited') continue;
      passed.before.set(now.id, then.passed);
      if (kind !== 'same') present.add(now);
      pairs.add(then, now);
    }
    const runs = [
      ...history,
      ...(before.head ? [{ ...baseline, setting: before.head, passed: passed.before }] : []),
      { startedAt, setting: after, passed: passed.now },
    ];
    const flaky = flakyIds(runs, after);
    for (const [id, kind] of kinds) {
      if (flaky.has(id) && kind !== 'edited' && kind !== 'added') kinds.set(id, 'flaky');
    }
    const idsOf = (wanted: string) => [...kinds].flatMap(([id, kind]) => (kind === wanted ? [id] : []));
    const lists = {
      ...{ fixed: idsOf('fixed'), broken: idsOf('broken'), flaky: idsOf('flaky') },
      ...{ edited: idsOf('edited'), changed: idsOf('changed'), added: idsOf('added') },
      removed: [...before.cases.ids()].filter((id) => !kinds.has(id)),
    };
    const limits = after.limits.changeGates ?? {};
    const metrics = measureChanges(pairs, gatedMetrics(after.limits.gates, limits)).map((change) =>
      withReported(change, before.head, after),
    );
    const partial = [after, before.head].some((run) => (run?.filters.length ?? 0) > 0) || !after.complete;
    const gates = checkChangeGates({ ...lists, metrics }, limits, { ...options, partial });
    return {
      baselineStartedAt: baseline.startedAt,
      caveats: caveatsOf({ ...baseline, head: before.head }, after, lists),
      compared: pairs.size,
      ...lists,
      metrics,
      // A part of the cases decides no gate.
      gates: after.shard === null ? gates : gates.map((gate) => ({ ...gate, status: 'skipped' })),
      examples: EXAMPLES.flatMap((kind) => lists[kind].map((id) => ({ id, kind })))
        .slice(0, MOST_EXAMPLES)
        .flatMap(({ id, kind }) => {
          const [then, now] = [before.cases.find(id), present.find(id)];
          return then === null || now === null ? [] : [describeCase(then, now, kind)];
        }),
      before: (id) => before.cases.find(id),
    };
  } finally {
    kept.close();
  }
}

/** A metric whose numbers the earlier report does not hold case by case is compared as it was reported then. */
function withReported(
  change: MetricChange,
  head: EarlierHead | null,
  { metrics }: SuiteReport<CaseSource>,
): MetricChange {
  const before = head?.metrics[change.metric]?.value ?? null;
  const after = metrics[change.metric].value;
  if (change.before !== null || before === null || after === null) return change;
  const reported = { ...change, before, after, delta: after - before, interval: null };
  return { ...reported, ...judgeChange(change.metric, reported) };
}
