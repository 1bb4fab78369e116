import type { Section, SourceDocument } from '../extract/source-document.ts';
import { declaredCharset, decodeText } from './decode-text.ts';
import { UNDETERMINED } from './detect-language.ts';
import type { FileType } from './file-type.ts';
import { SourceFileError } from './source-file-error.ts';

/** What one format's reader finds out. Plain data, as it may come from another process. */
export interface FileContent {
  title: string;
  text: string;
  sections: Section[];
  /** As the file itself states them; null where it does not. */
  locale: string | null;
  kind: SourceDocument['kind'] | null;
  url: string | null;
  product: SourceDocument['product'];
  /** As an HTML page's markup says; left out: it does not. */
  genre?: NonNullable<SourceDocument['genre']>;
  /** ISO 8601; of an HTML page whose markup has it. */
  modifiedAt?: string;
}

/** A file to be read. */
export interface FileToRead {
  type: FileType;
  /** Names it in errors, and gives the title where it states none. */
  path: string;
  bytes: Uint8Array;
  /** The document's, for an HTML page. */
  url: string;
  /** ISO 8601. */
  fetchedAt: string;
}

/**
 * Reads a file by the reader of its type; each is loaded when it is first needed, as some take half a second.
 * @throws SourceFileError when it is damaged, locked, goes beyond a limit, or holds nothing.
 */
export async function readContent(file: FileToRead): Promise<FileContent> {
  const { type, path } = file;
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const unstated = { locale: null, kind: null, url: null, product: null };
  switch (type) {
    case 'pdf': {
      const { readPdf } = await import('./read-pdf.ts');
      return { ...unstated, ...(await readPdf(path, bytes)) };
    }
    case 'docx': {
      const { readDocx } = await import('./read-docx.ts');
      return { ...unstated, ...(await readDocx(path, bytes)) };
    }
    case 'text': {
      const { readText } = await import('./read-text.ts');
      return { ...unstated, ...readText(path, decodeText(bytes)) };
    }
    case 'markdown': {
      const { readMarkdown } = await import('./read-markdown.ts');
      const { head, ...content } = readMarkdown(path, decodeText(bytes));
      return { ...unstated, ...content, locale: head.locale, kind: head.kind, url: head.url };
    }
    case 'html':
      return readHtml(path, decodeText(bytes, declaredCharset(bytes)), file);
  }
}

async function readHtml(
  path: string,
  html: string,
  { url, fetchedAt }: { url: string; fetchedAt: string },
): Promise<FileContent> {
  const { extractPage } = await import('../extract/extract-page.ts');
  const { parsePage } = await import('../extract/parse-page.ts');
  const document = extractPage(parsePage(html), { url, fetchedAt });
  if (document === null)
    throw new SourceFileError(
      path,
      'expected a page with text, found none in it. Check the page, or leave it out.',
    );
  const { title, text, sections, product, genre, modifiedAt } = document;
  return {
    title,
    text,
    sections,
    product,
    url: document.url,
    locale: document.locale === UNDETERMINED ? null : document.locale,
    kind: document.kind === 'page' ? null : document.kind,
    ...(genre === undefined ? {} : { genre }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
  };
}
