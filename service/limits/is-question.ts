const ASKING = new Set(['/answer', '/chat', '/v1/chat/completions', '/mcp']);
/** A stream that is taken up again: it is open as long as an answer is, but asks for none. */
const RESUMING = /^\/(answer\/[^/]+\/events|chat\/[^/]+\/stream)$/;

/** Whether a request asks for an answer, which costs more than any other. Pure. */
export function isQuestion(method: string, path: string): boolean {
  return method === 'POST' && ASKING.has(path);
}

/** Whether a request may be open as long as an answer takes. Pure. */
export function isLong(method: string, path: string): boolean {
  return isQuestion(method, path) || (method === 'GET' && RESUMING.test(path));
}
