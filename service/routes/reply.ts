import type { Context } from 'hono';
import type { ConversedRequest } from '../answer-question.ts';
import type { AppEnv } from '../app-env.ts';
import { orAborted } from '../or-aborted.ts';
import { ProblemError } from '../problem.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { ServiceDeps, ServiceLimits } from '../service-deps.ts';
import { startAnswerStream } from '../streams/answer-stream.ts';
import type { EventPlace } from '../streams/event-id.ts';
import { replayAnswer } from '../streams/replay-answer.ts';
import { KEPT_MS, makeStreams, type Streams } from '../streams/streams.ts';
import { makeWorkQueue, type WorkQueue } from '../streams/work-queue.ts';
import { eventStreamHeaders, streamResponse } from '../wire/stream-answer.ts';
import type { WireFormat } from '../wire/wire-format.ts';
import type { ResolveStore } from './resolve-store.ts';

/** For an answer that another instance finishes at the end of its grace to reach the database. */
const SAVE_MS = 1_000;

/** Which stream to go on with: that of an answer, or the newest one of a conversation. */
export type StreamName = ({ answerId: string } | { conversationId: string }) & { store?: string | undefined };

/** Answers a question for any route: the one way from a checked request to the pipeline. */
export interface Reply {
  /** @throws what the pipeline throws, the store's problems, and a timeout. */
  whole: (c: Context<AppEnv>, request: ConversedRequest) => Promise<AnswerResponse>;
  /**
   * The same as server-sent events, written as the format says. The first byte goes out after `firstByteMs` at the latest.
   * @throws what fails before the first event and before that; a later failure is an event.
   */
  streamed: (c: Context<AppEnv>, request: ConversedRequest, format: WireFormat) => Promise<Response>;
  /**
   * Goes on with a stream whose connection was lost: its events after a place, in the format that it began in, which is known by its
   * headers, the same object. What another instance makes, or a former process has made, is told out of the database once it is
   * finished. A stream that has ended, with nothing left to send, is answered 204, which ends an EventSource.
   * @throws ProblemError `unknown-stream` when there is none, or it is another caller's, and the store's problems.
   */
  resumed: (c: Context<AppEnv>, name: StreamName, after: EventPlace, format: WireFormat) => Promise<Response>;
}

export function makeReply({
  answer,
  resolveStore,
  logger,
  limits,
  drain,
  findFinished,
  streams = makeStreams(),
  inTurn = makeWorkQueue(),
}: Pick<ServiceDeps, 'answer' | 'logger' | 'drain' | 'findFinished'> & {
  resolveStore: ResolveStore;
  limits: ServiceLimits;
  streams?: Streams;
  inTurn?: WorkQueue;
}): Reply {
  const prepare = async (c: Context<AppEnv>, body: ConversedRequest) => {
    const { access, caller } = c.var;
    const store = await resolveStore(body.store, caller);
    access.store = store;
    // Otherwise the question would wait for an answer that nobody is going to read.
    if (body.conversationId !== undefined) streams.stopUnread(store, body.conversationId);
    const deadline = AbortSignal.timeout(limits.answerTimeoutMs);
    return {
      request: { ...body, store },
      keyId: caller.keyId,
      signal: drain ? AbortSignal.any([deadline, drain.ending]) : deadline,
      note: (response: AnswerResponse) => {
        access.answerStatus = response.status;
        for (const tell of access.answered ?? []) tell(response);
      },
    };
  };
  return {
    whole: async (c, body) => {
      const { request, keyId, signal: ending, note } = await prepare(c, body);
      const signal = AbortSignal.any([c.req.raw.signal, ending]);
      const response = await orAborted(
        inTurn(() => answer(request, { signal, keyId }), signal),
        signal,
      );
      note(response);
      return response;
    },
    streamed: async (c, body, format) => {
      const { request, keyId, signal, note } = await prepare(c, body);
      const connection = c.req.raw.signal;
      const stream = startAnswerStream({
        run: (options) => inTurn(() => answer(request, { ...options, keyId }), options.signal),
        format,
        signal,
        heartbeatMs: limits.heartbeatMs,
        graceMs: format.resumable ? limits.resumeGraceMs : 0,
        requestId: c.var.requestId,
        logger,
        onStart: (ids) => {
          if (format.resumable) streams.add({ stream, ids, keyId, headers: format.headers });
        },
        onAnswer: note,
        onEnd: () => {
          if (stream.ids !== null) streams.noteEnd(stream.ids.id);
        },
      });
      await orAborted(stream.begun(limits.firstByteMs), connection).catch((error: unknown) => {
        stream.stop(error);
        throw error;
      });
      const opened = streamResponse(stream, 0, format, connection);
      if (opened === null) throw unknownStream();
      c.var.access.streamed = opened.finished;
      return opened.response;
    },
    resumed: async (c, { store: given, ...name }, after, format) => {
      const { access, caller } = c.var;
      const store = await resolveStore(given, caller);
      access.store = store;
      const { keyId } = caller;
      const connection = c.req.raw.signal;
      const { number } = after;
      const stream = number === null ? null : streams.find(name, { store, keyId, headers: format.headers });
      if (after.isLast || (stream?.ended && number === stream.last)) return c.body(null, 204);
      const opened = stream && number !== null && streamResponse(stream, number, format, connection);
      if (opened) {
        access.streamed = opened.finished;
        return opened.response;
      }
      const kept = await findFinished?.(
        { ...name, store, keyId },
        {
          keptMs: KEPT_MS,
          waitMs: limits.resumeGraceMs + SAVE_MS,
          signal: drain ? AbortSignal.any([connection, drain.ending]) : connection,
        },
      );
      const text = kept ? replayAnswer(kept, after, format) : null;
      if (text === null) throw unknownStream();
      return new Response(text, { headers: { ...eventStreamHeaders, ...format.headers } });
    },
  };
}

function unknownStream(): ProblemError {
  return new ProblemError('unknown-stream', {
    detail:
      'There is no such stream to go on with: it ended more than a minute ago, was stopped, or another instance has not finished it. GET /conversations/{id} has what was answered; otherwise ask again, without Last-Event-ID.',
  });
}
