import { Duplex, pipeline, Readable } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

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

/** How a body is read. */
interface BodyOptions {
  /** The Content-Encoding header, null when there is none. */
  encoding: string | null;
  /** Limit of the body, as sent and as decompressed. */
  maxBytes: number;
  /** Told of each chunk's length as it was sent. */
  onReceived?: (bytes: number) => void;
}

/**
 * Streams a response body, decompressed. Chunks are counted as they come, so that neither an endless body nor a
 * decompression bomb takes more memory than a few chunks.
 *
 * @throws {BodyTooLarge} once more than `maxBytes` were sent or decompressed.
 * @throws {UnknownEncoding} for a coding other than gzip, deflate, br, zstd, identity.
 */
export async function* streamBody(
  body: Readable,
  { encoding, maxBytes, onReceived = () => {} }: BodyOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const source = limited(body, maxBytes, onReceived);
  const first = await source.next();
  // Servers name a coding for empty bodies too, which no decoder takes.
  if (first.done) return;
  let stream: Readable = Readable.from(prepend(first.value, source));
  for (const layer of decoders(encoding)) stream = pipeline(stream, layer, () => {});
  yield* limited(stream, maxBytes);
}

/** Reads a response body whole; otherwise like {@link streamBody}. */
export async function readBody(body: Readable, options: BodyOptions): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamBody(body, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield first;
  yield* rest;
}

async function* limited(
  stream: AsyncIterable<Buffer>,
  maxBytes: number,
  onReceived?: (bytes: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLarge(`more than ${maxBytes} bytes`);
    onReceived?.(chunk.length);
    yield chunk;
  }
}

/** Codings are listed in the order they were applied (RFC 9110, 8.4), so they are undone from the last. */
function decoders(encoding: string | null): Duplex[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_LAYERS) throw new UnknownEncoding(`${names.length} layers of compression`);
  return names.reverse().map(decoder);
}

function decoder(name: string): Duplex {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return Duplex.from(inflateEither);
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress();
    default:
      throw new UnknownEncoding(name.slice(0, 40));
  }
}

/** `deflate` is zlib's format (RFC 9110, 8.4.1.2); some servers send it without zlib's header, and browsers read both. */
async function* inflateEither(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const chunks = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  const inflate = hasZlibHeader(head) ? createInflate() : createInflateRaw();
  const rest = { [Symbol.asyncIterator]: () => chunks };
  yield* pipeline(Readable.from(prepend(head, rest)), inflate, () => {});
}

/** RFC 1950, 2.2: method 8, and a check that makes the two bytes a multiple of 31. */
function hasZlibHeader(head: Buffer): boolean {
  const [first = 0, second = 0] = head;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
