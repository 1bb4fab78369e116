import type { StoreConfig } from '../../ingest/config/config-format.ts';
import { parseRetryAfter } from '../../ingest/crawl/retry-plan.ts';
import { FetchProblem } from '../../ingest/safe-fetch/fetch-problem.ts';
import type { SafeFetch } from '../../ingest/safe-fetch.ts';
import type { ClaimedDelivery, DeliveryOutcome } from '../../sql/handoff-deliveries.ts';
import { type PeopleReply, readReplies } from './people-reply.ts';
import { nextTryAfter } from './retry-plan.ts';
import { readSecrets, signWebhook } from './sign-webhook.ts';

/** Where a store's handoffs are sent. */
export interface Webhook {
  url: string;
  secrets: Buffer[];
  /** Private addresses that it may be at. */
  allowHosts: string[];
}

/** Less than the lease of a delivery. */
const TIMEOUT_MS = 15_000;
/** Of what it replies. */
const MOST_BYTES = 256 * 1024;

/**
 * @param readVariable reads an environment variable
 * @returns the webhooks of stores that have one, by store.
 * @throws UsageProblem when a secret is missing or too short.
 */
export function readWebhooks(
  stores: readonly Pick<StoreConfig, 'id' | 'handoff'>[],
  readVariable: (name: string) => string | undefined,
): Map<string, Webhook> {
  return new Map(
    stores.flatMap(({ id, handoff }) => {
      const { webhook: url, webhookSecret, allowHosts = [] } = handoff ?? {};
      if (url === undefined || webhookSecret === undefined) return [];
      return [[id, { url, secrets: readSecrets(webhookSecret, readVariable(webhookSecret)), allowHosts }]];
    }),
  );
}

/** How a try ended, and what people said in reply to it. */
export interface Sent {
  outcome: DeliveryOutcome;
  replies: PeopleReply[];
}

/** Sends one delivery once. It never throws: what goes wrong is the outcome, in words without addresses or what was sent. */
export async function sendToWebhook(
  { url, secrets }: Webhook,
  { deliveryId, payload, tries }: Pick<ClaimedDelivery, 'deliveryId' | 'payload' | 'tries'>,
  {
    safeFetch,
    signal,
    now = new Date(),
    random = Math.random(),
    timeoutMs = TIMEOUT_MS,
  }: { safeFetch: SafeFetch; signal: AbortSignal; now?: Date; random?: number; timeoutMs?: number },
): Promise<Sent> {
  const again = (problem: string, retryAfterMs: number | null = null): Sent => {
    const waitMs = nextTryAfter(tries, retryAfterMs, random);
    return {
      outcome: waitMs === null ? { status: 'dead', problem } : { status: 'pending', problem, waitMs },
      replies: [],
    };
  };
  try {
    const { status, headers, body } = await safeFetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        accept: 'application/json',
        ...signWebhook(deliveryId, now, payload, secrets),
      },
      body: payload,
      signal,
      timeoutMs,
      maxBytes: MOST_BYTES,
    });
    if (status >= 200 && status < 300)
      return { outcome: { status: 'delivered' }, replies: readReplies(body.toString('utf8'), deliveryId) };
    if (status === 410)
      return { outcome: { status: 'dead', problem: 'HTTP 410: it wants no more.' }, replies: [] };
    if (status >= 300 && status < 400)
      return again(
        `HTTP ${status}: a redirect is not followed. Put the address that it leads to into aisle.yaml.`,
      );
    return again(`HTTP ${status}`, parseRetryAfter(headers['retry-after'], now.getTime()));
  } catch (error) {
    if (signal.aborted) return { outcome: { status: 'untried' }, replies: [] };
    return again(error instanceof FetchProblem ? WORDS[error.code] : 'the request failed');
  }
}

/** What a failed fetch is called. Its own message names the address, which may hold a token. */
const WORDS: Record<FetchProblem['code'], string> = {
  'bad-url': 'bad-url: the address cannot be used. Check handoff.webhook, and its port.',
  'blocked-address': 'blocked-address: it is a private address. Name its HOST:PORT in handoff.allowHosts.',
  dns: 'dns: its host is not found',
  refused: 'refused: nothing listens there',
  connection: 'connection: the connection was lost',
  timeout: 'timeout: no answer in time',
  tls: 'tls: its certificate cannot be trusted',
  'too-large': 'too-large: its answer is too large',
  'redirect-loop': 'redirect-loop',
  'too-many-redirects': 'too-many-redirects',
  'bad-redirect': 'bad-redirect',
  'bad-encoding': 'bad-encoding: its answer is compressed in an unknown way',
  'no-room': 'no-room',
  aborted: 'aborted',
};
