import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip, gunzipSync, constants as zlib } from 'node:zlib';
import { CatalogError } from '../catalog/catalog-error.ts';
import { type CatalogFormat, detectFormat } from '../catalog/detect-format.ts';

const HEAD_BYTES = 64 * 1024;
/** Of a feed, as it is sent and as it is unpacked; some two million products. */
export const MAX_FEED_BYTES = 2 * 1024 ** 3;

/** A catalog that lies on disk, compressed by gzip or not. */
export interface FeedFile {
  format: CatalogFormat;
  /** Its bytes, unpacked. @throws CatalogError when they do not unpack, or not within the limit. */
  stream(): AsyncIterable<Buffer>;
}

/**
 * Opens a catalog.
 * @param options.name its file name or URL, for its format and for errors.
 * @throws CatalogError when it is no catalog.
 */
export async function openFeedFile(
  path: string,
  {
    name,
    contentType = null,
    maxBytes = MAX_FEED_BYTES,
  }: { name: string; contentType?: string | null; maxBytes?: number },
): Promise<FeedFile> {
  const head = await readRawHead(path);
  if (isZip(head)) throw new CatalogError(`${name}: expected a catalog, found ${zipWords(head)}`);
  const gzip = isGzip(head);
  const format = detectFormat({
    name: name.replace(/\.gz(?=$|[?#])/i, ''),
    contentType,
    head: gzip ? unpackHead(head) : head,
  });
  return { format, stream: () => (gzip ? unpack(path, maxBytes) : createReadStream(path)) };
}

/** The first bytes of a file; unpacked, where it is compressed by gzip. */
export async function readHead(path: string): Promise<Buffer> {
  const head = await readRawHead(path);
  return isGzip(head) ? unpackHead(head) : head;
}

/** SHA-256 of a file's bytes, in hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

async function readRawHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** RFC 1952, 2.3.1: the mark and the one method there is. */
function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

function isZip(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32BE(0) === 0x504b0304;
}

function zipWords(head: Buffer): string {
  return head.includes('xl/') || head.includes('[Content_Types].xml')
    ? 'an Excel workbook. Save it as CSV.'
    : 'a ZIP archive. Unpack it and give the file in it, or compress it by gzip (.gz), which is read as it is.';
}

/** As much as the first bytes unpack to, which is less than all; the packed bytes where they do not. */
function unpackHead(head: Buffer): Buffer {
  try {
    return gunzipSync(head, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: 1032 * HEAD_BYTES }).subarray(
      0,
      HEAD_BYTES,
    );
  } catch {
    return head;
  }
}

async function* unpack(path: string, maxBytes: number): AsyncGenerator<Buffer, void, undefined> {
  let size = 0;
  try {
    for await (const chunk of pipeline(createReadStream(path), createGunzip(), () => {})) {
      size += (chunk as Buffer).length;
      if (size > maxBytes)
        throw new CatalogError(
          `expected a catalog of at most ${maxBytes} bytes when unpacked, found more. Split it.`,
        );
      yield chunk as Buffer;
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_'))) throw cause;
    throw new CatalogError(
      `expected gzip-compressed data, found a damaged or incomplete one (${cause.message}). Export or upload it again.`,
      { cause },
    );
  }
}
