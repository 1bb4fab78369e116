/** Whether a higher or a lower value is better; a gate is a minimum for the first, a maximum for the second. */
type MetricDirection = 'higher' | 'lower';

interface MetricMeaning {
  better: MetricDirection;
  /** `share` lies in 0…1; `ms` is a time in milliseconds. */
  unit: 'share' | 'ms';
  /** One line for people who read a report. */
  meaning: string;
}

/** Every metric of a suite that a report shows and a gate may name. `measure-suite.ts` measures them. */
export const METRICS = {
  passed: { better: 'higher', unit: 'share', meaning: 'cases that meet every expectation' },
  answered: { better: 'higher', unit: 'share', meaning: 'answerable cases that were answered' },
  cited: { better: 'higher', unit: 'share', meaning: 'given answers that cite at least one quote' },
  factsFound: { better: 'higher', unit: 'share', meaning: 'expected facts that the answer states' },
  forbiddenAvoided: { better: 'higher', unit: 'share', meaning: 'cases free of what must not be said' },
  citationRecall: { better: 'higher', unit: 'share', meaning: 'expected pages that were cited' },
  citationPrecision: { better: 'higher', unit: 'share', meaning: 'cited pages that were expected' },
  quoteValidity: { better: 'higher', unit: 'share', meaning: 'quotes that are slices of their documents' },
  productRecall: { better: 'higher', unit: 'share', meaning: 'expected products that were shown' },
  statusAccuracy: { better: 'higher', unit: 'share', meaning: 'cases with exactly the expected status' },
  abstention: { better: 'higher', unit: 'share', meaning: 'F1 of abstention precision and recall' },
  abstentionPrecision: { better: 'higher', unit: 'share', meaning: 'abstentions that were right' },
  abstentionRecall: {
    better: 'higher',
    unit: 'share',
    meaning: 'unanswerable cases that were abstained from',
  },
  languageMatch: { better: 'higher', unit: 'share', meaning: 'answers in the expected language' },
  latencyP50: { better: 'lower', unit: 'ms', meaning: 'median time to the whole answer of a scored turn' },
  latencyP95: { better: 'lower', unit: 'ms', meaning: '95th percentile of the same' },
} as const satisfies Record<string, MetricMeaning>;

export type MetricName = keyof typeof METRICS;

export const METRIC_NAMES = Object.keys(METRICS) as MetricName[];

export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(METRICS, name);
}
