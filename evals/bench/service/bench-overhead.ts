import { makeApp } from '../../../service/app.ts';
import { listen } from '../../../service/listen.ts';
import type { ServiceDeps } from '../../../service/service-deps.ts';
import { sampleAnswer } from '../../testing/sample-answer.ts';
import type { Benchmark } from '../benchmark.ts';
import { makePost, measureLatency } from '../latency.ts';
import type { BenchRow } from '../table.ts';
import { makeWholeStream } from './open-streams.ts';

const REQUESTS = 1_000;
const WARMUP = 200;
/** What everything but models and SQL may add to an answer. */
const MOST_MS = 5;

/** The whole app around a pipeline that answers at once: what HTTP, checks, formats and streams add to an answer. */
export const overheadBenchmark: Benchmark = {
  group: 'service',
  title: 'everything but models and SQL, over HTTP, client included',
  run: async ({ logger, onProgress }) => {
    const server = await listen(makeApp(instantDeps(logger)), 0, '127.0.0.1');
    try {
      const url = new URL('/answer', server.url);
      const body = (index: number) => ({ question: `Can I return item ${index}?` });
      onProgress('JSON');
      const whole = await measureLatency(makePost(url, body), { requests: REQUESTS, warmup: WARMUP });
      onProgress('streams');
      const stream = await measureLatency(
        makeWholeStream(url, body, () => {}),
        { requests: REQUESTS, warmup: WARMUP },
      );
      return [
        row('JSON, p50', whole.p50, true),
        row('JSON, p95', whole.p95),
        row('event stream to its end, p50', stream.p50, true),
        row('event stream to its end, p95', stream.p95),
        { what: 'errors', value: whole.errors + stream.errors, digits: 0, target: { atMost: 0 } },
      ];
    } finally {
      await server.close(0);
    }
  },
};

function row(what: string, value: number | null, hasTarget = false): BenchRow {
  return { what, value, unit: 'ms', digits: 2, ...(hasTarget && { target: { atMost: MOST_MS } }) };
}

function instantDeps(logger: ServiceDeps['logger']): ServiceDeps {
  const response = sampleAnswer();
  const { id, conversationId, store, locale } = response;
  const words = response.answer.split(/(?<=\s)/);
  const unused = async () => null;
  const never = () => Promise.reject(new Error('not asked'));
  return {
    answer: async (_request, { onEvent }) => {
      await onEvent?.({ type: 'start', id, conversationId, store, locale });
      for (const text of words) await onEvent?.({ type: 'delta', text });
      for (const citation of response.citations) await onEvent?.({ type: 'citation', citation });
      return response;
    },
    findDocument: unused,
    searchPolicies: never,
    searchCatalog: never,
    findProduct: never,
    saveFeedback: async () => false,
    requestHandoff: async () => ({ id: 'hnd_1' }),
    conversations: { read: unused, delete: unused },
    listStores: async () => [{ id: store, name: store, locales: [locale] }],
    checkReady: async () => ({ ok: true, checks: {} }),
    logger,
  };
}
