import { createHash } from 'node:crypto';

export type CallKind = 'chat' | 'embeddings' | 'rerank' | 'other';

/** What makes a call of a model the call that it is: no header, no key, no host. */
export interface ModelCall {
  method: string;
  /** Without what differs between servers of one protocol: everything up to and with its version, such as `/v1`. */
  path: string;
  /** JSON; a string where it is none, null where there is none. */
  body: unknown;
}

/** A call with what is told from it. */
export interface HashedCall extends ModelCall {
  /** SHA-256 of the canonical parameters, 64 hexadecimal digits. */
  hash: string;
  kind: CallKind;
  model: string | null;
}

/** Reads what `fetch` is called with. @throws TypeError for a body that is not text. */
export async function readCall(input: string | URL | Request, init: RequestInit = {}): Promise<HashedCall> {
  const request = input instanceof Request ? input : null;
  const url = new URL(request?.url ?? String(input));
  const text = await bodyText(init.body ?? (await request?.clone().text()));
  return hashCall({
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    path: pathOf(url),
    body: parseBody(text),
  });
}

/** Pure. */
export function hashCall({ method, path, body }: ModelCall): HashedCall {
  const hash = createHash('sha256')
    .update(`${method} ${path}\n${canonicalJson(body)}`)
    .digest('hex');
  const model = typeof body === 'object' && body !== null && 'model' in body ? body.model : null;
  return { method, path, body, hash, kind: kindOf(path), model: typeof model === 'string' ? model : null };
}

/** JSON with the keys of every object in the order of their code units, so that equal values are equal texts. Pure. */
export function canonicalJson(value: unknown): string {
  const sorted = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted) ?? 'null';
}

/** The query is left out: some servers take a key there. */
function pathOf({ pathname }: URL): string {
  const afterVersion = /^.*\/v\d+[a-z]*\d*(\/.+)$/u.exec(pathname)?.[1] ?? pathname;
  return afterVersion.replace(/(?<=.)\/+$/u, '');
}

function kindOf(path: string): CallKind {
  if (/\/(?:chat\/completions|responses|chat)$/u.test(path)) return 'chat';
  if (/\/(?:embeddings|embed)$/u.test(path)) return 'embeddings';
  return path.endsWith('/rerank') ? 'rerank' : 'other';
}

async function bodyText(body: RequestInit['body'] | undefined): Promise<string> {
  if (body === null || body === undefined) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array || body instanceof ArrayBuffer) return new TextDecoder().decode(body);
  throw new TypeError('expected a model to be asked with text, found a body of another kind');
}

function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
