import type { AnswerEvent } from '../answer-question.ts';
import type { ProblemError } from '../problem.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';

/** What a stream tells of an answer: its events, then the response. */
export type StreamedEvent = AnswerEvent | { type: 'done'; response: AnswerResponse };

/** How an answer is written as server-sent events while it is made. One serves one stream, and may count. */
export interface WireFormat {
  /** Beside the headers of every event stream. */
  headers?: Readonly<Record<string, string>>;
  /**
   * Whether a client that lost the connection can go on with the stream. Its events then have an `id:`, and the work goes on
   * for a short while without a reader.
   */
  resumable?: boolean;
  /** Whole server-sent events; '' where the format has no word for what happened. */
  event: (event: StreamedEvent) => string;
  /** The end of a stream that failed after its first event. */
  failed: (problem: ProblemError, requestId: string) => string;
}
