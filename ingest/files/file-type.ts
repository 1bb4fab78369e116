import { extname } from 'node:path';
import { SourceFileError } from './source-file-error.ts';

/** The kinds of file that a document can be read from. */
export type FileType = 'html' | 'markdown' | 'text' | 'pdf' | 'docx';

const TYPES = new Map<string, FileType>([
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.txt', 'text'],
  ['.pdf', 'pdf'],
  ['.docx', 'docx'],
]);

/** The endings that name a document file, in lower case with the dot. */
const DOCUMENT_ENDINGS: readonly string[] = [...TYPES.keys()];

const EXPECTED: Record<FileType, string> = {
  html: 'an HTML page',
  markdown: 'Markdown text',
  text: 'plain text',
  pdf: 'a PDF document',
  docx: 'a Word document (.docx)',
};

/** What a file's name says that it is; null for an ending that is no document's. */
export function fileTypeOf(path: string): FileType | null {
  return TYPES.get(extname(path).toLowerCase()) ?? null;
}

/** What a file's first bytes say that it is: a type's own name, or a few words for a person to read. */
type Content = { is: 'text' | 'html' | 'pdf' | 'zip' | 'ole' | 'other'; words: string };

/** Signatures as listed by the formats' specifications (PDF 32000-1 7.5.2, APPNOTE 4.3.7, MS-CFB 2.2, …). */
const SIGNATURES: [bytes: string, content: Content][] = [
  ['504b0304', { is: 'zip', words: 'a ZIP archive' }],
  ['504b0506', { is: 'zip', words: 'an empty ZIP archive' }],
  [
    'd0cf11e0a1b11ae1',
    { is: 'ole', words: 'an old Office file (.doc, .xls) or one that is locked with a password' },
  ],
  ['89504e47', { is: 'other', words: 'a PNG image' }],
  ['ffd8ff', { is: 'other', words: 'a JPEG image' }],
  ['47494638', { is: 'other', words: 'a GIF image' }],
  ['52494646', { is: 'other', words: 'a WebP image or other RIFF file' }],
  ['1f8b', { is: 'other', words: 'gzip-compressed data' }],
  ['377abcaf271c', { is: 'other', words: 'a 7-Zip archive' }],
  ['52617221', { is: 'other', words: 'a RAR archive' }],
  ['7b5c727466', { is: 'other', words: 'a Rich Text (RTF) document' }],
  ['7f454c46', { is: 'other', words: 'a program' }],
  ['4d5a90', { is: 'other', words: 'a program' }],
];

const HTML_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

function contentOf(bytes: Uint8Array): Content {
  const hex = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  for (const [signature, content] of SIGNATURES) if (hex.startsWith(signature)) return content;
  const head = Buffer.from(bytes.subarray(0, 8192));
  // Readers accept a PDF whose header stands anywhere in the first 1,024 bytes (PDF 32000-1, annex H.3).
  const pdfAt = head.subarray(0, 1024).indexOf('%PDF-');
  if (pdfAt === 0 || (pdfAt > 0 && head.includes(0))) return { is: 'pdf', words: 'a PDF document' };
  const utf16 = hex.startsWith('fffe') || hex.startsWith('feff') || looksUtf16(head);
  if (!utf16 && head.includes(0)) return { is: 'other', words: 'binary data' };
  const text = head.toString(utf16 ? 'utf16le' : 'latin1').replace(/^(?:\uFEFF|\xEF\xBB\xBF)/, '');
  return HTML_START.test(text) ? { is: 'html', words: 'an HTML page' } : { is: 'text', words: 'plain text' };
}

/** Whether bytes without a byte order mark are UTF-16: mostly Latin text has a zero in every other byte. */
export function looksUtf16(bytes: Uint8Array): 'le' | 'be' | null {
  const length = Math.min(bytes.length, 1024) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'le';
  if (even > half * 0.6 && odd < half * 0.05) return 'be';
  return null;
}

const ACCEPTED: Record<FileType, Content['is'][]> = {
  html: ['html', 'text'],
  markdown: ['text'],
  text: ['text'],
  pdf: ['pdf'],
  docx: ['zip'],
};

/**
 * Checks a file's content against its name.
 * @param path names the file in the error; its ending says what is expected.
 * @param bytes the file, or at least its first 8 KiB.
 * @returns what the file is.
 * @throws SourceFileError when the ending is unknown, the file is empty, or it is not what its name says.
 */
export function checkFileType(path: string, bytes: Uint8Array): FileType {
  const type = fileTypeOf(path);
  if (type === null)
    throw new SourceFileError(
      path,
      `expected a document (${DOCUMENT_ENDINGS.join(' ')}), found the ending "${extname(path) || '(none)'}". ` +
        'Export it as one of these, or leave it out of the source.',
    );
  if (bytes.length === 0)
    throw new SourceFileError(path, `expected ${EXPECTED[type]}, found an empty file. Export it again.`);
  const found = contentOf(bytes);
  if (ACCEPTED[type].includes(found.is)) return type;
  throw new SourceFileError(
    path,
    `expected ${EXPECTED[type]} (by its name), found ${found.words}. ` +
      'Export it again in the format of its name, or rename it to what it is.',
  );
}
