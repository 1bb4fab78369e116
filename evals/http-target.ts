import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { answerResponseSchema, documentResponseSchema } from '../service/schemas.ts';
import type { Target } from './target.ts';

interface HttpTargetOptions {
  /** The service's base URL, with or without a path in front of `/answer`. */
  url: string;
  store: string | null;
  fetch?: typeof fetch;
}

/** How often a busy service (429, 503 with `Retry-After`) is asked again, and the longest pause it may ask for. */
const MOST_RETRIES = 3;
const LONGEST_PAUSE_SECONDS = 30;

/**
 * A running service as a target, over `POST /answer` and `GET /documents/{id}`. Its pauses for a busy service count
 * in the measured time.
 *
 * @throws TypeError for a URL that is not http(s).
 */
export function makeHttpTarget({ url, store, fetch = globalThis.fetch }: HttpTargetOptions): Target {
  const base = parseBase(url);
  const request = makeRequest(fetch);
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
    throw new TypeError(
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
 * The same, once the service has given a sign of life.
 *
 * @throws Error when nothing answers there, which would otherwise make every case fail for the same reason.
 */
export async function openHttpTarget(options: HttpTargetOptions): Promise<Target> {
  const target = makeHttpTarget(options);
  const health = new URL('health', target.name);
  const fetch = options.fetch ?? globalThis.fetch;
  const response = await fetch(health, { signal: AbortSignal.timeout(10_000) }).catch((cause: unknown) => {
    throw new Error(`--against: nothing answers at ${health}: start the service first`, { cause });
  });
  await response.body?.cancel();
  return target;
}
