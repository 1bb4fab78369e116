import { postJson } from '../latency.ts';

/**
 * A request for `measureLatency` that asks for an event stream and ends with its first bytes, as a frontend that shows
 * something would see them.
 *
 * @param body makes the body of the request with that number.
 */
export function makeFirstByte(
  url: string | URL,
  body: (index: number) => unknown,
  fetch = globalThis.fetch,
): (index: number) => Promise<void> {
  return async (index) => {
    const response = await postJson(url, body(index), 'text/event-stream', fetch);
    const type = response.headers.get('content-type') ?? 'nothing';
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    await reader?.cancel();
    if (!response.ok || !type.startsWith('text/event-stream') || value === undefined) {
      throw new Error(`POST ${url}: expected an event stream, got ${response.status} ${type}`);
    }
  };
}
