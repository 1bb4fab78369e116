/** A run of text on a page, as PDF.js gives it; coordinates in points, `y` upwards. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size in points. */
  size: number;
}

/** A piece of a line, as in a table. */
export interface PdfCell {
  text: string;
  x: number;
  right: number;
}

/** One printed line of a page. */
export interface PdfLine {
  /** The whole line; cells are joined by a space. */
  text: string;
  /** The line split at gaps too wide to be spaces, as in a table; one element for running text. */
  cells: PdfCell[];
  x: number;
  right: number;
  y: number;
  /** The largest font size on it. */
  size: number;
}

/** A gap beyond this share of the font size is a space that the PDF did not write. */
const SPACE_GAP = 0.15;
/** … and beyond this many font sizes it separates two columns: wider than any justified space. */
const CELL_GAP = 1.8;
/** Runs whose baselines differ by less than this share of the font size share a line (superscripts included). */
const BASELINE = 0.45;

/** Joins a page's runs, in the order in which the PDF draws them, into lines. */
export function joinRuns(runs: PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | null = null;
  for (const run of runs) {
    if (run.text.trim() === '') continue;
    const gap: number = line === null ? 0 : run.x - line.right;
    const size = Math.max(run.size, line?.size ?? 0);
    const same = line !== null && Math.abs(run.y - line.y) < BASELINE * size && gap > -size;
    const cell = line?.cells.at(-1);
    if (!same || line === null || cell === undefined) {
      const text = run.text.trim();
      line = {
        text,
        cells: [{ text, x: run.x, right: run.x + run.width }],
        x: run.x,
        right: run.x + run.width,
        y: run.y,
        size: run.size,
      };
      lines.push(line);
      continue;
    }
    if (gap > CELL_GAP * size) line.cells.push({ text: run.text.trim(), x: run.x, right: run.x + run.width });
    else {
      const spaced = gap > SPACE_GAP * size || run.text.startsWith(' ');
      cell.text = `${cell.text}${spaced ? ' ' : ''}${run.text.trim()}`;
      cell.right = Math.max(cell.right, run.x + run.width);
    }
    line.text = line.cells.map((entry) => entry.text).join(' ');
    line.right = Math.max(line.right, run.x + run.width);
    line.size = Math.max(line.size, run.size);
  }
  return lines;
}

/**
 * Takes out what is printed on most pages at their top or bottom (running heads, page numbers): lines that
 * recur there, digits apart, on more than half of the pages, and a lone page number anywhere. Of two pages only,
 * the same words at one height in no larger print than the rest.
 */
export function withoutRunningHeads(pages: PdfLine[][]): PdfLine[][] {
  const edge = (lines: PdfLine[]): Set<PdfLine> => {
    const byHeight = lines.toSorted((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)]);
  };
  const sizes = pages
    .flat()
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  // Two pages prove less than three: only the very same words, at one height, in no large print.
  const key = (line: PdfLine) => {
    if (pages.length > 2) return line.text.replace(/\d+/g, '#');
    return line.size > median ? line : `${line.text} ${Math.round(line.y)}`;
  };
  const counts = new Map<string | PdfLine, number>();
  for (const lines of pages)
    for (const text of new Set([...edge(lines)].map(key))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return pages.map((lines) => {
    const edges = edge(lines);
    return lines.filter((line) => {
      if (!edges.has(line)) return true;
      if (
        lines.length > 1 &&
        /^(?:(?:page|página|pagina|seite)\s+)?\d{1,4}(?:\s*(?:\/|of|de|von)\s*\d{1,4})?$/i.test(line.text)
      )
        return false;
      return pages.length < 2 || (counts.get(key(line)) ?? 0) <= pages.length / 2;
    });
  });
}
