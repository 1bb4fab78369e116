import iconv from 'iconv-lite';
import { declaredCharset, encodingOfMark, singleByteOr } from '../files/decode-text.ts';
import { looksUtf16 } from '../files/file-type.ts';

/** How much is looked at before the encoding is chosen; a header and a few rows. */
const SNIFF_BYTES = 4096;

/**
 * Decodes a catalog as it streams in: by byte order mark, zero bytes (UTF-16), UTF-8, or, from the first byte that
 * is not UTF-8, the declared charset or Windows-1252. Up to that byte everything was ASCII, the same in all three.
 * Chunks that are text already pass as they are; a byte order mark never does.
 */
export async function* decodeChunks(input: AsyncIterable<Uint8Array | string>): AsyncIterable<string> {
  let decode: ((bytes: Buffer, end: boolean) => string) | null = null;
  let head: Buffer = Buffer.alloc(0);
  let first = true;
  const clean = (text: string): string => {
    if (!first || text === '') return text;
    first = false;
    return text.replace(/^\uFEFF/, '');
  };
  for await (const chunk of input) {
    if (typeof chunk === 'string') {
      yield clean(chunk);
      continue;
    }
    if (decode === null) {
      head = Buffer.concat([head, chunk]);
      if (head.length < SNIFF_BYTES) continue;
      decode = makeDecoder(head);
      yield clean(decode(head, false));
    } else yield decode(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength), false);
  }
  if (decode === null && head.length > 0) yield clean(makeDecoder(head)(head, true));
  else if (decode !== null) yield decode(Buffer.alloc(0), true);
}

function makeDecoder(head: Buffer): (bytes: Buffer, end: boolean) => string {
  const utf16 = looksUtf16(head);
  const encoding = encodingOfMark(head) ?? (utf16 === null ? null : `utf-16${utf16}`);
  if (encoding !== null) return fixedDecoder(encoding);
  return utf8UntilProvenWrong(singleByteOr(declaredCharset(head)));
}

function fixedDecoder(encoding: string): (bytes: Buffer, end: boolean) => string {
  const decoder = iconv.getDecoder(encoding);
  return (bytes, end) => decoder.write(bytes) + (end ? (decoder.end() ?? '') : '');
}

function utf8UntilProvenWrong(other: string): (bytes: Buffer, end: boolean) => string {
  let fallback: ((bytes: Buffer, end: boolean) => string) | null = null;
  let onlyAscii = true;
  let rest: Buffer = Buffer.alloc(0);
  return (bytes, end) => {
    if (fallback !== null) return fallback(bytes, end);
    const joined = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const cut = end ? joined.length : joined.length - incompleteTail(joined);
    const whole = joined.subarray(0, cut);
    rest = Buffer.from(joined.subarray(cut));
    const text = whole.toString('utf8');
    if (onlyAscii && mostlyInvalid(text)) {
      fallback = fixedDecoder(other);
      return fallback(joined, end);
    }
    onlyAscii &&= !/[^\p{ASCII}]/u.test(text);
    return text;
  };
}

/** Whether replacement characters are at least as many as true characters beyond ASCII. */
function mostlyInvalid(text: string): boolean {
  const beyondAscii = text.match(/[^\p{ASCII}]/gu) ?? [];
  const invalid = beyondAscii.filter((character) => character === '\uFFFD').length;
  return invalid > 0 && invalid * 2 >= beyondAscii.length;
}

/** How many bytes at the end begin a UTF-8 sequence that the next chunk will finish (RFC 3629, section 3). */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
