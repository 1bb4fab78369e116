import type { AnswerStream } from '../streams/answer-stream.ts';
import type { WireFormat } from './wire-format.ts';

/** Of every event stream. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform keeps proxies from compressing, which would hold events back; the last one is nginx's switch.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * A response that sends a stream's events after a number, then those to come.
 * @param connection aborted when the client is gone
 * @returns with a promise that settles, never rejecting, when the body has ended for whatever reason; null when the
 * events are no longer kept.
 */
export function streamResponse(
  stream: AnswerStream,
  after: number,
  format: Pick<WireFormat, 'headers'>,
  connection: AbortSignal,
): { response: Response; finished: Promise<void> } | null {
  const opened = stream.open(after, connection);
  if (opened === null) return null;
  const { body, finished } = opened;
  return {
    response: new Response(body, { headers: { ...eventStreamHeaders, ...format.headers } }),
    finished,
  };
}
