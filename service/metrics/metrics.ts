import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { makeBoundedLabel } from './bounded-label.ts';

/** More stores than that are counted together. */
const MOST_STORES = 200;
const MOST_MODELS = 20;
/** Seconds. Extractive answers take milliseconds, a large model many seconds. */
const ANSWER_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const REQUEST_BUCKETS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 60];

/** What the service counts about itself, for Prometheus. No words of shoppers and no ids are labels. */
export interface Metrics {
  /** @param route its pattern; @param seconds until the response began, or ended where it is no stream */
  request(method: string, route: string, status: number, seconds: number): void;
  /** An answer that was given, also out of the cache. */
  answered(response: AnswerResponse): void;
  /** How many answers are being made. */
  openAnswers(count: number): void;
  openStreams(change: 1 | -1): void;
  feedback(store: string, rating: number | 'up' | 'down'): void;
  handoff(store: string): void;
  /** A request beyond a quota, by its name. */
  rateLimited(quota: string): void;
  slowReaderCut(): void;
  /** In Prometheus' text format. */
  render(): Promise<{ contentType: string; text: string }>;
}

/** @param ofProcess whether to tell of memory, processor time and the event loop too; for the one service of a process */
export function makeMetrics({ ofProcess = false }: { ofProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const storeLabel = makeBoundedLabel(MOST_STORES);
  const modelLabel = makeBoundedLabel(MOST_MODELS);

  const requests = new Histogram({
    name: 'aisle_http_request_duration_seconds',
    help: 'Time until a response began, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const answers = new Counter({
    name: 'aisle_answers_total',
    help: 'Answers given, by outcome.',
    labelNames: ['status', 'model', 'store', 'cached'],
    registers,
  });
  const durations = new Histogram({
    name: 'aisle_answer_duration_seconds',
    help: 'Time from a question to its whole answer; not of those out of the cache.',
    labelNames: ['status'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const stages = new Histogram({
    name: 'aisle_answer_stage_duration_seconds',
    help: 'Time that a stage of an answer took.',
    labelNames: ['stage'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const tokens = new Counter({
    name: 'aisle_model_tokens_total',
    help: 'Tokens that models have read and written.',
    labelNames: ['direction', 'model'],
    registers,
  });
  const cost = new Counter({
    name: 'aisle_model_cost_usd_total',
    help: 'US dollars that models have cost.',
    labelNames: ['model', 'store'],
    registers,
  });
  const openAnswers = new Gauge({
    name: 'aisle_open_answers',
    help: 'Requests for answers that are open.',
    registers,
  });
  const openStreams = new Gauge({
    name: 'aisle_open_streams',
    help: 'Streams that are open.',
    registers,
  });
  const feedback = new Counter({
    name: 'aisle_feedback_total',
    help: 'Ratings: up (4, 5), neither (3) or down (1, 2).',
    labelNames: ['rating', 'store'],
    registers,
  });
  const handoffs = new Counter({
    name: 'aisle_handoffs_total',
    help: 'Shoppers who were passed to people.',
    labelNames: ['store'],
    registers,
  });
  const limited = new Counter({
    name: 'aisle_rate_limited_total',
    help: 'Requests refused, by the quota that was used up.',
    labelNames: ['quota'],
    registers,
  });
  const cut = new Counter({
    name: 'aisle_slow_readers_cut_total',
    help: 'Connections ended because nobody read what was sent.',
    registers,
  });

  return {
    request: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    answered: ({ status, model: name, store: id, usage, timings, cached = false }) => {
      const store = storeLabel(id);
      const model = modelLabel(name);
      answers.inc({ status, model, store, cached: String(cached) });
      // The times and the cost of what comes out of the cache are those of the first time.
      if (cached) return;
      const { total, ...ofStages } = timings;
      durations.observe({ status }, total / 1000);
      for (const [stage, ms] of Object.entries(ofStages)) stages.observe({ stage }, ms / 1000);
      if (usage.inputTokens > 0) tokens.inc({ direction: 'input', model }, usage.inputTokens);
      if (usage.outputTokens > 0) tokens.inc({ direction: 'output', model }, usage.outputTokens);
      if (usage.costUsd > 0) cost.inc({ model, store }, usage.costUsd);
    },
    openAnswers: (count) => openAnswers.set(count),
    openStreams: (change) => openStreams.inc(change),
    feedback: (store, rating) => feedback.inc({ rating: ratingLabel(rating), store: storeLabel(store) }),
    handoff: (store) => handoffs.inc({ store: storeLabel(store) }),
    rateLimited: (quota) => limited.inc({ quota }),
    slowReaderCut: () => cut.inc(),
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function ratingLabel(rating: number | 'up' | 'down'): string {
  if (typeof rating === 'string') return rating;
  if (rating === 3) return 'neither';
  return rating > 3 ? 'up' : 'down';
}
