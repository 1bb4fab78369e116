/**
 * What a request asks for that costs more than any other: an answer, or a search as answers are made from, which takes all but
 * the chat model; null: neither.
 */
export type Asks = 'answer' | 'search' | null;

const ANSWERING = new Set(['/answer', '/chat', '/v1/chat/completions']);
/** Tools of MCP; what is none of these reads a row or two, or nothing. */
const TOOLS = new Map<unknown, Asks>([
  ['answer', 'answer'],
  ['search_policies', 'search'],
  ['search_catalog', 'search'],
]);
/** A stream that is taken up again: it is open as long as an answer is, but asks for none. */
const RESUMING = /^\/(answer\/[^/]+\/events|chat\/[^/]+\/stream)$/;

/** Pure. */
export function asksFor(method: string, path: string): Asks {
  return method === 'POST' && ANSWERING.has(path) ? 'answer' : null;
}

/** Whether only its message tells what a request asks for. Pure. */
export function asksByMessage(method: string, path: string): boolean {
  return method === 'POST' && path === '/mcp';
}

/** What a message of MCP asks for. @param message as it came, of any form. Pure. */
export function asksInMessage(message: unknown): Asks {
  const { method, params } = fieldsOf(message);
  return method === 'tools/call' ? (TOOLS.get(fieldsOf(params).name) ?? null) : null;
}

/** Whether a request may be open as long as an answer takes. Pure. */
export function isLong(asks: Asks, method: string, path: string): boolean {
  return asks !== null || (method === 'GET' && RESUMING.test(path));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
