import { open, stat } from 'node:fs/promises';
import { extractPage } from '../extract/extract-page.ts';
import { guessKind } from '../extract/page-kind.ts';
import { parsePage } from '../extract/parse-page.ts';
import type { Section, SourceDocument } from '../extract/source-document.ts';
import { ownText, withLocale } from '../extract/with-locale.ts';
import { declaredCharset, decodeText } from './decode-text.ts';
import { detectLanguage } from './detect-language.ts';
import { documentUrl } from './document-url.ts';
import { checkFileType, type FileType } from './file-type.ts';
import { readDocx } from './read-docx.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';
import { SourceFileError } from './source-file-error.ts';

/** How a file becomes a document. */
export interface ReadFileOptions {
  /** The document's URL (see `documentUrl`), unless Markdown front matter states another. */
  url: string;
  /** The language to assume where the file states none; without it, the language is told from the text. */
  locale?: string;
  /** ISO 8601. */
  fetchedAt: string;
  /** Larger files are refused unread. */
  maxBytes: number;
}

/** What one format's reader finds out. */
interface FileContent {
  title: string;
  text: string;
  sections: Section[];
  /** As the file itself states them; null where it does not. */
  locale: string | null;
  kind: SourceDocument['kind'] | null;
  url: string | null;
  product: SourceDocument['product'];
}

const DEFAULT_LOCALE = 'en';
/** BCP 47, what `extractPage` says of a page that names no language. */
const UNDETERMINED = 'und';

/**
 * Reads one `.html .htm .md .markdown .txt .pdf .docx` file as a document. Its kind is what the file states, else
 * `policy` or `faq` if its name or title says so, else `file`.
 * @throws SourceFileError when the file cannot be read, is too large, is not what its name says, is damaged or
 *   locked, or holds no text; nothing else.
 */
export async function readDocumentFile(path: string, options: ReadFileOptions): Promise<SourceDocument> {
  const bytes = await readBounded(path, options.maxBytes);
  return documentFromBytes(path, bytes, options);
}

/** Like {@link readDocumentFile}, for a file that has been fetched; `path` is its name. */
export async function documentFromBytes(
  path: string,
  bytes: Buffer,
  { url, locale, fetchedAt }: Omit<ReadFileOptions, 'maxBytes'>,
): Promise<SourceDocument> {
  const content = await readContent(checkFileType(path, bytes), path, bytes, { url, fetchedAt });
  if (content.text.trim() === '')
    throw new SourceFileError(
      path,
      'expected text, found none. Check that it is the right file, or leave it out.',
    );
  const document: SourceDocument = {
    url: content.url === null ? url : resolveUrl(content.url, url),
    title: content.title,
    kind: content.kind ?? kindOfFile(path, content.title),
    locale: content.locale ?? UNDETERMINED,
    text: content.text,
    sections: content.sections,
    product: content.product,
  };
  const known = content.locale ?? locale ?? (await detectLanguage(ownText(content))) ?? DEFAULT_LOCALE;
  return withLocale(document, normalLocale(known));
}

async function readContent(
  type: FileType,
  path: string,
  bytes: Buffer,
  page: { url: string; fetchedAt: string },
): Promise<FileContent> {
  const unstated = { locale: null, kind: null, url: null, product: null };
  if (type === 'pdf') return { ...unstated, ...(await readPdf(path, bytes)) };
  if (type === 'docx') return { ...unstated, ...(await readDocx(path, bytes)) };
  if (type === 'text') return { ...unstated, ...readText(path, decodeText(bytes)) };
  if (type === 'html') return readHtml(path, decodeText(bytes, declaredCharset(bytes)), page);
  const { head, ...content } = readMarkdown(path, decodeText(bytes));
  return { ...unstated, ...content, locale: head.locale, kind: head.kind, url: head.url };
}

function readHtml(path: string, html: string, page: { url: string; fetchedAt: string }): FileContent {
  const document = extractPage(parsePage(html), page);
  if (document === null)
    throw new SourceFileError(
      path,
      'expected a page with text, found none in it. Check the page, or leave it out.',
    );
  return {
    ...document,
    locale: document.locale === UNDETERMINED ? null : document.locale,
    kind: document.kind === 'page' ? null : document.kind,
  };
}

async function readBounded(path: string, maxBytes: number): Promise<Buffer> {
  const unreadable = (cause: unknown) => {
    const code = (cause as NodeJS.ErrnoException).code;
    const found = code === 'ENOENT' ? 'nothing there' : `one that cannot be opened (${code})`;
    return new SourceFileError(path, `expected a file, found ${found}. Check the path and its permissions.`, {
      cause,
    });
  };
  // Before it is opened: opening a named pipe would wait for its writer.
  const stats = await stat(path).catch((cause: unknown) => Promise.reject(unreadable(cause)));
  if (!stats.isFile())
    throw new SourceFileError(path, 'expected a file, found a folder or a device. Name a file.');
  if (stats.size > maxBytes)
    throw new SourceFileError(
      path,
      `expected at most ${maxBytes} bytes, found ${stats.size}. Split the file, compress its images, or raise the limit.`,
    );
  const file = await open(path).catch((cause: unknown) => Promise.reject(unreadable(cause)));
  try {
    const buffer = Buffer.alloc(stats.size);
    const { bytesRead } = await file.read(buffer, 0, stats.size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Told from the title, the file's name and its folder's; folders further up say nothing about it. */
function kindOfFile(path: string, title: string): SourceDocument['kind'] {
  const url = documentUrl(path.split(/[\\/]/).slice(-2).join('/'));
  const kind = guessKind({ url, title, hasProduct: false, hasFaqData: false });
  return kind === 'page' ? 'file' : kind;
}

function resolveUrl(stated: string, base: string): string {
  return URL.canParse(stated, base) ? new URL(stated, base).href : base;
}

/** BCP 47 in the lower case that documents are kept in: `es_MX` is `es-mx`. */
function normalLocale(locale: string): string {
  return locale.trim().replaceAll('_', '-').toLowerCase();
}
