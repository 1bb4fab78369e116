import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { answerResponseSchema } from '../../service/schemas/answer-response.ts';
import { documentResponseSchema } from '../../service/schemas/document.ts';
import { UsageError } from '../usage-error.ts';
import { checkStore, makeLossCheck } from './service-alive.ts';
import type { Target } from './target.ts';

interface HttpTargetOptions {
  /** The service's base URL, with or without a path in front of `/answer`. */
  url: string;
  store: string | null;
  fetch?: typeof fetch;
  /** How long a service that does not answer may take to come back, in milliseconds. */
  graceMs?: number;
}

/** A service restarts in less. */
const GRACE_MS = 10_000;
/** For a first sign of life. */
const FIRST_ANSWER_MS = 10_000;

/** How often a busy service (429, 503 with `Retry-After`) is asked again, and the longest pause it may ask for. */
const MOST_RETRIES = 3;
const LONGEST_PAUSE_SECONDS = 30;

/**
 * A running service as a target, over `POST /answer` and `GET /documents/{id}`. Its pauses for a busy service count
 * in the measured time. Its functions throw `TargetLostError` once the service is gone.
 *
 * @throws UsageError for a URL that is not http(s).
 */
export function makeHttpTarget(options: HttpTargetOptions): Target {
  const { url, store, fetch = globalThis.fetch, graceMs = GRACE_MS } = options;
  const base = parseBase(url);
  const request = makeRequest(fetch);
  const toLoss = makeLossCheck(new URL('health', base), fetch, graceMs);
  const orLost = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw signal.aborted ? error : await toLoss(error);
    }
  };
  const plain = makePlainTarget(base, store, request);
  return {
    ...plain,
    answer: (body, signal) => orLost(signal, plain.answer(body, signal)),
    findDocument: (storeId, id, signal) => orLost(signal, plain.findDocument(storeId, id, signal)),
  };
}

function makePlainTarget(base: URL, store: string | null, request: Request): Target {
  return {
    name: base.href,
    store,
    info: {},
    async answer(body, signal) {
      const response = await request(new URL('answer', base), {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
        signal,
      });
      return { response: await readAs(response, answerResponseSchema), retrieved: null };
    },
    async findDocument(storeId, documentId, signal) {
      const address = new URL(`documents/${encodeURIComponent(documentId)}`, base);
      address.searchParams.set('store', storeId);
      const response = await request(address, { headers: { accept: 'application/json' }, signal }, [404]);
      return response.status === 404 ? null : readAs(response, documentResponseSchema);
    },
    close: async () => {},
  };
}

function parseBase(url: string): URL {
  const base = URL.canParse(url) ? new URL(url) : null;
  if (base === null || !/^https?:$/.test(base.protocol)) {
    throw new UsageError(
      `--against: expected the URL of a running service, such as http://127.0.0.1:8787, got ${url}`,
    );
  }
  base.search = '';
  base.hash = '';
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}

type Request = (url: URL, init: RequestInit, expected?: number[]) => Promise<Response>;

/** Sends a request, waits for a busy service, and turns what is not 2xx or expected into an error that says why. */
function makeRequest(fetch: typeof globalThis.fetch): Request {
  return async (url, init, expected = []) => {
    const what = `${init.method ?? 'GET'} ${url}`;
    for (let attempt = 0; ; attempt += 1) {
      const response = await fetch(url, init).catch((error: unknown) => {
        throw new Error(`${what}: no answer: is the service running there?`, { cause: error });
      });
      if (response.ok || expected.includes(response.status)) return response;
      const pause = attempt < MOST_RETRIES ? pauseSeconds(response) : null;
      if (pause === null) throw new Error(`${what}: ${response.status} ${await describeProblem(response)}`);
      await response.body?.cancel();
      await sleep(pause * 1000, undefined, init.signal ? { signal: init.signal } : {});
    }
  };
}

function pauseSeconds(response: Response): number | null {
  if (response.status !== 429 && response.status !== 503) return null;
  const header = response.headers.get('retry-after');
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds <= LONGEST_PAUSE_SECONDS ? Math.max(seconds, 0) : null;
}

/** What a problem document (RFC 9457) says, or the beginning of any other body. */
async function describeProblem(response: Response): Promise<string> {
  const text = await response.text().catch(() => '');
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem === 'object' && problem !== null) {
      const { title, detail, errors } = problem as { title?: unknown; detail?: unknown; errors?: unknown };
      const parts = [title, detail, errors && JSON.stringify(errors)].filter(
        (part) => typeof part === 'string',
      );
      if (parts.length > 0) return parts.join(': ');
    }
  } catch {
    // Not JSON: a proxy's page, perhaps.
  }
  return `${response.statusText} ${text.slice(0, 200).replace(/\s+/gu, ' ')}`.trim();
}

async function readAs<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${response.url}: expected JSON, got ${JSON.stringify(text.slice(0, 80))}`, { cause });
  }
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${response.url}: not a response of this API: ${faults.join('; ')}`);
}

/**
 * The same, once the service has given a sign of life and has the store.
 *
 * @throws UsageError when nothing answers there, or the store is not there, which would otherwise make every case fail
 *   for the same reason.
 */
export async function openHttpTarget(options: HttpTargetOptions, signal?: AbortSignal): Promise<Target> {
  const target = makeHttpTarget(options);
  const base = new URL(target.name);
  const health = new URL('health', base);
  const fetch = options.fetch ?? globalThis.fetch;
  const limit = AbortSignal.any([AbortSignal.timeout(FIRST_ANSWER_MS), ...(signal ? [signal] : [])]);
  const response = await fetch(health, { signal: limit }).catch((cause: unknown) => {
    throw new UsageError(`--against: nothing answers at ${health}: start the service first`, { cause });
  });
  await response.body?.cancel();
  await checkStore(base, options.store, fetch, limit);
  return target;
}
