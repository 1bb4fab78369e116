import { describeError } from '../describe-error.ts';
import { percentile } from '../metrics/percentile.ts';

export interface LatencyOptions {
  /** Requests that are measured. */
  requests: number;
  /** Requests under way at the same time; each client sends its next one when its last has ended. */
  clients?: number;
  /** Requests sent before, one at a time, and not measured. */
  warmup?: number;
}

/** Times are in milliseconds, of successful requests only; null where none succeeded. */
export interface LatencyResult {
  requests: number;
  clients: number;
  errors: number;
  /** The first error, as an example. */
  firstError: string | null;
  /** From the first request to the end of the last. */
  seconds: number;
  /** Successful requests per second of that time. */
  perSecond: number;
  mean: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  max: number | null;
}

/**
 * Sends requests in a closed loop and times each. A request that throws counts as an error. The load adapts to the
 * service, so a slow answer delays later ones instead of queueing them: this measures throughput with so many
 * clients, not the response to a fixed rate of arrivals.
 *
 * @param request gets the number of the request, from 0; those of the warm-up have the same numbers.
 * @throws RangeError unless there is at least one request and one client.
 */
export async function measureLatency(
  request: (index: number) => Promise<unknown>,
  { requests, clients = 1, warmup = 0 }: LatencyOptions,
): Promise<LatencyResult> {
  for (const [name, count] of Object.entries({ requests, clients })) {
    if (!Number.isInteger(count) || count < 1)
      throw new RangeError(`expected at least 1 of ${name}, got ${count}`);
  }
  for (let index = 0; index < warmup; index += 1) await request(index % requests).catch(() => {});

  const times: number[] = [];
  const errors: string[] = [];
  let next = 0;
  const client = async () => {
    while (next < requests) {
      const index = next;
      next += 1;
      const started = performance.now();
      try {
        await request(index);
        times.push(performance.now() - started);
      } catch (error) {
        errors.push(describeError(error));
      }
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: Math.min(clients, requests) }, client));
  const seconds = (performance.now() - started) / 1000;
  return {
    requests,
    clients,
    errors: errors.length,
    firstError: errors[0] ?? null,
    seconds,
    perSecond: seconds > 0 ? times.length / seconds : 0,
    mean: times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length,
    p50: percentile(times, 50).value,
    p95: percentile(times, 95).value,
    p99: percentile(times, 99).value,
    max: times.length === 0 ? null : Math.max(...times),
  };
}

/**
 * A request for `measureLatency` that posts JSON and reads the whole response.
 *
 * @param body makes the body of the request with that number.
 */
export function makePost(
  url: string | URL,
  body: (index: number) => unknown,
  fetch = globalThis.fetch,
): (index: number) => Promise<void> {
  return async (index) => {
    const response = await postJson(url, body(index), 'application/json', fetch);
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${url}: ${response.status} ${text.slice(0, 200)}`);
  };
}

/** Posts JSON; `accept` is what the answer should be. */
export function postJson(
  url: string | URL,
  body: unknown,
  accept: string,
  fetch: typeof globalThis.fetch,
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
}
