import { followStream } from './follow-stream.js';
import { ReadableError, readProblem } from './readable-error.js';

const eventStream = 'text/event-stream';

/**
 * The service, as a chat uses it. Every call throws a ReadableError when it fails.
 * @param base address that the API's paths are relative to
 * @param key publishable key, or null for a service without keys
 */
export function makeApi({ base, key, texts }) {
  async function request(path, { headers, ...options } = {}) {
    const allHeaders = { accept: 'application/json', ...headers };
    if (key) allHeaders.authorization = `Bearer ${key}`;
    const response = await fetch(new URL(path, base), { ...options, headers: allHeaders }).catch((error) => {
      if (error.name === 'AbortError') throw error;
      throw new ReadableError('offline', texts.errors.offline);
    });
    if (!response.ok)
      throw readProblem(await response.json().catch(() => null), texts, response.headers.get('retry-after'));
    return response;
  }
  const post = (path, body, { headers, signal } = {}) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal,
    });
  const getJson = async (path) => (await request(path)).json();
  const inStore = (path, store) => (store ? `${path}?store=${encodeURIComponent(store)}` : path);
  const streamHeaders = (last) => ({ accept: eventStream, ...(last && { 'last-event-id': last }) });

  return {
    /** The events of an answer up to `done`. */
    streamAnswer: (question, signal) =>
      followStream((last) => post('answer', question, { headers: streamHeaders(last), signal }), {
        signal,
        texts,
      }),
    /** The events, from the first one, of an answer that another page has asked for. */
    resumeAnswer: (id, store, signal) => {
      const path = inStore(`answer/${encodeURIComponent(id)}/events`, store);
      return followStream((last) => request(path, { headers: streamHeaders(last), signal }), {
        signal,
        texts,
      });
    },
    listStores: () => getJson('stores'),
    sendFeedback: (feedback) => post('feedback', feedback),
    /** @param id the same for each try of one message */
    sendHandoff: async (handoff, id) =>
      (await post('handoff', handoff, { headers: { 'idempotency-key': id } })).json(),
    getDocument: (id, store) => getJson(inStore(`documents/${encodeURIComponent(id)}`, store)),
    getConversation: (id, store) => getJson(inStore(`conversations/${encodeURIComponent(id)}`, store)),
  };
}
