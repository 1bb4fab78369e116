import { readEvents } from './read-events.js';
import { texts } from './texts.js';

/** An error in words for the shopper; `reference` is the id to give to support, where there is one. */
export class ReadableError extends Error {
  constructor(message, reference = null) {
    super(message);
    this.reference = reference;
  }
}

/** The problem document (RFC 9457) of a failed request, in the shopper's language where its kind is known. */
function readable(problem) {
  const kind = String(problem?.type ?? '')
    .split(':')
    .pop();
  const reference =
    String(problem?.instance ?? '')
      .split(':')
      .pop() || null;
  return new ReadableError(texts.errors[kind] ?? problem?.detail ?? texts.errors.internal, reference);
}

async function request(path, options) {
  const response = await fetch(path, options).catch((error) => {
    if (error.name === 'AbortError') throw error;
    throw new ReadableError(texts.errors.offline);
  });
  if (!response.ok) throw readable(await response.json().catch(() => null));
  return response;
}

const post = (path, body, { accept = 'application/json', signal } = {}) =>
  request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
    signal,
  });

const getJson = async (path) => (await request(path, { headers: { accept: 'application/json' } })).json();

/** The events of an answer up to `done`; throws a ReadableError where it fails or breaks off. */
export async function* streamAnswer(question, signal) {
  const response = await post('answer', question, { accept: 'text/event-stream', signal });
  try {
    for await (const event of readEvents(response.body)) {
      if (event.name === 'error') throw readable(event.data);
      yield event;
      if (event.name === 'done') return;
    }
  } catch (error) {
    if (error instanceof ReadableError || error.name === 'AbortError') throw error;
  }
  throw new ReadableError(texts.errors['broken-off']);
}

export const listStores = () => getJson('stores');
export const sendFeedback = (feedback) => post('feedback', feedback);
export const sendHandoff = (handoff) => post('handoff', handoff);
export const getDocument = (id, store) =>
  getJson(`documents/${encodeURIComponent(id)}?store=${encodeURIComponent(store)}`);
