import { postJson } from '../latency.ts';

/**
 * A request for `measureLatency` that asks for an event stream and reads it to its end, which must be a `done`.
 *
 * @param body makes the body of the request with that number.
 * @param onFirstByte is told the milliseconds until something arrived.
 */
export function makeWholeStream(
  url: string | URL,
  body: (index: number) => unknown,
  onFirstByte: (milliseconds: number) => void,
  fetch = globalThis.fetch,
): (index: number) => Promise<void> {
  return async (index) => {
    const started = performance.now();
    const response = await postJson(url, body(index), 'text/event-stream', fetch);
    if (!response.ok) throw new Error(`POST ${url}: ${response.status}`);
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      if (text === '') onFirstByte(performance.now() - started);
      text += chunk;
    }
    const last = /event: (\w+)\n[^\n]*\n\n$/.exec(text)?.[1] ?? 'nothing';
    if (last !== 'done') throw new Error(`POST ${url}: expected a stream that ends with done, got ${last}`);
  };
}
