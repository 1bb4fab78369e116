import type { ChangeGateResult } from '../comparison/change-gates.ts';
import type { Comparison, MetricChange } from '../comparison/comparison.ts';
import type { MetricName } from '../metrics/metric-names.ts';

/** What became of a case since the baseline, where something did. */
export type SuiteChange = 'broken' | 'fixed' | 'flaky' | 'edited' | 'changed' | 'added' | 'removed';

/** A comparison as every form of a report shows it. */
export interface ComparedSuite extends Pick<Comparison, 'caveats' | 'before'> {
  /** When the baseline's run began, ISO 8601. */
  startedAt: string;
  /** Ids by what happened to them, in the order in which they are shown. */
  changes: { change: SuiteChange; ids: string[] }[];
  metrics: Map<MetricName, MetricChange>;
  gates: ChangeGateResult[];
}

const ORDER = ['broken', 'fixed', 'flaky', 'edited', 'changed', 'added', 'removed'] as const;

/** Pure. */
export function toCompared(comparison: Comparison | null): ComparedSuite | null {
  if (comparison === null) return null;
  const { baselineStartedAt, caveats, metrics, gates, before } = comparison;
  return {
    ...{ startedAt: baselineStartedAt, caveats, gates, before },
    changes: ORDER.map((change) => ({ change, ids: comparison[change] })),
    metrics: new Map(metrics.map((change) => [change.metric, change])),
  };
}

/** What happened to each case that a comparison names. Pure. */
export function changeById(compared: ComparedSuite | null): Map<string, SuiteChange> {
  return new Map(compared?.changes.flatMap(({ change, ids }) => ids.map((id) => [id, change] as const)));
}
