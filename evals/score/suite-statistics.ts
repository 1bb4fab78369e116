import type { CaseColumns } from '../metrics/case-columns.ts';
import { METRICS, type MetricName } from '../metrics/metric-names.ts';
import { ratio } from '../metrics/ratio.ts';
import { PASSAGES_NOT_SHOWN, RETRIEVAL_METRICS } from '../metrics/retrieval-scores.ts';
import {
  areaUnderCurveStatistic,
  brierStatistic,
  calibrationErrorStatistic,
  percentileStatistic,
} from '../metrics/sorted-statistics.ts';
import type { Statistic } from '../metrics/statistic.ts';

interface Measurement {
  statistic: Statistic;
  /** Things that it is measured on: cases, or what cases have several of. */
  count: number;
  /** Why there is no value, where there is none. */
  reason: string;
}

const NOTHING_ANSWERED = 'nothing was answered';

/** Each metric as a statistic over the numbers that `makeSuiteMeter` keeps of cases. Pure. */
export function suiteStatistics(columns: CaseColumns): Record<MetricName, Measurement> {
  const column = (name: string) => columns.column(name);
  const counted = (statistic: Statistic, reason: string, count = statistic.cases): Measurement => ({
    statistic,
    count,
    reason,
  });
  const mean = (name: MetricName, reason: string) =>
    counted(ratio(column(name), null, METRICS[name].range), reason);
  const ofCitations = (hits: string, reason: string) =>
    counted(ratio(column(hits), column('quotes')), reason, sumOf(column('quotes')));
  const time = (p: number) => counted(percentileStatistic(column('milliseconds'), p), 'nothing was timed');

  const unanswerable = column('unanswerable');
  const abstained = column('abstained');
  const rightly = unanswerable.map((expected, at) => expected * (abstained[at] ?? Number.NaN));
  const labelled = sumOf(unanswerable.map((expected) => (Number.isNaN(expected) ? 0 : 1)));
  const answerability = areaUnderCurveStatistic(
    column('answerability'),
    unanswerable.map((expected) => 1 - expected),
  );
  const confidence = column('confidence');
  const right = column('right');
  const shown = column('showsPassages').some((shows) => shows === 1);
  const retrieval = Object.fromEntries(
    RETRIEVAL_METRICS.map((name) => [
      name,
      shown
        ? mean(name, 'no case names a relevant document')
        : counted(ratio(new Float64Array(0)), columns.size === 0 ? 'there are no cases' : PASSAGES_NOT_SHOWN),
    ]),
  ) as Record<(typeof RETRIEVAL_METRICS)[number], Measurement>;

  return {
    passed: mean('passed', 'there are no cases'),
    answered: mean('answered', 'no case expects an answer'),
    cited: mean('cited', NOTHING_ANSWERED),
    factsFound: mean('factsFound', 'no case expects facts'),
    forbiddenAvoided: mean('forbiddenAvoided', 'no case forbids anything'),
    ...retrieval,
    citationRecall: mean('citationRecall', 'no case expects citations'),
    citationPrecision: mean('citationPrecision', 'no case that expects citations got any'),
    citationValidity: ofCitations('existingDocuments', 'nothing was cited'),
    quoteValidity: ofCitations('provenQuotes', 'nothing was quoted'),
    support: mean('support', NOTHING_ANSWERED),
    numberExactness: mean('numberExactness', 'no answer says a number'),
    productRecall: mean('productRecall', 'no case expects products'),
    productOrder: mean('productOrder', 'no case expects an order of products'),
    clarifyMatch: mean('clarifyMatch', 'no case says whether to ask back'),
    handoffMatch: mean('handoffMatch', 'no case says whether to offer people'),
    statusAccuracy: mean('statusAccuracy', 'no case expects a status'),
    abstention: counted(
      // 2PR / (P + R) with P = right / made and R = right / expected, free of 0/0.
      ratio(
        rightly.map((hit) => 2 * hit),
        unanswerable.map((expected, at) => expected + (abstained[at] ?? Number.NaN)),
      ),
      'no case expects an abstention and none was made',
      labelled,
    ),
    abstentionPrecision: counted(ratio(rightly, abstained), 'no answer abstained'),
    abstentionRecall: counted(ratio(rightly, unanswerable), 'no case expects an abstention'),
    abstentionAuc: counted(
      answerability,
      'it needs cases that expect an answer and cases that expect an abstention',
      labelled,
    ),
    calibrationError: counted(calibrationErrorStatistic(confidence, right), NOTHING_ANSWERED),
    brier: counted(brierStatistic(confidence, right), NOTHING_ANSWERED),
    languageMatch: mean('languageMatch', 'no case expects a language'),
    latencyP50: time(50),
    latencyP95: time(95),
    latencyP99: time(99),
    inputTokens: mean('inputTokens', NOTHING_ANSWERED),
    outputTokens: mean('outputTokens', NOTHING_ANSWERED),
    costUsd: mean('costUsd', NOTHING_ANSWERED),
  };
}

function sumOf(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += Number.isNaN(value) ? 0 : value;
  return sum;
}
