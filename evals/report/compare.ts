import { METRIC_NAMES, type MetricName } from '../metrics/metric-names.ts';

/** What has changed in a suite since an earlier report. Lists hold ids of cases. */
export interface Comparison {
  /** `startedAt` of the earlier report. */
  baselineStartedAt: string;
  /** Why the two runs do not measure quite the same; empty where they do. */
  caveats: string[];
  /** Passed now, failed then. */
  fixed: string[];
  /** Failed now, passed then. */
  broken: string[];
  /** Same verdict, but another status, answer or citations. */
  changed: string[];
  added: string[];
  removed: string[];
  metrics: { metric: MetricName; before: number | null; after: number | null; delta: number | null }[];
}

/** What a comparison reads of a report's suite, now and then. */
export interface MeasuredSuite {
  suite: string;
  suiteHash: string;
  target: string;
  filters: string[];
  models: string[];
  metrics: Record<string, { value: number | null }>;
  cases: ComparedCase[];
}

interface ComparedCase {
  id: string;
  passed: boolean;
  status: string | null;
  answer: string | null;
  citations: { url: string; quote: string }[];
}

/** Pure. */
export function compareSuites(
  before: MeasuredSuite,
  baselineStartedAt: string,
  after: MeasuredSuite,
): Comparison {
  const earlier = new Map(before.cases.map((entry) => [entry.id, entry]));
  const present = new Set(after.cases.map((entry) => entry.id));
  const idsWhere = (test: (then: ComparedCase, now: ComparedCase) => boolean) =>
    after.cases.flatMap((entry) => {
      const then = earlier.get(entry.id);
      return then !== undefined && test(then, entry) ? [entry.id] : [];
    });
  return {
    baselineStartedAt,
    caveats: caveatsOf(before, after),
    fixed: idsWhere((then, now) => !then.passed && now.passed),
    broken: idsWhere((then, now) => then.passed && !now.passed),
    changed: idsWhere((then, now) => then.passed === now.passed && told(then) !== told(now)),
    added: after.cases.map(({ id }) => id).filter((id) => !earlier.has(id)),
    removed: before.cases.map(({ id }) => id).filter((id) => !present.has(id)),
    metrics: METRIC_NAMES.map((metric) => {
      const then = before.metrics[metric]?.value ?? null;
      const value = after.metrics[metric]?.value ?? null;
      return {
        metric,
        before: then,
        after: value,
        delta: then === null || value === null ? null : value - then,
      };
    }),
  };
}

function told({ status, answer, citations }: ComparedCase): string {
  return JSON.stringify([status, answer, citations.map(({ url, quote }) => [url, quote])]);
}

function caveatsOf(before: MeasuredSuite, after: MeasuredSuite): string[] {
  const differences: [string, string, string][] = [
    ['the suite', before.suiteHash, after.suiteHash],
    ['the target', before.target, after.target],
    ['the models', before.models.join(', '), after.models.join(', ')],
    ['the filters', before.filters.join(', ') || 'none', after.filters.join(', ') || 'none'],
  ];
  return differences
    .filter(([, then, now]) => then !== now)
    .map(([what, then, now]) =>
      what === 'the suite' ? 'the suite has changed' : `${what} differ: ${then} before, ${now} now`,
    );
}
