import type { PdfCell, PdfLine } from './pdf-lines.ts';

/** Fewer rows than this show no pattern. */
const MIN_ROWS = 3;
/** Cells of running text: this long on average, … */
const PROSE_LENGTH = 20;
/** … and so many of them go on with a sentence: a table's cells begin with capitals and figures. */
const PROSE_SHARE = 0.3;
/** Columns begin at one place, and rows stand at one height, within so many font sizes. */
const SHIFT = 0.6;

/**
 * Puts a page's lines in reading order: text set in columns that was drawn line by line across them is read column by
 * column, and a table that was drawn column by column is put together again row by row. Pure.
 */
export function orderColumns(lines: PdfLine[]): PdfLine[] {
  return joinDrawnColumns(lines.flatMap(splitOff(lines)));
}

/** For each line: itself, or, at the first of several lines that are columns of text, all of those by column. */
function splitOff(lines: PdfLine[]): (line: PdfLine, index: number) => PdfLine[] {
  let done = 0;
  return (line, index) => {
    if (index < done) return [];
    let end = index + 1;
    while (end < lines.length && sameColumns(line, lines[end])) end += 1;
    const rows = lines.slice(index, end);
    const columns = line.cells.map((_, i) => rows.flatMap((row) => row.cells[i] ?? []));
    if (line.cells.length < 2 || rows.length < MIN_ROWS || !columns.every(isProse)) return [line];
    done = end;
    return columns.flatMap((cells) => cells.map((cell, i) => lineOf([cell], rows[i] ?? line)));
  };
}

function sameColumns(first: PdfLine, line: PdfLine | undefined): boolean {
  if (line === undefined || line.cells.length !== first.cells.length || line.y >= first.y) return false;
  return line.cells.every((cell, i) => Math.abs(cell.x - (first.cells[i]?.x ?? 0)) < SHIFT * first.size);
}

function isProse(cells: readonly PdfCell[]): boolean {
  const length = cells.reduce((sum, { text }) => sum + text.length, 0) / cells.length;
  const going = cells.slice(1).filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  return length >= PROSE_LENGTH && going >= PROSE_SHARE * (cells.length - 1);
}

/** Where the drawing goes back up beside lines at the same heights, those lines were a table's earlier columns. */
function joinDrawnColumns(lines: PdfLine[]): PdfLine[] {
  const joined: PdfLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const rows = rowsBeside(joined, lines.slice(at, at + joined.length));
    if (rows.length === 0) joined.push(lines[at] as PdfLine);
    else {
      joined.splice(-rows.length, rows.length, ...rows);
      at += rows.length - 1;
    }
  }
  return joined;
}

/** The last lines of `before` with the first of `after` beside them; none where those are no column of the same table. */
function rowsBeside(before: PdfLine[], after: PdfLine[]): PdfLine[] {
  const [first] = after;
  const last = before.at(-1);
  if (first === undefined || last === undefined || first.y <= last.y) return [];
  const start = before.findLastIndex((line) => beside(line, first));
  const left = start === -1 ? [] : before.slice(start);
  if (left.length < MIN_ROWS || !left.every((line, i) => beside(line, after[i]))) return [];
  const right = after.slice(0, left.length);
  if (isProse(left.flatMap(({ cells }) => cells)) && isProse(right.flatMap(({ cells }) => cells))) return [];
  return left.map((line, i) => lineOf([...line.cells, ...(right[i]?.cells ?? [])], line));
}

function beside(line: PdfLine, other: PdfLine | undefined): boolean {
  return other !== undefined && Math.abs(line.y - other.y) < SHIFT * line.size && other.x > line.right;
}

function lineOf(cells: PdfCell[], { y, size }: PdfLine): PdfLine {
  return {
    text: cells.map(({ text }) => text).join(' '),
    cells,
    x: cells[0]?.x ?? 0,
    right: cells.at(-1)?.right ?? 0,
    y,
    size,
  };
}
