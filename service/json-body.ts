import type { Context, MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

const jsonType = /^application\/([a-z.-]+\+)?json(;\s*[a-z0-9-]+=[^;]+)*$/i;

/** Levels of lists and objects within each other; what requests need is five. */
const MAX_DEPTH = 32;

/**
 * Reads a JSON body before the schemas see it, so that what is no JSON, too large or of another type is told apart.
 * What it has read stays cached on the request.
 * @param maxBytes largest body, in bytes
 */
export function jsonBody({ maxBytes }: { maxBytes: number }): MiddlewareHandler {
  return async (c, next) => {
    await readJsonBody(c, maxBytes);
    await next();
  };
}

/**
 * Reads a request's body as JSON, once however often it is called: later calls give, or throw, the same.
 * @param maxBytes of the first call counts
 * @returns its text, which is JSON
 * @throws ProblemError for what is not
 */
export function readJsonBody(c: Context, maxBytes: number): Promise<string> {
  // Hono keeps promises here, though it types them as what they resolve to.
  const cache: { text?: unknown } = c.req.bodyCache;
  cache.text ??= readJsonText(c, maxBytes);
  return cache.text as Promise<string>;
}

async function readJsonText(c: Context, maxBytes: number): Promise<string> {
  const contentType = c.req.header('content-type');
  if (contentType === undefined || !jsonType.test(contentType)) {
    throw new ProblemError('unsupported-media-type', {
      detail: `Expected "Content-Type: application/json", got ${contentType ? JSON.stringify(contentType.slice(0, 100)) : 'none'}.`,
      headers: { 'accept-post': 'application/json' },
    });
  }
  const bytes = await readBounded(c.req.raw, maxBytes);
  if (bytes === null) {
    const detail = `Expected at most ${maxBytes} bytes, got more. Send the question alone, not a document.`;
    throw new ProblemError('body-too-large', { detail });
  }
  const text = decodeUtf8(bytes);
  if (text === null) throw malformed('bytes that are not UTF-8');
  if (depthOf(text) > MAX_DEPTH) {
    const detail = `Expected JSON at most ${MAX_DEPTH} levels deep, got more.`;
    const errors = [{ path: 'body', expected: `at most ${MAX_DEPTH} levels`, got: 'more' }];
    throw new ProblemError('invalid-request', { detail, errors });
  }
  const problem = jsonProblem(text);
  if (problem !== null) throw malformed(problem);
  return text;
}

function malformed(got: string): ProblemError {
  return new ProblemError('malformed-json', {
    detail: `Expected a JSON object such as {"question": "…"}, got ${got}.`,
    errors: [{ path: 'body', expected: 'JSON in UTF-8', got }],
  });
}

async function readBounded(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How many lists and objects are open at once at most, told without parsing. Pure. */
export function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charCodeAt(at);
    if (inString) {
      if (char === BACKSLASH) at += 1;
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) inString = true;
    else if (char === OPEN_LIST || char === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (char === CLOSE_LIST || char === CLOSE_OBJECT) depth -= 1;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Array.from('"\\[]{}', (char) =>
  char.charCodeAt(0),
);

/** What is wrong with a text as JSON, or null. V8's own message is not used, for it repeats the text. */
function jsonProblem(text: string): string | null {
  if (text.trim() === '') return 'an empty body';
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    return at === undefined ? 'text that is not JSON' : `text that is not JSON from character ${at} on`;
  }
}
