import type { RecordedAnswer } from './recording.ts';

/** An answer's content, as a recording holds it. */
export type AnswerContent = Pick<RecordedAnswer, 'status' | 'contentType' | 'body' | 'stream'>;

const NO_BODY = new Set([204, 205, 304]);

/**
 * A response with recorded content. A stream's events come one by one, as they were recorded, so that a reader who ends
 * in the middle has read the same in each run.
 */
export function toResponse({ status, contentType, body, stream }: AnswerContent): Response {
  const headers = {
    ...(contentType === null ? {} : { 'content-type': contentType }),
    // A recorded failure is what came of waiting; there is nothing more to wait for.
    ...(status >= 400 ? { 'retry-after': '0' } : {}),
  };
  if (NO_BODY.has(status)) return new Response(null, { status, headers });
  if (stream === undefined) {
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  }
  const events = stream.values();
  const encoder = new TextEncoder();
  const readable = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = events.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(readable, { status, headers });
}

/**
 * Hands a response's stream on event by event, while it is read to its end for the recording, also when the reader leaves
 * before that: what a reader of the recording gets must not hang on how far this one has read.
 *
 * @param onEnd gets the whole stream, null where it broke off, before the reader learns that it has ended.
 */
export function followStream(
  upstream: Response,
  onEnd: (stream: string[] | null) => Promise<void>,
): { response: Response; ended: Promise<void> } {
  const encoder = new TextEncoder();
  const at: { reader: ReadableStreamDefaultController<Uint8Array> | null } = { reader: null };
  const readable = new ReadableStream<Uint8Array>({
    start(controller) {
      at.reader = controller;
    },
    cancel() {
      at.reader = null;
    },
  });
  const ended = (async () => {
    const events: string[] = [];
    try {
      for await (const event of readEvents(upstream.body)) {
        events.push(event);
        at.reader?.enqueue(encoder.encode(event));
      }
    } catch (error) {
      await onEnd(null);
      at.reader?.error(error);
      return;
    }
    await onEnd(events);
    at.reader?.close();
  })();
  ended.catch((error: unknown) => at.reader?.error(error));
  return { response: new Response(readable, withoutEncoding(upstream)), ended };
}

/** `fetch` has undone the encoding already. */
function withoutEncoding({ status, headers }: Response): ResponseInit {
  const kept = new Headers(headers);
  kept.delete('content-encoding');
  kept.delete('content-length');
  return { status, headers: kept };
}

/** Cuts after each blank line (WHATWG HTML, 9.2.6, "Interpreting an event stream"). */
async function* readEvents(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    const events = text.split(/(?<=\r\n\r\n|\n\n)/u);
    const last = events.at(-1) ?? '';
    text = last.endsWith('\n\n') || last.endsWith('\r\n\r\n') ? '' : (events.pop() ?? '');
    yield* events;
  }
  text += decoder.decode();
  if (text !== '') yield text;
}
