import { getDocumentProxy } from 'unpdf';
import type { Section } from '../extract/source-document.ts';
import { bodySize, hyphenatedWords, joinLines, joinPages, type PdfBlock } from './pdf-blocks.ts';
import { orderColumns } from './pdf-columns.ts';
import { joinRuns, type PdfRun, withoutRunningHeads } from './pdf-lines.ts';
import { SourceFileError } from './source-file-error.ts';
import { makeTextBuilder } from './text-builder.ts';
import { titleFromPath } from './title-from-path.ts';

/** What a PDF says: its text by pages, and the language that it states, if any. */
export interface PdfText {
  title: string;
  text: string;
  sections: Section[];
  locale: string | null;
}

const MAX_PAGES = 3000;
/** Fewer letters than this on average over the pages: a scan with a stamp, or a drawing. */
const MIN_LETTERS_PER_PAGE = 10;

/**
 * Reads a PDF's text. Every page is a heading (`Page 3`), under it the headings told by their font size; what repeats
 * on the pages' edges is left out, and a sentence that goes on over a page's end stands whole on the page it begins on.
 * @param path names the file in errors, and gives the title where the PDF states none.
 * @throws SourceFileError when it is locked by a password, damaged, too long, or holds no text (a scan).
 */
export async function readPdf(path: string, bytes: Uint8Array): Promise<PdfText> {
  const { runs, info } = await readRuns(path, bytes);
  const pages = withoutRunningHeads(runs.map((page) => orderColumns(joinRuns(page))));
  const letters = pages.flat().reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters < MIN_LETTERS_PER_PAGE * Math.min(pages.length, 3))
    throw new SourceFileError(
      path,
      `expected a PDF with text, found ${pages.length} page(s) without any, probably scanned. ` +
        'Run text recognition (OCR) over it, or export it again from its original.',
    );
  const body = bodySize(pages);
  const hyphenated = hyphenatedWords(pages);
  const blocks = joinPages(
    pages.map((lines) => joinLines(lines, body, hyphenated)),
    hyphenated,
  );
  const title = pdfTitle(info.title, blocks, path);
  return { title, ...writePages(blocks, title), locale: info.locale };
}

interface PdfInfo {
  title: string | null;
  locale: string | null;
}

async function readRuns(path: string, bytes: Uint8Array): Promise<{ runs: PdfRun[][]; info: PdfInfo }> {
  const damaged = (cause: unknown) =>
    new SourceFileError(path, 'expected a PDF document, found a damaged one. Export or upload it again.', {
      cause,
    });
  // PDF.js takes the buffer over, so it gets its own copy.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new SourceFileError(
        path,
        'expected an open PDF, found one locked with a password. Save a copy without the password.',
        { cause },
      );
    throw damaged(cause);
  });
  try {
    if (pdf.numPages > MAX_PAGES)
      throw new SourceFileError(
        path,
        `expected at most ${MAX_PAGES} pages, found ${pdf.numPages}. Split it.`,
      );
    const metadata = await pdf.getMetadata().catch(() => null);
    const stated = (metadata?.info ?? {}) as Record<string, unknown>;
    const runs: PdfRun[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      runs.push(content.items.flatMap(toRun));
      page.cleanup();
    }
    return { runs, info: { title: stringOrNull(stated.Title), locale: stringOrNull(stated.Language) } };
  } catch (error) {
    throw error instanceof SourceFileError ? error : damaged(error);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function toRun(item: object): PdfRun[] {
  if (!('str' in item) || !('transform' in item)) return [];
  const { str, transform, width } = item as { str: string; transform: number[]; width: number };
  const [a = 0, b = 0, , , x = 0, y = 0] = transform;
  // Text set along another direction (watermarks, spines) has no place in reading order.
  if (Math.abs(b) > Math.abs(a)) return [];
  return [{ text: str, x, y, width, size: Math.hypot(a, b) }];
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The stated title unless a program made it up; else the first page's largest heading; else the file's name. */
function pdfTitle(stated: string | null, pages: PdfBlock[][], path: string): string {
  if (
    stated !== null &&
    !/^(?:untitled|microsoft word\b|powerpoint\b|document\d*$)|\.(?:docx?|pdf|indd|odt|pptx?)$/i.test(stated)
  )
    return stated.replace(/\s+/g, ' ');
  const headings = (pages[0] ?? []).filter((block) => block.kind === 'heading');
  const largest = headings.toSorted((a, b) => b.size - a.size)[0];
  return largest?.text ?? titleFromPath(path);
}

/** Headings rank by size, the largest outermost; one that is still open goes on over a page's end. */
function writePages(pages: PdfBlock[][], title: string): { text: string; sections: Section[] } {
  const builder = makeTextBuilder(title);
  const sizes = pages.flat().flatMap((block) => (block.kind === 'heading' ? [Math.round(block.size)] : []));
  const ranks = [...new Set(sizes)].sort((a, b) => b - a);
  let open: { level: number; text: string }[] = [];
  for (const [index, blocks] of pages.entries()) {
    builder.heading(1, `Page ${index + 1}`);
    for (const { level, text } of open) builder.heading(level, text, true);
    for (const block of blocks) {
      if (block.kind === 'prose') builder.line(block.text);
      else if (block.kind === 'row') builder.line(block.text, 'rows');
      else {
        const level = 2 + ranks.indexOf(Math.round(block.size));
        builder.heading(level, block.text);
        if (block.text !== title)
          open = [...open.filter((heading) => heading.level < level), { level, text: block.text }];
      }
    }
  }
  return builder.build();
}
