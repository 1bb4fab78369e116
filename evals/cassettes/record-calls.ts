import { UsageError } from '../usage-error.ts';
import { makeCallCounts, mayPass, type Slot } from './answer-slots.ts';
import { type AnswerContent, followStream, toResponse } from './answer-stream.ts';
import { currentCase } from './case-scope.ts';
import type { Cassette } from './cassette.ts';
import { canonicalJson, type HashedCall, readCall } from './model-call.ts';
import { fileNameOf, listRecordings } from './recording.ts';
import { makeRecordingStore } from './recording-store.ts';
import { makeRedact } from './redact.ts';

/** For one call, its stream included; what takes longer is not recorded. */
const LONGEST_MS = 180_000;

export interface RecordOptions {
  /** Never written, wherever they stand. */
  secrets: readonly string[];
  /** Asks the models. */
  send?: typeof fetch;
  /** Ends calls under way. */
  signal?: AbortSignal | undefined;
}

/**
 * Opens a cassette that asks what it has no answer to, and keeps the answers. A call is kept with the case that made it, so
 * that cases which run at the same time get their own answers again.
 *
 * A failure that may pass is kept only when no further try came; a refused key and a lost connection are not, for they say
 * nothing of the model.
 *
 * @throws UsageError where the folder is none.
 */
export async function recordCalls(
  folder: string,
  { secrets, send = fetch, signal: ending }: RecordOptions,
): Promise<Cassette> {
  const earlier = await listRecordings(folder);
  const redact = makeRedact(secrets);
  const store = makeRecordingStore(folder);
  const counts = makeCallCounts();
  const used = new Set<string>();
  const running = new Set<Promise<unknown>>();
  /** Failures that are final unless their call is tried again. */
  const held = new Map<string, { call: HashedCall; slot: Slot; content: AnswerContent | null }>();
  const done = { replayed: 0, recorded: 0, unanswered: 0 };

  async function keep(call: HashedCall, slot: Slot, content: AnswerContent): Promise<void> {
    // Its hash would be that of another request.
    if (canonicalJson(redact(call.body)) !== canonicalJson(call.body)) {
      throw new UsageError(
        `--record ${folder}: expected requests without keys, found a ${call.kind} call whose text holds one`,
      );
    }
    await store.add(call, { case: slot.case, n: slot.n, ...redact(content) });
    used.add(fileNameOf(call));
    done.recorded += 1;
  }

  async function settle(call: HashedCall, slot: Slot, content: AnswerContent | null): Promise<void> {
    if (content === null || mayPass(content.status)) {
      held.set(keyOf(slot), { call, slot, content });
      counts.failed(slot);
    } else if (content.status === 401 || content.status === 403) done.unanswered += 1;
    else await keep(call, slot, content);
  }

  /** Goes on when the client leaves: what it would have read is what a replay gives it. */
  async function ask(call: HashedCall, slot: Slot, ...request: Parameters<typeof fetch>): Promise<Response> {
    const [input, init] = request;
    const timeout = AbortSignal.timeout(LONGEST_MS);
    const upstream = await send(input, {
      ...init,
      signal: ending ? AbortSignal.any([timeout, ending]) : timeout,
    });
    const { status, ok } = upstream;
    const contentType = upstream.headers.get('content-type');
    if (ok && contentType?.includes('text/event-stream')) {
      const { response, ended } = followStream(upstream, (stream) =>
        settle(call, slot, stream && { status, contentType, stream }),
      );
      track(ended);
      return response;
    }
    const text = await upstream.text();
    await settle(call, slot, { status, contentType, body: parsed(text, contentType) });
    const wait = upstream.headers.get('retry-after');
    return new Response(text === '' ? null : text, {
      status,
      headers: { ...(contentType && { 'content-type': contentType }), ...(wait && { 'retry-after': wait }) },
    });
  }

  function track<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const end = () => running.delete(work);
    work.then(end, end);
    return work;
  }

  return {
    folder,
    mode: 'record',
    async fetch(input, init) {
      const call = await readCall(input, init);
      init?.signal?.throwIfAborted();
      const place = { hash: call.hash, case: currentCase() };
      const slot = { ...place, n: counts.next(place) + 1 };
      const known = await store.find(call, slot.case, slot.n);
      if (known !== undefined && !mayPass(known.status)) {
        used.add(fileNameOf(call));
        done.replayed += 1;
        return toResponse(known);
      }
      held.delete(keyOf(slot));
      const asked = ask(call, slot, input, init).catch(async (error: unknown) => {
        await settle(call, slot, null);
        throw error;
      });
      return orAborted(track(asked), init?.signal);
    },
    stale: () => [],
    async finish() {
      while (running.size > 0) await Promise.allSettled([...running]);
      for (const { call, slot, content } of held.values()) {
        if (content === null) done.unanswered += 1;
        else await keep(call, slot, content);
      }
      held.clear();
      return { ...done, unused: earlier.filter((file) => !used.has(file)) };
    },
  };
}

function keyOf({ hash, case: name, n }: Slot): string {
  return JSON.stringify([hash, name, n]);
}

/** As `fetch` ends for its caller; the work itself goes on. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return work;
  let leave = () => {};
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
  });
  aborted.catch(() => {});
  work.catch(() => {});
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** JSON as it is, so that a file can be read; the text itself where it is none. */
function parsed(text: string, contentType: string | null): unknown {
  if (!contentType?.includes('json')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
