import { METRIC_NAMES, type MetricName } from '../../metrics/metric-names.ts';

const GROUPS: { title: string; metrics: MetricName[] }[] = [
  {
    title: 'Outcome',
    metrics: ['passed', 'answered', 'factsFound', 'forbiddenAvoided', 'statusAccuracy', 'languageMatch'],
  },
  {
    title: 'Proof',
    metrics: [
      ...(['cited', 'citationRecall', 'citationPrecision', 'citationValidity'] as const),
      ...(['quoteValidity', 'support', 'numberExactness'] as const),
    ],
  },
  {
    title: 'Retrieval',
    metrics: ['hitAt1', 'hitAt5', 'recallAt5', 'recallAt10', 'mrr', 'ndcgAt10', 'map'],
  },
  {
    title: 'Abstaining and confidence',
    metrics: [
      ...(['abstention', 'abstentionPrecision', 'abstentionRecall', 'abstentionAuc'] as const),
      ...(['calibrationError', 'brier'] as const),
    ],
  },
  {
    title: 'Products and dialogue',
    metrics: ['productRecall', 'productOrder', 'clarifyMatch', 'handoffMatch'],
  },
  {
    title: 'Speed and cost',
    metrics: ['latencyP50', 'latencyP95', 'latencyP99', 'inputTokens', 'outputTokens', 'costUsd'],
  },
];

/** Every metric under a heading, those of no group under the last. */
export function metricGroups(): { title: string; metrics: MetricName[] }[] {
  const placed = new Set(GROUPS.flatMap(({ metrics }) => metrics));
  const others = METRIC_NAMES.filter((name) => !placed.has(name));
  return others.length === 0 ? GROUPS : [...GROUPS, { title: 'Others', metrics: others }];
}
