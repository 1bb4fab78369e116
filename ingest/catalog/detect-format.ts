import { CatalogError } from './catalog-error.ts';

/** The formats that a catalog is read from. */
export type CatalogFormat = 'csv' | 'tsv' | 'json' | 'jsonl' | 'xml';

const ENDINGS = new Map<string, CatalogFormat>([
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['xml', 'xml'],
  ['rss', 'xml'],
  ['atom', 'xml'],
]);

const MEDIA_TYPES: [RegExp, CatalogFormat][] = [
  [/^text\/csv\b|^application\/csv\b/, 'csv'],
  [/^text\/tab-separated-values\b/, 'tsv'],
  [/^application\/(?:x-)?(?:ndjson|jsonl|json-?lines)\b|^application\/json-seq\b/, 'jsonl'],
  [/^application\/(?:[\w.-]+\+)?json\b|^text\/json\b/, 'json'],
  [/^(?:application|text)\/(?:[\w.-]+\+)?xml\b/, 'xml'],
];

const WORDS: Record<CatalogFormat, string> = {
  csv: 'comma-separated values (CSV)',
  tsv: 'tab-separated values (TSV)',
  json: 'JSON',
  jsonl: 'one JSON object a line (JSONL)',
  xml: 'an XML feed',
};

/** The format that a file's or URL's name states; null when it states none. */
export function formatOfName(name: string): CatalogFormat | null {
  const ending = /\.([a-z]+)(?:\.gz)?(?:[?#].*)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return ENDINGS.get(ending) ?? null;
}

/**
 * Decides a catalog's format. What the bytes are is checked against what the name states, or else the Content-Type;
 * a general type (`text/plain`, `application/octet-stream`) states nothing.
 * @param name file name or URL.
 * @param head the first bytes, a few KiB.
 * @throws CatalogError when the content is no catalog, is not what its name says, or cannot be told.
 */
export function detectFormat({
  name,
  contentType,
  head,
}: {
  name: string;
  contentType?: string | null;
  head: Uint8Array;
}): CatalogFormat {
  const media = contentType?.trim().toLowerCase() ?? '';
  const stated = formatOfName(name) ?? MEDIA_TYPES.find(([pattern]) => pattern.test(media))?.[1] ?? null;
  const expected =
    stated === null
      ? 'a catalog (CSV, TSV, JSON, JSONL or XML)'
      : `${WORDS[stated]}, as its ${formatOfName(name) === null ? 'type' : 'name'} says`;
  const text = headText(head);
  const fail = (found: string) =>
    new CatalogError(
      `${name}: expected ${expected}, found ${found}. Check the address, or export the catalog again.`,
    );
  if (head.length === 0 || text.trim() === '') throw fail(head.length === 0 ? 'nothing' : 'only white space');
  const found = contentKind(head, text);
  if (found === 'html') throw fail('a web page (perhaps a login or error page)');
  if (found === 'zip') throw fail('a ZIP archive or an Excel workbook (save it as CSV)');
  if (found === 'gzip') throw fail('gzip-compressed data (unpack it first)');
  if (found === 'binary') throw fail('binary data');
  if (stated === null) {
    if (found !== 'rows') return found;
    if (/[,;\t|]/.test(text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '')) return 'csv';
    throw fail('text that is none of them');
  }
  // An array named .jsonl is still readable, as what it is.
  if (compatible(stated, found))
    return found === 'jsonl'
      ? 'jsonl'
      : text.trimStart().startsWith('[') && found === 'json'
        ? 'json'
        : stated;
  throw fail(found === 'rows' ? 'other text' : WORDS[found]);
}

type ContentKind = 'html' | 'zip' | 'gzip' | 'binary' | 'rows' | 'json' | 'jsonl' | 'xml';

function contentKind(head: Uint8Array, text: string): ContentKind {
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) return 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (text.includes('\0')) return 'binary';
  const start = text.trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(start))
    return 'html';
  if (/^<(?:\?xml|!--|!doctype|[a-z])/i.test(start)) return 'xml';
  if (/^\[\s*(?:[[{\]"]|$)/.test(start)) return 'json';
  if (/^\{\s*(?:["}]|$)/.test(start)) return isJsonLines(start) ? 'jsonl' : 'json';
  return 'rows';
}

/** Whether the first line is an object by itself and another follows. */
function isJsonLines(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (!second.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

function compatible(stated: CatalogFormat, found: ContentKind): boolean {
  if (stated === 'csv' || stated === 'tsv') return found === 'rows';
  if (stated === 'xml') return found === 'xml';
  // A single object may be either: JSON with a list inside, or JSONL of one line.
  return found === 'json' || found === 'jsonl';
}

function headText(head: Uint8Array): string {
  const buffer = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 65_536));
  if (buffer[0] === 0xff && buffer[1] === 0xfe)
    return buffer.subarray(2, buffer.length & ~1).toString('utf16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff)
    return Buffer.from(buffer.subarray(2, buffer.length & ~1))
      .swap16()
      .toString('utf16le');
  const zeros = buffer.subarray(0, 1024).filter((byte) => byte === 0).length;
  if (zeros > Math.min(buffer.length, 1024) * 0.3 && buffer[1] === 0)
    return buffer.subarray(0, buffer.length & ~1).toString('utf16le');
  return buffer.toString('utf8').replace(/^\uFEFF/, '');
}
