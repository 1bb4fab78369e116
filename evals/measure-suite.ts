import type { CaseResult } from './case-result.ts';
import { abstentionScores } from './metrics/abstention.ts';
import type { MetricName } from './metrics/metric-names.ts';
import { percentile } from './metrics/percentile.ts';
import { meanScore, type Score, share } from './metrics/score.ts';

/** A metric over cases, with the number of cases (quotes, for `quoteValidity`) that it was measured on. */
export type MeasuredMetric = Score & { count: number };

/**
 * Every metric over some cases: all of a suite, or those with a tag. Most are the mean of the cases' scores where they
 * apply (macro average); `quoteValidity` counts quotes and `abstention…` counts cases that say whether an abstention
 * is right. Cases without an answer are left out of the latencies. Pure.
 */
export function measureSuite(cases: readonly CaseResult[]): Record<MetricName, MeasuredMetric> {
  const mean = (name: keyof CaseResult['scores'], reason: string): MeasuredMetric => {
    const scores = cases.map((result) => result.scores[name]).filter((score) => score.value !== null);
    return { ...meanScore(scores, reason), count: scores.length };
  };
  const quotes = cases.flatMap((result) => result.citations);
  const proven = quotes.filter((citation) => citation.fault === null).length;
  const labelled = cases.flatMap(({ abstention: { expected, made } }) =>
    expected === null ? [] : [{ expected, abstained: made }],
  );
  const abstention = abstentionScores(labelled);
  const times = cases.flatMap(({ milliseconds }) => (milliseconds === null ? [] : [milliseconds]));
  const passed = cases.filter((result) => result.passed).length;
  const outOf = (score: Score, count: number): MeasuredMetric => ({ ...score, count });
  return {
    passed: outOf(share(passed, cases.length, 'there are no cases'), cases.length),
    answered: mean('answered', 'no case expects an answer'),
    cited: mean('cited', 'nothing was answered'),
    factsFound: mean('factsFound', 'no case expects facts'),
    forbiddenAvoided: mean('forbiddenAvoided', 'no case forbids anything'),
    citationRecall: mean('citationRecall', 'no case expects citations'),
    citationPrecision: mean('citationPrecision', 'no case that expects citations got any'),
    quoteValidity: outOf(share(proven, quotes.length, 'nothing was quoted'), quotes.length),
    productRecall: mean('productRecall', 'no case expects products'),
    statusAccuracy: mean('statusAccuracy', 'no case expects a status'),
    abstention: outOf(abstention.f1, labelled.length),
    abstentionPrecision: outOf(abstention.precision, labelled.filter(({ abstained }) => abstained).length),
    abstentionRecall: outOf(abstention.recall, labelled.filter(({ expected }) => expected).length),
    languageMatch: mean('languageMatch', 'no case expects a language'),
    latencyP50: outOf(percentile(times, 50), times.length),
    latencyP95: outOf(percentile(times, 95), times.length),
  };
}
