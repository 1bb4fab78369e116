import type { Logger } from 'pino';
import type { AnswerQuestion } from '../answer-question.ts';
import { logProblem } from '../log-problem.ts';
import { orAborted } from '../or-aborted.ts';
import type { AnswerResponse } from '../schemas.ts';
import { toProblem } from '../to-problem.ts';
import { heartbeat } from './server-sent-events.ts';
import type { StreamedEvent, WireFormat } from './wire-format.ts';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform keeps proxies from compressing, which would hold events back; the last one is nginx's switch.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Runs an answer and streams its events. Nothing is sent before the first event or the first heartbeat, so an answer
 * that fails at once is still an ordinary problem response; a later failure is an `error` event.
 * @returns the response, and a promise that settles, never rejecting, when its body has ended for whatever reason
 * @throws what the answer throws before its first event
 */
export async function streamAnswer({
  run,
  format,
  signal: outer,
  heartbeatMs,
  requestId,
  logger,
  onAnswer,
}: {
  run: (options: Parameters<AnswerQuestion>[1]) => Promise<AnswerResponse>;
  format: WireFormat;
  signal: AbortSignal;
  heartbeatMs: number;
  requestId: string;
  logger: Logger;
  onAnswer: (response: AnswerResponse) => void;
}): Promise<{ response: Response; finished: Promise<void> }> {
  const reader = new AbortController();
  const signal = AbortSignal.any([outer, reader.signal]);
  const events = startAnswer(run, signal, onAnswer);
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const encoder = new TextEncoder();

  let next = events.read();
  const first = await orHeartbeat(next, heartbeatMs);
  let pending: typeof first | undefined = first;

  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const step = pending ?? (await orHeartbeat(next, heartbeatMs));
        pending = undefined;
        if (step === 'heartbeat') {
          controller.enqueue(encoder.encode(heartbeat));
        } else if (step.done) {
          controller.close();
          finish();
        } else {
          // An empty chunk would be no progress: the stream asks again only after one that has bytes.
          const text = format.event(step.value);
          next = events.read();
          controller.enqueue(encoder.encode(text === '' ? heartbeat : text));
        }
      } catch (error) {
        const problem = toProblem(error, requestId);
        logProblem(logger, problem, requestId);
        controller.enqueue(encoder.encode(format.failed(problem, requestId)));
        controller.close();
        finish();
      }
    },
    cancel() {
      reader.abort(new DOMException('The client closed the stream.', 'AbortError'));
      finish();
    },
  });
  return { response: new Response(body, { headers: { ...headers, ...format.headers } }), finished };
}

/** Turns the answer's callbacks into a stream that waits for its reader, and fails as the answer fails. */
function startAnswer(
  run: (options: Parameters<AnswerQuestion>[1]) => Promise<AnswerResponse>,
  signal: AbortSignal,
  onAnswer: (response: AnswerResponse) => void,
) {
  const { readable, writable } = new TransformStream<StreamedEvent, StreamedEvent>();
  const writer = writable.getWriter();
  const ignore = () => undefined;
  writer.closed.catch(ignore);
  void orAborted(run({ signal, onEvent: (event) => writer.write(event) }), signal)
    .then(async (response) => {
      onAnswer(response);
      await writer.write({ type: 'done', response });
      await writer.close();
    })
    .catch((error: unknown) => writer.abort(error).catch(ignore));
  const events = readable.getReader();
  events.closed.catch(ignore);
  return events;
}

async function orHeartbeat<T>(next: Promise<T>, ms: number): Promise<T | 'heartbeat'> {
  const { promise: beat, resolve } = Promise.withResolvers<'heartbeat'>();
  const timer = setTimeout(resolve, ms, 'heartbeat');
  try {
    return await Promise.race([next, beat]);
  } finally {
    clearTimeout(timer);
  }
}
