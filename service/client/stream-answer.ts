import type { AnswerRequest } from '../schemas/answer-request.ts';
import type { StreamedEvent } from '../wire/wire-format.ts';
import { AisleProblem, problemOf } from './aisle-problem.ts';
import { readEvents } from './read-events.ts';
import type { Send } from './send.ts';

/** Connections that are lost one after the other before it gives up. */
const MOST_LOST = 4;
const PAUSE_MS = 250;

/**
 * The events of an answer, whatever happens to the connection: what was lost is asked for again, after the last event that has
 * arrived. Events that this client does not know are left aside.
 * @throws AisleProblem from the iteration; what `fetch` throws where the service cannot be reached at all.
 */
export async function* streamAnswer(
  send: Send,
  request: AnswerRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<StreamedEvent> {
  let lastId: string | null = null;
  for (let lost = 0; ; lost++) {
    const headers = { accept: 'text/event-stream', ...(lastId !== null && { 'last-event-id': lastId }) };
    try {
      const response = await send('POST', '/answer', { body: request, headers, signal });
      if (response.status === 204) return;
      if (!response.ok || response.body === null) throw await problemOf(response);
      for await (const { name, data, id } of readEvents(response.body)) {
        // It may be lost again later; what counts is whether it comes on.
        if (id !== lastId) lost = 0;
        lastId = id;
        const event = toEvent(name, data);
        if (event !== null) yield event;
        if (event?.type === 'done') return;
      }
      if (lastId === null) throw new Error('the stream has ended before the answer has');
    } catch (error) {
      if (error instanceof AisleProblem || signal?.aborted || lastId === null || lost >= MOST_LOST)
        throw error;
    }
    if (lost >= MOST_LOST) throw new Error('the stream was lost again and again');
    await pause(PAUSE_MS * (lost + 1));
    signal?.throwIfAborted();
  }
}

function toEvent(name: string, text: string): StreamedEvent | null {
  const data = JSON.parse(text);
  switch (name) {
    case 'start':
    case 'delta':
      return { type: name, ...data };
    case 'citation':
      return { type: name, citation: data };
    case 'products':
      return { type: name, products: data };
    case 'done':
      return { type: name, response: data };
    case 'error':
      throw new AisleProblem(data);
    default:
      return null;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
