import mammoth from 'mammoth';
import type { Section } from '../extract/source-document.ts';
import { checkZip } from './check-zip.ts';
import { SourceFileError } from './source-file-error.ts';
import { titleFromPath } from './title-from-path.ts';
import { readWholeHtml } from './whole-html.ts';

/** Room for the parts of a document besides its images, which are stored as they are. */
const EXPANDED_ALLOWANCE = 32 * 1024 * 1024;

/**
 * Reads a Word document: headings, lists, tables, notes. Images are left out.
 * @throws SourceFileError when it is damaged, expands too far, is no Word document, or holds no text.
 */
export async function readDocx(
  path: string,
  bytes: Buffer,
): Promise<{ title: string; text: string; sections: Section[] }> {
  const names = checkZip(path, bytes, bytes.length + EXPANDED_ALLOWANCE);
  if (!names.includes('[Content_Types].xml') || !names.some((name) => /^word\/.+\.xml$/.test(name)))
    throw new SourceFileError(
      path,
      `expected a Word document, found ${otherOffice(names)}. Save the document as .docx, or rename the file to what it is.`,
    );
  const html = await mammoth
    .convertToHtml(
      { buffer: bytes },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    .catch((cause: unknown) => {
      throw new SourceFileError(
        path,
        'expected a Word document, found a damaged one. Open it in Word and save it again.',
        {
          cause,
        },
      );
    });
  return readWholeHtml(html.value, { title: null, fallbackTitle: titleFromPath(path) });
}

function otherOffice(names: string[]): string {
  if (names.some((name) => name.startsWith('xl/'))) return 'an Excel workbook';
  if (names.some((name) => name.startsWith('ppt/'))) return 'a PowerPoint presentation';
  if (names.includes('mimetype')) return 'an OpenDocument file or an e-book';
  return 'a ZIP archive of something else';
}
