import { guessKind } from '../extract/page-kind.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { ownText, withLocale } from '../extract/with-locale.ts';
import { makeReadApart } from './apart/read-apart.ts';
import { tellLanguage, UNDETERMINED } from './detect-language.ts';
import { documentUrl } from './document-url.ts';
import { checkFileType, type FileType } from './file-type.ts';
import { type FileContent, type FileToRead, readContent } from './read-content.ts';
import { brokenReader, SourceFileError } from './source-file-error.ts';

/** How a file becomes a document. */
interface ReadFileOptions {
  /** The document's URL (see `documentUrl`), unless Markdown front matter states another. */
  url: string;
  /** The language to assume where the file states none; without it, it is told from the text, or `und` if that is too short. */
  locale?: string;
  /** ISO 8601. */
  fetchedAt: string;
}

const readApart = makeReadApart();

/**
 * Larger files are read apart, in bytes. PDF and Word are formats that a parser has to take apart. Markdown's emphasis takes
 * time by the square of its length: 64 KiB of `a_` take 10 s.
 */
const LARGEST_HERE: Record<FileType, number> = {
  pdf: 0,
  docx: 0,
  markdown: 16 * 1024,
  text: 256 * 1024,
  html: 256 * 1024,
};
/** Characters; some 10,000 passages, ten novels. */
const MAX_TEXT = 5_000_000;

/**
 * Makes a document of one `.html .htm .md .markdown .txt .pdf .docx` file. Its kind is what the file states, else
 * `policy` or `faq` if its name or title says so, else `file`.
 * @param path its name.
 * @throws SourceFileError when it is not what its name says, is damaged or locked, takes too long or too much memory to
 *   read, or holds no text; nothing else.
 */
export async function documentFromBytes(
  path: string,
  bytes: Buffer,
  { url, locale, fetchedAt }: ReadFileOptions,
): Promise<SourceDocument> {
  const content = await readSafely({ type: checkFileType(path, bytes), path, bytes, url, fetchedAt });
  if (content.text.trim() === '')
    throw new SourceFileError(
      path,
      'expected text, found none. Check that it is the right file, or leave it out.',
    );
  if (content.text.length > MAX_TEXT)
    throw new SourceFileError(
      path,
      `expected at most ${MAX_TEXT} characters of text, found ${content.text.length}. Split it, or leave it out.`,
    );
  const document: SourceDocument = {
    url: content.url === null ? url : resolveUrl(content.url, url),
    title: content.title,
    kind: content.kind ?? kindOfFile(path, content.title),
    locale: content.locale ?? UNDETERMINED,
    text: content.text,
    sections: content.sections,
    product: content.product,
    ...(content.genre === undefined ? {} : { genre: content.genre }),
    ...(content.modifiedAt === undefined ? {} : { modifiedAt: content.modifiedAt }),
  };
  const known = content.locale ?? locale ?? (await tellLanguage(ownText(content))) ?? UNDETERMINED;
  return withLocale(document, normalLocale(known));
}

async function readSafely(file: FileToRead): Promise<FileContent> {
  try {
    return await (file.bytes.length > LARGEST_HERE[file.type] ? readApart(file) : readContent(file));
  } catch (cause) {
    throw cause instanceof SourceFileError ? cause : brokenReader(file.path, cause);
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
