import type { Readable } from 'node:stream';
import { FetchProblem } from './fetch-problem.ts';
import { ACCEPT_ENCODING, BodyTooLarge, readBody, streamBody, UnknownEncoding } from './read-body.ts';

/** Takes a body as it comes, decompressed. */
export type BodyConsumer = (body: AsyncIterable<Buffer>) => Promise<void>;

interface Head {
  method: string;
  url: URL;
  status: number;
  headers: Record<string, string>;
}

/** What a consumer has thrown, which is no failure of the fetch. */
export class ConsumerFailure extends Error {
  override readonly name = 'ConsumerFailure';
}

/**
 * Receives the body of an answer within its limit, into memory or into what consumes it.
 * @returns empty for answers without a body, and where `consume` is given.
 * @throws {FetchProblem} for a body that is too large or of an unknown coding; {ConsumerFailure}; what the stream throws.
 */
export async function receiveBody(
  body: Readable,
  { method, url, status, headers }: Head,
  {
    maxBytes,
    consume,
    onReceived,
  }: { maxBytes: number; consume: BodyConsumer | null; onReceived: (bytes: number) => void },
): Promise<Buffer> {
  const tooLarge = (found: string, cause?: unknown) => {
    const message = `expected at most ${maxBytes} bytes, found ${found}. It is left out.`;
    return new FetchProblem('too-large', method, url, message, cause);
  };
  const options = { encoding: headers['content-encoding'] ?? null, maxBytes, onReceived };
  try {
    if (method === 'HEAD' || status === 304 || status === 204) {
      await (body as Readable & { dump(): Promise<void> }).dump();
      return Buffer.alloc(0);
    }
    if (consume !== null && (status < 200 || status > 299)) {
      discard(body);
      return Buffer.alloc(0);
    }
    const announced = Number(headers['content-length']);
    if (announced > maxBytes) throw tooLarge(`${announced}`);
    if (consume === null) return await readBody(body, options);
    await feed(consume, streamBody(body, options));
    return Buffer.alloc(0);
  } catch (error) {
    discard(body);
    if (error instanceof BodyTooLarge) throw tooLarge('more', error);
    if (error instanceof UnknownEncoding) {
      const found = `expected ${ACCEPT_ENCODING}, found Content-Encoding ${error.message}. Check the server.`;
      throw new FetchProblem('bad-encoding', method, url, found, error);
    }
    throw error;
  }
}

/** Tells what the stream throws from what its consumer does. */
async function feed(consume: BodyConsumer, chunks: AsyncIterable<Buffer>): Promise<void> {
  let broken: { error: unknown } | null = null;
  async function* watched(): AsyncGenerator<Buffer, void, undefined> {
    try {
      yield* chunks;
    } catch (error) {
      broken = { error };
      throw error;
    }
  }
  try {
    await consume(watched());
  } catch (cause) {
    const failure = broken as { error: unknown } | null;
    if (failure !== null) throw failure.error;
    throw new ConsumerFailure(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Frees the connection at once; what the torn stream then reports concerns nobody. */
export function discard(body: Readable): void {
  body.on('error', () => {});
  body.destroy();
}
