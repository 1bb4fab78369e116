import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

/** The body went over its limit, counted both as sent and as decompressed. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** Content-Encoding names a coding that nobody asked for. */
export class UnknownEncoding extends Error {
  override readonly name = 'UnknownEncoding';
}

/** The codings that {@link readBody} undoes, as an Accept-Encoding value. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/** More layers than this serve only to multiply a bomb. */
const MAX_LAYERS = 2;

/**
 * Reads a response body whole, decompressed. Chunks are counted as they come, so that neither an endless body nor a
 * decompression bomb takes more memory than `maxBytes` and one chunk.
 *
 * @param encoding the Content-Encoding header, null when there is none.
 * @throws {BodyTooLarge} once more than `maxBytes` were sent or decompressed.
 * @throws {UnknownEncoding} for a coding other than gzip, deflate, br, zstd, identity.
 */
export async function readBody(body: Readable, encoding: string | null, maxBytes: number): Promise<Buffer> {
  const source = limited(body, maxBytes);
  const first = await source.next();
  // Servers name a coding for empty bodies too, which no decoder takes.
  if (first.done) return Buffer.alloc(0);
  let stream: Readable = Readable.from(prepend(first.value, source));
  for (const layer of decoders(encoding)) stream = pipeline(stream, layer, () => {});
  const chunks: Buffer[] = [];
  for await (const chunk of limited(stream, maxBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* limited(stream: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLarge(`more than ${maxBytes} bytes`);
    yield chunk;
  }
}

/** Codings are listed in the order they were applied (RFC 9110, 8.4), so they are undone from the last. */
function decoders(encoding: string | null): Transform[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_LAYERS) throw new UnknownEncoding(`${names.length} layers of compression`);
  return names.reverse().map(decoder);
}

function decoder(name: string): Transform {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    default:
      throw new UnknownEncoding(name.slice(0, 40));
  }
}
