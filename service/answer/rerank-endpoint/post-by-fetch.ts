import type { PostJson, PostOptions } from './post-json.ts';

/**
 * Makes what posts JSON to one URL through a given `fetch`, such as one that records. Redirects are not followed.
 * @throws from the returned function what `fetch` throws, and RangeError for a longer body than `maxBytes`.
 */
export function makePostByFetch(
  { url, apiKey, maxBytes }: PostOptions,
  send: typeof fetch,
): PostJson & { close(): Promise<void> } {
  const post: PostJson = async (body, { timeoutMs, signal }) => {
    const answer = await send(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const { status, ok } = answer;
    const retryAfter = answer.headers.get('retry-after');
    if (!ok) {
      await answer.body?.cancel();
      return { status, retryAfter, body: '' };
    }
    return { status, retryAfter, body: await readText(answer, maxBytes) };
  };
  return Object.assign(post, { close: async () => {} });
}

async function readText(answer: Response, maxBytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body ?? []) {
    length += piece.byteLength;
    if (length > maxBytes)
      throw new RangeError(
        `expected scores of at most ${maxBytes} bytes, found more from the rerank endpoint`,
      );
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
