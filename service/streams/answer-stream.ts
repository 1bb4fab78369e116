import type { Logger } from 'pino';
import type { AnswerEvent, AnswerQuestion } from '../answer-question.ts';
import { logProblem } from '../log-problem.ts';
import { orAborted } from '../or-aborted.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { toProblem } from '../to-problem.ts';
import { heartbeat, splitEvents } from '../wire/server-sent-events.ts';
import type { StreamedEvent, WireFormat } from '../wire/wire-format.ts';
import { type Said, writeEventId } from './event-id.ts';
import { makeEventLog } from './event-log.ts';

/** Of events that are kept for who comes back, in UTF-16 code units; a long answer with its proofs has some 50,000. */
const MOST_KEPT = 512 * 1024;
/** The answer waits for a reader that is so far behind. */
const MOST_UNREAD = 128 * 1024;

/** Whose stream it is. */
export type StreamIds = Omit<Extract<AnswerEvent, { type: 'start' }>, 'type'>;

/** An answer that is made and its events, apart from the connection that reads them. */
export interface AnswerStream {
  /** Null until the answer has begun. */
  readonly ids: StreamIds | null;
  readonly ended: boolean;
  /** Whether somebody reads it now. */
  readonly hasReader: boolean;
  /** Of what is kept, in UTF-16 code units. */
  readonly size: number;
  readonly last: number;
  /** Resolves at the first event, at a failure before it, or after `ms`. @throws that failure, which ends the stream. */
  begun(ms: number): Promise<void>;
  /**
   * Sends the events after a number and goes on with those to come; a reader before it is let go.
   * @param connection aborted when the reader is gone, whether or not the body is cancelled
   * @returns null when they are no longer kept, or never were.
   */
  open(
    after: number,
    connection: AbortSignal,
  ): { body: ReadableStream<Uint8Array>; finished: Promise<void> } | null;
  /** Ends the work, if it goes on. */
  stop(reason: unknown): void;
}

export interface AnswerStreamOptions {
  run: (options: Pick<Parameters<AnswerQuestion>[1], 'signal' | 'onEvent'>) => Promise<AnswerResponse>;
  format: WireFormat;
  /** Ends the work whoever reads: a deadline, the end of the service. */
  signal: AbortSignal;
  heartbeatMs: number;
  /** So long the work goes on for a reader that has gone and may come back; 0 where the format has no way back. */
  graceMs: number;
  requestId: string;
  logger: Logger;
  onStart: (ids: StreamIds) => void;
  onAnswer: (response: AnswerResponse) => void;
  onEnd: () => void;
}

/** Begins an answer. Its events wait for a reader, up to a bound; without one for longer than the grace the work stops. */
export function startAnswerStream({
  run,
  format,
  signal: outer,
  heartbeatMs,
  graceMs,
  requestId,
  logger,
  onStart,
  onAnswer,
  onEnd,
}: AnswerStreamOptions): AnswerStream {
  const stopping = new AbortController();
  const signal = AbortSignal.any([outer, stopping.signal]);
  const log = makeEventLog(MOST_KEPT);
  let ids: StreamIds | null = null;
  const said: Said = { text: 0, citations: 0 };
  let failure: { error: unknown } | null = null;
  /** Whether headers have been sent, so that a failure has to be an event. */
  let opened = false;
  let reader: object | null = null;
  /** Told when another reader takes over. */
  let replaced = Promise.withResolvers<void>();
  let grace: NodeJS.Timeout | undefined;

  const append = (text: string, isLast = false): void => {
    const of = format.resumable ? ids : null;
    // A format may say one thing in several events; each is a place to go on from.
    const events = splitEvents(text);
    for (const [at, event] of events.entries()) {
      const isEnd = isLast && at === events.length - 1;
      log.append((number) =>
        of === null ? event : `id: ${writeEventId(of.id, { number, said, isLast: isEnd })}\n${event}`,
      );
    }
  };
  const take = async (event: StreamedEvent): Promise<void> => {
    if (event.type === 'start') {
      const { type: _, ...rest } = event;
      ids = rest;
      onStart(rest);
    }
    if (event.type === 'delta') said.text += event.text.length;
    if (event.type === 'citation') said.citations += 1;
    append(format.event(event));
    await orAborted(log.room(MOST_UNREAD), signal);
  };
  const fail = (error: unknown): void => {
    if (!opened && log.last === 0) {
      failure = { error };
      return;
    }
    const problem = toProblem(error, requestId);
    logProblem(logger, problem, requestId);
    append(format.failed(problem, requestId), true);
  };
  const { promise: firstEvent, resolve: noteFirst } = Promise.withResolvers<void>();
  const onEvent = async (event: StreamedEvent): Promise<void> => {
    noteFirst();
    await take(event);
  };
  // Begun in its own time, so that whoever is told of the start has the stream in hand.
  void orAborted(
    Promise.resolve().then(() => run({ signal, onEvent })),
    signal,
  )
    .then((response) => {
      onAnswer(response);
      append(format.event({ type: 'done', response }), true);
    })
    .catch(fail)
    .finally(() => {
      log.end();
      clearTimeout(grace);
      noteFirst();
      onEnd();
    });

  const stop = (reason: unknown) => stopping.abort(reason);

  function leave(who: object): void {
    if (reader !== who) return;
    reader = null;
    if (log.ended) return;
    const gone = new DOMException('The client closed the stream.', 'AbortError');
    // Who was never told its id cannot come back to it.
    if (graceMs === 0 || ids === null) stop(gone);
    else grace = setTimeout(stop, graceMs, gone);
  }

  return {
    get ids() {
      return ids;
    },
    get ended() {
      return log.ended;
    },
    get hasReader() {
      return reader !== null;
    },
    get size() {
      return log.size;
    },
    get last() {
      return log.last;
    },
    async begun(ms) {
      await within(ms, firstEvent);
      if (failure !== null) throw failure.error;
      opened = true;
    },
    open(after, connection) {
      if (after > log.last || log.after(after) === null) return null;
      clearTimeout(grace);
      const me = {};
      reader = me;
      replaced.resolve();
      replaced = Promise.withResolvers();
      const taken = replaced.promise;
      log.read(after);
      let position = after;
      let isFirst = true;
      const encoder = new TextEncoder();
      const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
      const end = () => {
        connection.removeEventListener('abort', end);
        leave(me);
        finish();
      };
      connection.addEventListener('abort', end, { once: true });
      if (connection.aborted) end();
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          for (;;) {
            // Another connection has taken over, or this one is gone.
            if (reader !== me) {
              end();
              return controller.close();
            }
            const text = log.after(position) ?? '';
            if (text !== '') {
              position = log.last;
              log.read(position);
              isFirst = false;
              return controller.enqueue(encoder.encode(text));
            }
            if (log.ended) {
              end();
              return controller.close();
            }
            // The first byte goes out at once, whatever the answer takes.
            if (isFirst || !(await within(heartbeatMs, Promise.race([log.changed(), taken])))) {
              isFirst = false;
              if (reader === me) return controller.enqueue(encoder.encode(heartbeat));
            }
          }
        },
        cancel: end,
      });
      return { body, finished };
    },
    stop,
  };
}

/** @returns whether it happened before the time was over. */
async function within(ms: number, happened: Promise<void>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  try {
    return await Promise.race([happened.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
