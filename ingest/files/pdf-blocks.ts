import type { PdfLine } from './pdf-lines.ts';

/** What a page's lines are joined into: paragraphs and list items, headings, table rows that name their columns. */
export type PdfBlock =
  | { kind: 'prose'; text: string }
  | { kind: 'heading'; text: string; size: number }
  | { kind: 'row'; text: string };

/** A heading's font is at least this much larger than the body's. */
const HEADING_RATIO = 1.12;
const MAX_HEADING = 120;
/** Lines further apart than this many font sizes are two paragraphs; normal leading is 1.2, generous 1.5. */
const PARAGRAPH_GAP = 1.75;
/** Columns of two rows are the same when their left edges are this close, in font sizes. */
const COLUMN_SHIFT = 3;
const LIST_ITEM = /^(?:[•◦▪‣·*–—-]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)/i;

/** The size that most of the document's characters are set in. */
export function bodySize(pages: PdfLine[][]): number {
  const weights = new Map<number, number>();
  for (const line of pages.flat()) {
    const size = Math.round(line.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + line.text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * Joins the lines of one page into blocks: lines of a paragraph into one, with hyphenated words made whole.
 * @param body the document's body size, in points.
 * @param hyphenated words that the document writes with a hyphen elsewhere, lower case: they keep theirs.
 */
export function joinLines(lines: PdfLine[], body: number, hyphenated: ReadonlySet<string>): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const widest = Math.max(0, ...lines.map((line) => line.right));
  let last: PdfLine | null = null;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as PdfLine;
    const table = tableAt(lines, i);
    if (table.length > 0) {
      blocks.push(...tableRows(table));
      i += table.length - 1;
      last = null;
      continue;
    }
    const heading =
      line.size >= body * HEADING_RATIO && line.text.length <= MAX_HEADING && /\p{L}/u.test(line.text);
    const block = blocks.at(-1);
    const leading = last === null ? 0 : last.y - line.y;
    const near = last !== null && leading > 0 && leading < PARAGRAPH_GAP * Math.max(line.size, last.size);
    const sameSize = last !== null && Math.abs(last.size - line.size) < 0.6;
    if (heading) {
      if (block?.kind === 'heading' && near && sameSize) block.text = `${block.text} ${line.text}`;
      else blocks.push({ kind: 'heading', text: line.text, size: line.size });
    } else if (
      block?.kind === 'prose' &&
      near &&
      sameSize &&
      last !== null &&
      continues(last, line, widest)
    ) {
      block.text = joinHyphenated(block.text, line.text, hyphenated);
    } else blocks.push({ kind: 'prose', text: line.text });
    last = line;
  }
  return blocks;
}

/** Moves what is left of a sentence at the top of a page to the page before, where it began, so that it can be quoted. */
export function joinPages(pages: PdfBlock[][], hyphenated: ReadonlySet<string>): PdfBlock[][] {
  const joined: PdfBlock[][] = [];
  for (const blocks of pages) {
    const before = joined.at(-1)?.at(-1);
    const [first, ...rest] = blocks;
    const goesOn =
      before?.kind === 'prose' &&
      first?.kind === 'prose' &&
      /^\p{Ll}/u.test(first.text) &&
      !/[.!?:;]["”’)]?$/.test(before.text) &&
      !LIST_ITEM.test(first.text);
    if (!goesOn) {
      joined.push(blocks);
      continue;
    }
    const { head, tail } = splitSentence(first.text);
    before.text = joinHyphenated(before.text, head, hyphenated);
    joined.push(tail === '' ? rest : [{ kind: 'prose', text: tail }, ...rest]);
  }
  return joined;
}

/** The first sentence of a text, and what follows it. */
function splitSentence(text: string): { head: string; tail: string } {
  const end = /[.!?]["”’)]?(?=\s+\p{Lu})/u.exec(text);
  const at = end === null ? text.length : end.index + end[0].length;
  return { head: text.slice(0, at), tail: text.slice(at).trim() };
}

/** Whether `line` goes on with the sentence of `last`: no list item, and `last` did not stop short of the margin. */
function continues(last: PdfLine, line: PdfLine, widest: number): boolean {
  if (LIST_ITEM.test(line.text) || last.cells.length > 1 || line.cells.length > 1) return false;
  const short = last.right < widest - (widest - last.x) * 0.25;
  return !short || /^\p{Ll}/u.test(line.text);
}

/** `ship-` and `ping` make `shipping`; `self-` and `service` stay `self-service` if the document writes it so. */
function joinHyphenated(before: string, after: string, hyphenated: ReadonlySet<string>): string {
  const head = /([\p{L}\p{N}]+)[-\u00AD\u2010]$/u.exec(before)?.[1];
  const tail = /^\p{Ll}[\p{L}\p{N}]*/u.exec(after)?.[0];
  if (head === undefined || tail === undefined) return `${before} ${after}`;
  const keep = hyphenated.has(`${head}-${tail}`.toLowerCase()) || /\d$/.test(head);
  return keep ? `${before.slice(0, -1)}-${after}` : `${before.slice(0, -1)}${after}`;
}

/** The words that stand with a hyphen inside a line, lower case. */
export function hyphenatedWords(pages: PdfLine[][]): Set<string> {
  const words = pages
    .flat()
    .flatMap((line) => line.text.match(/[\p{L}\p{N}]+[-\u2010][\p{L}\p{N}]+/gu) ?? []);
  return new Set(words.map((word) => word.replace('\u2010', '-').toLowerCase()));
}

/** The lines from `start` on that are a table: at least three, with as many cells, at the same places. */
function tableAt(lines: PdfLine[], start: number): PdfLine[] {
  const head = lines[start];
  if (head === undefined || head.cells.length < 2) return [];
  let end = start + 1;
  while (end < lines.length && sameColumns(head, lines[end] as PdfLine)) end += 1;
  return end - start >= 3 ? lines.slice(start, end) : [];
}

function sameColumns(head: PdfLine, line: PdfLine): boolean {
  if (line.cells.length !== head.cells.length || line.y > head.y) return false;
  return line.cells.every((cell, i) => Math.abs(cell.x - (head.cells[i]?.x ?? 0)) < COLUMN_SHIFT * head.size);
}

function tableRows(table: PdfLine[]): PdfBlock[] {
  const names = table[0]?.cells.map((cell) => cell.text.replace(/:$/, '')) ?? [];
  return table.slice(1).map((line) => ({
    kind: 'row',
    text: line.cells.map((cell, i) => `${names[i]}: ${cell.text}`).join('; '),
  }));
}
