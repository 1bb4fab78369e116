import { bootstrapIntervals } from '../metrics/bootstrap.ts';
import { type CalibrationBin, calibrationBins } from '../metrics/calibration.ts';
import { type CaseColumns, makeCaseColumns } from '../metrics/case-columns.ts';
import { METRIC_NAMES, type MetricName } from '../metrics/metric-names.ts';
import { percentile } from '../metrics/percentile.ts';
import { notApplicable, type Score, scored } from '../metrics/score.ts';
import { everyOnce, type Statistic } from '../metrics/statistic.ts';
import { CASE_SCORES, type CaseResult } from './case-result.ts';
import { suiteStatistics } from './suite-statistics.ts';

/**
 * A metric over cases. `count` is the number of things that it was measured on: of cases, but of citations for
 * `quoteValidity` and `citationValidity`. `interval` is the 95 % bootstrap interval, null with fewer than five cases.
 */
export type MeasuredMetric = Score & { count: number; interval: [number, number] | null };

export type MetricTable = Record<MetricName, MeasuredMetric>;

/** Times of one stage of answering, in milliseconds. */
export interface StageLatency {
  count: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Measures cases as they come: all of a suite, or those with a tag. Of a case it keeps some 40 numbers, no text. */
export interface SuiteMeter {
  add(result: CaseResult): void;
  /** Every metric over the cases so far; the same for the same cases in whatever order they came. */
  metrics(): MetricTable;
  /** What a reliability diagram shows: answers by confidence, least first. */
  calibration(): CalibrationBin[];
  /** Latency by stage as the service states it, `total` among them. */
  stages(): Record<string, StageLatency>;
}

const STAGE = 'stage ';

export function makeSuiteMeter(): SuiteMeter {
  const columns = makeCaseColumns();
  let kept: MetricTable | null = null;
  return {
    add(result) {
      columns.add(result.id, numbersOf(result));
      kept = null;
    },
    metrics() {
      kept ??= measure(columns);
      return kept;
    },
    calibration() {
      const right = columns.column('right');
      const confidence = columns.column('confidence');
      return calibrationBins(
        [...confidence].flatMap((value, at) =>
          Number.isNaN(value) ? [] : [{ confidence: value, right: right[at] === 1 }],
        ),
      );
    },
    stages() {
      const names = columns.names().filter((name) => name.startsWith(STAGE));
      return Object.fromEntries(
        names.map((name) => {
          const times = [...columns.column(name)].filter((time) => !Number.isNaN(time));
          const at = (p: number) => percentile(times, p).value ?? 0;
          return [name.slice(STAGE.length), { count: times.length, p50: at(50), p95: at(95), p99: at(99) }];
        }),
      );
    },
  };
}

/** The same for cases that are at hand. */
export function measureSuite(cases: Iterable<CaseResult>): MetricTable {
  const meter = makeSuiteMeter();
  for (const result of cases) meter.add(result);
  return meter.metrics();
}

/** What is kept of a case. Most names are those of its scores. */
function* numbersOf(result: CaseResult): Generator<readonly [string, number]> {
  for (const name of CASE_SCORES) yield [name, result.scores[name].value ?? Number.NaN];
  yield* amountsOf(result);
  for (const [stage, time] of Object.entries(result.timings)) yield [`${STAGE}${stage}`, time];
}

/** What metrics need of a case beside its scores. */
export function* amountsOf(
  result: Pick<
    CaseResult,
    'abstention' | 'citations' | 'confidence' | 'usage' | 'passed' | 'retrieved' | 'milliseconds' | 'status'
  >,
): Generator<readonly [string, number]> {
  const { abstention, citations, confidence, usage } = result;
  yield ['passed', result.passed ? 1 : 0];
  yield ['quotes', citations.length];
  yield ['provenQuotes', citations.filter(({ fault }) => fault === null).length];
  yield ['existingDocuments', citations.filter(({ context }) => context !== null).length];
  if (result.retrieved !== null) yield ['showsPassages', 1];
  if (result.milliseconds !== null) yield ['milliseconds', result.milliseconds];
  if (usage !== null) {
    yield ['inputTokens', usage.inputTokens];
    yield ['outputTokens', usage.outputTokens];
    yield ['costUsd', usage.costUsd];
  }
  if (abstention.expected !== null) {
    yield ['unanswerable', abstention.expected ? 1 : 0];
    yield ['abstained', abstention.made ? 1 : 0];
    // A case without an answer is told apart the wrong way round, so that an error never helps a score.
    yield ['answerability', confidence ?? (abstention.expected ? 1 : 0)];
  }
  // An abstention claims nothing, so its confidence cannot be right or wrong.
  if (result.status === 'answered' && confidence !== null) {
    yield ['confidence', confidence];
    yield ['right', result.passed ? 1 : 0];
  }
}

function measure(columns: CaseColumns): MetricTable {
  const measurements = suiteStatistics(columns);
  const statistics = new Map<MetricName, Statistic>(
    METRIC_NAMES.map((name) => [name, measurements[name].statistic]),
  );
  const intervals = bootstrapIntervals(statistics, { size: columns.size, seed: columns.seed() });
  const everyone = everyOnce(columns.size);
  const table = METRIC_NAMES.map((name) => {
    const { statistic, count, reason } = measurements[name];
    const value = statistic.of(everyone);
    const score = Number.isNaN(value) ? notApplicable(reason) : scored(value);
    return [name, { ...score, count, interval: intervals.get(name) ?? null }];
  });
  return Object.fromEntries(table) as MetricTable;
}
