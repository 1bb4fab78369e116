import type { MetricName } from '../metrics/metric-names.ts';
import type { CaseChange } from './case-change.ts';
import type { ChangeGateResult } from './change-gates.ts';
import type { ComparableCase } from './comparable-case.ts';

/** What has changed in a suite since an earlier run: did it get better or worse? Lists hold ids of cases. */
export interface Comparison {
  /** `startedAt` of the earlier run. */
  baselineStartedAt: string;
  /** Why the two runs do not measure quite the same; empty where they do. */
  caveats: string[];
  /** Cases that both runs have, and whose question and expectation are the same: on these metrics are compared. */
  compared: number;
  /** Passed now, failed then. */
  fixed: string[];
  /** Failed now, passed then. */
  broken: string[];
  /** Changes its verdict by itself, so it is neither fixed nor broken. */
  flaky: string[];
  /** Asks or expects another thing than then. */
  edited: string[];
  /** Same verdict, but another status, answer or citations. */
  changed: string[];
  added: string[];
  removed: string[];
  metrics: MetricChange[];
  gates: ChangeGateResult[];
  /** Both answers side by side of the cases that tell most: broken ones first, then fixed, flaky and changed, at most 50. */
  examples: CaseChange[];
  /** What the earlier run holds of a case, whatever became of it; null where it has none. Not in report.json. */
  before(id: string): ComparableCase | null;
}

/** How a metric has moved over the cases of both runs. */
export interface MetricChange {
  metric: MetricName;
  before: number | null;
  after: number | null;
  /** After less before. */
  delta: number | null;
  /** 95 % paired bootstrap interval of the difference; null with fewer than five cases. */
  interval: [number, number] | null;
  /** Cases that it is measured on in both runs. */
  cases: number;
  /** McNemar's exact test where each case has it or has not, a paired permutation test elsewhere; null where neither was done. */
  test: 'mcnemar' | 'permutation' | null;
  /** How often chance alone would make such a difference, 0…1. */
  p: number | null;
  /** The same after Holm's correction, where the metric is gated: those decide together. */
  corrected: number | null;
  verdict: 'better' | 'worse' | 'same' | 'unclear' | 'untested';
  /** The verdict in words, such as `worse (p = 0.01)`. */
  words: string;
}
