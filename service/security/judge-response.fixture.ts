import { z } from '@hono/zod-openapi';
import { problemSchema } from '../problem.ts';

/** A response as it was received. */
export interface Received {
  status: number;
  contentType: string;
  text: string;
}

const openAiErrorSchema = z.strictObject({
  error: z.strictObject({
    message: z.string().min(1),
    type: z.string(),
    code: z.string().nullable(),
    param: z.string().nullable(),
  }),
});

/** JSON-RPC 2.0, 5.1. */
const rpcErrorSchema = z.looseObject({
  jsonrpc: z.literal('2.0'),
  error: z.looseObject({ code: z.int(), message: z.string() }),
});

/** Stacks, places in the code, SQL, names of what stands behind the service. */
const LEAKS = [
  /\n\s+at /,
  /\\n\s+at /,
  /node:internal|node_modules|file:\/\/\//,
  /\/(service|sql|ingest)\/[\w./-]+\.(ts|js)/,
  /\.ts:\d+/,
  /\b(TypeError|RangeError|SyntaxError|ReferenceError|ZodError|DatabaseError)\b/,
  /\bSELECT\b[\s\S]*\bFROM\b|\bINSERT INTO\b|\bsyntax error at or near\b/i,
  /\bECONN\w+|\bpg_\w+|postgres:\/\//,
  /is not a function|Cannot read propert|of undefined/,
];

/**
 * What is wrong with a response, or null: a failure of the service, an error in another shape than clients of the path read, or
 * words that were meant for the log. Pure.
 * @param path without its query
 */
export function judgeResponse(path: string, { status, contentType, text }: Received): string | null {
  if (status >= 500) return `a ${status}`;
  const isFile = /^text\/(html|css|javascript)|^image\//.test(contentType);
  const leak = isFile ? undefined : LEAKS.find((pattern) => pattern.test(text));
  if (leak !== undefined) return `${leak} in the body`;
  if (status < 400) return null;
  // The answer to HEAD has no body; the page that says it needs a key is a page.
  if (text === '') return null;
  if (status === 403 && path === '/' && isFile) return null;
  const value = parse(text);
  if (/^\/v1(\/|$)/.test(path))
    return openAiErrorSchema.safeParse(value).success ? null : "no error of OpenAI's shape";
  if (path === '/mcp' && rpcErrorSchema.safeParse(value).success) return null;
  if (!contentType.startsWith('application/problem+json')) return `an error as ${contentType}`;
  const problem = problemSchema.safeParse(value);
  if (!problem.success) return 'no problem document';
  return problem.data.status === status ? null : `a problem of another status, ${problem.data.status}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
