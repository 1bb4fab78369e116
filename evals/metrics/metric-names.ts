/** Whether a higher or a lower value is better; a gate is a minimum for the first, a maximum for the second. */
export type MetricDirection = 'higher' | 'lower';

/** What a metric's values are: a share from 0 to 1, milliseconds, tokens or US dollars. */
export type MetricUnit = 'share' | 'ms' | 'tokens' | 'usd';

interface MetricMeaning {
  /** A name for people, in few words. */
  label: string;
  better: MetricDirection;
  unit: MetricUnit;
  /** Least and greatest value; null where there is no greatest. */
  range: readonly [number, number | null];
  /** One line for people who read a report. */
  meaning: string;
  /** The file of `metrics/` that defines it, with its formula's source and its edge cases. */
  definition: string;
}

const share = (label: string, definition: string, meaning: string) =>
  ({ label, better: 'higher', unit: 'share', range: [0, 1], meaning, definition }) as const;
const error = (label: string, definition: string, meaning: string) =>
  ({ label, better: 'lower', unit: 'share', range: [0, 1], meaning, definition }) as const;
const amount = <Unit extends MetricUnit>(unit: Unit, label: string, definition: string, meaning: string) =>
  ({ label, better: 'lower', unit, range: [0, null], meaning, definition }) as const;

/** Every metric of a suite that a report shows and a gate may name. `makeSuiteMeter` measures them. */
export const METRICS = {
  passed: share('Passed', 'ratio.ts', 'cases that meet every expectation'),
  answered: share('Answered', 'ratio.ts', 'answerable cases that were answered'),
  cited: share('Cited', 'ratio.ts', 'given answers that cite at least one quote'),
  factsFound: share('Facts found', 'facts-found.ts', 'expected facts that the answer states (fact recall)'),
  forbiddenAvoided: share('Forbidden avoided', 'ratio.ts', 'cases free of what must not be said'),
  hitAt1: share('Hit@1', 'hit-at-k.ts', 'cases whose first retrieved document is relevant'),
  hitAt5: share('Hit@5', 'hit-at-k.ts', 'cases with a relevant document among the first 5'),
  recallAt5: share('Recall@5', 'recall-at-k.ts', 'relevant documents among the first 5 retrieved'),
  recallAt10: share('Recall@10', 'recall-at-k.ts', 'relevant documents among the first 10 retrieved'),
  mrr: share('MRR', 'reciprocal-rank.ts', 'mean of 1 / rank of the first relevant document'),
  ndcgAt10: share('nDCG@10', 'ndcg-at-k.ts', 'graded relevance of the first 10 retrieved, best order = 1'),
  map: share('MAP', 'average-precision.ts', 'mean of the precision at the rank of each relevant document'),
  citationRecall: share('Citation recall', 'citation-match.ts', 'expected pages that were cited'),
  citationPrecision: share('Citation precision', 'citation-match.ts', 'cited pages that were expected'),
  citationValidity: share('Citation validity', 'citation-validity.ts', 'citations whose document exists'),
  quoteValidity: share('Quote validity', 'quote-validity.ts', 'quotes that are slices of their documents'),
  support: share('Support', 'support.ts', 'sentences that the quotes they cite carry'),
  numberExactness: share(
    'Number exactness',
    'number-exactness.ts',
    'numbers, prices, dates and codes that are in the cited quotes or product facts',
  ),
  productRecall: share('Product recall', 'ratio.ts', 'expected products that were shown'),
  productOrder: share('Product order', 'product-order.ts', 'pairs of products shown in the expected order'),
  clarifyMatch: share('Clarify match', 'clarify-match.ts', 'questions back exactly where they are wanted'),
  handoffMatch: share('Handoff match', 'handoff-match.ts', 'handoffs offered exactly where they are wanted'),
  statusAccuracy: share('Status accuracy', 'ratio.ts', 'cases with an expected status'),
  abstention: share('Abstention F1', 'abstention.ts', 'F1 of abstention precision and recall'),
  abstentionPrecision: share('Abstention precision', 'abstention.ts', 'abstentions that were right'),
  abstentionRecall: share(
    'Abstention recall',
    'abstention.ts',
    'unanswerable cases that were abstained from',
  ),
  abstentionAuc: share(
    'Abstention AUC',
    'area-under-curve.ts',
    'how well confidence tells answerable from unanswerable cases; 0.5 is chance',
  ),
  calibrationError: error(
    'Calibration error (ECE)',
    'calibration.ts',
    'gap between the confidence of answers and how often they are right',
  ),
  brier: error('Brier score', 'calibration.ts', 'mean squared error of the confidence of answers'),
  languageMatch: share('Language match', 'language-match.ts', 'answers in the expected language'),
  latencyP50: amount(
    'ms',
    'Latency p50',
    'percentile.ts',
    'median time to the whole answer of a scored turn',
  ),
  latencyP95: amount('ms', 'Latency p95', 'percentile.ts', '95th percentile of the same'),
  latencyP99: amount('ms', 'Latency p99', 'percentile.ts', '99th percentile of the same'),
  inputTokens: amount('tokens', 'Input tokens', 'ratio.ts', 'mean tokens that an answer sends to models'),
  outputTokens: amount('tokens', 'Output tokens', 'ratio.ts', 'mean tokens that models write for an answer'),
  costUsd: amount('usd', 'Cost', 'ratio.ts', 'mean price of the models of an answer'),
} as const satisfies Record<string, MetricMeaning>;

export type MetricName = keyof typeof METRICS;

export const METRIC_NAMES = Object.keys(METRICS) as MetricName[];

export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(METRICS, name);
}
