import iconv from 'iconv-lite';
import { looksUtf16 } from './file-type.ts';

/** The encoding that a byte order mark names; null without one. */
export function encodingOfMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The charset that an HTML page names in a `meta` element, or an XML one in its declaration, in the first 1,024 bytes (HTML 13.2.3.2). */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  return xml ?? /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

/**
 * Decodes a whole text. A byte order mark wins, then UTF-16 told from its zero bytes, then valid UTF-8, then the
 * declared charset where it is known, then Windows-1252 (what pages that say Latin-1 hold, WHATWG Encoding 4.2).
 * Valid UTF-8 comes before a declaration because templates often declare what their files are not.
 * @param declared a charset's label, such as from a `meta` element or a Content-Type.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return iconv.decode(bytes, marked);
  const utf16 = looksUtf16(bytes);
  if (utf16 !== null) return iconv.decode(bytes, `utf-16${utf16}`);
  // ISO-2022-JP is all ASCII bytes, so it would pass as UTF-8.
  if (declared !== null && /^iso-2022/i.test(declared) && iconv.encodingExists(declared))
    return iconv.decode(bytes, declared);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, singleByteOr(declared));
  }
}

/** The encoding to use once UTF-8 is ruled out. */
export function singleByteOr(declared: string | null): string {
  if (declared === null || !iconv.encodingExists(declared)) return 'windows-1252';
  if (/^(?:utf-?(?:8|16)|us-ascii|ascii|(?:iso-?8859-?1|latin-?1))$/i.test(declared)) return 'windows-1252';
  return declared;
}
