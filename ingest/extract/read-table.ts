import { attribute, childElements, type DomElement, descendants, textOf } from './dom.ts';

/** A cell is repeated at most this often, whatever its colspan or rowspan claims. */
const MAX_SPAN = 100;
const MAX_CELLS = 50_000;
/** A column's or a property's name is short; longer texts are content. */
const LONGEST_NAME = 80;

interface Cell {
  text: string;
  isHeader: boolean;
  element: DomElement;
}

/** A line of a table, or the name of the rows that follow it. */
export interface TableLine {
  type: 'row' | 'group';
  text: string;
}

/**
 * A data table's rows as lines that name their columns: `Region: Canada; Time: 5–7 days`; a table of names and values as
 * `Weight: 1.2 kg`. Null for a table that only arranges the page.
 */
export function readTable(table: DomElement): { caption: string; lines: TableLine[] } | null {
  const rows = tableRows(table);
  if (isLayout(table, rows)) return null;
  const grid = expandSpans(rows);
  const caption = childElements(table).find((child) => child.name === 'caption');
  const { header, body } = splitHeader(grid, rows);
  const pairs = header.length === 0 && body.every((row) => row.length === 2 && isName(row[0]?.text ?? ''));
  const lines: TableLine[] = [];
  for (const [at, row] of body.entries()) {
    const texts = row.map((cell) => cell?.text ?? '');
    if (texts.every((text) => text === '')) continue;
    const full =
      isFullWidth(row) && body.slice(at + 1).some((other) => !isFullWidth(other) && other.length > 0);
    if (full && isName(texts[0] ?? '')) lines.push({ type: 'group', text: texts[0] ?? '' });
    else if (isFullWidth(row)) lines.push({ type: 'row', text: texts[0] ?? '' });
    else if (pairs) lines.push({ type: 'row', text: pairLine(texts) });
    else lines.push({ type: 'row', text: rowLine(row, header) });
  }
  return { caption: caption ? textOf(caption) : '', lines };
}

const isFullWidth = (row: (Cell | undefined)[]) => row.length > 1 && row.every((cell) => cell === row[0]);

function pairLine([name = '', value = '']: string[]): string {
  if (name === '' || value === '') return name || value;
  return `${withoutColon(name)}: ${value}`;
}

function rowLine(row: (Cell | undefined)[], header: string[]): string {
  const parts: string[] = [];
  row.forEach((cell, column) => {
    if (!cell || cell.text === '' || (column > 0 && row[column - 1] === cell)) return;
    const names: string[] = [];
    // A cell across several columns speaks for each of them.
    for (let at = column; row[at] === cell && at < row.length; at += 1) {
      const name = withoutColon(header[at] ?? '');
      if (name !== '' && !names.includes(name)) names.push(name);
    }
    const name = names.join(', ');
    parts.push(name === '' || name === cell.text ? cell.text : `${name}: ${cell.text}`);
  });
  return parts.join('; ');
}

const withoutColon = (name: string) => name.replace(/\s*[:：]\s*$/u, '');
const isName = (text: string) => text !== '' && text.length <= LONGEST_NAME;

/** Rows of this table alone, a nested table's excluded. */
function tableRows(table: DomElement): DomElement[] {
  return childElements(table).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.name)
      ? childElements(child).filter((row) => row.name === 'tr')
      : [];
  });
}

const cellsOf = (row: DomElement) =>
  childElements(row).filter((cell) => cell.name === 'td' || cell.name === 'th');

function isLayout(table: DomElement, rows: DomElement[]): boolean {
  const columns = Math.max(0, ...rows.slice(0, 500).map((row) => cellsOf(row).length));
  if (columns < 2) return true;
  let hasHeaderCell = false;
  for (const element of descendants(table)) {
    if (element !== table && /^(?:table|h[1-6]|form|article|section)$/.test(element.name)) return true;
    hasHeaderCell ||= element.name === 'th' || element.name === 'caption';
  }
  // Editors of help pages give all tables this role; names of columns tell those that hold data.
  if (/^(?:presentation|none)$/.test(attribute(table, 'role')))
    return rows.length < 2 || !cellsOf(rows[0] ?? table).every((cell) => cell.name === 'th' || isBold(cell));
  return !hasHeaderCell && rows.length < 2;
}

function expandSpans(rows: DomElement[]): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  let filled = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const element of cellsOf(row)) {
      while (grid[y]?.[x]) x += 1;
      const cell: Cell = { text: cellText(element), isHeader: element.name === 'th', element };
      const [wide, high] = [span(element, 'colspan'), span(element, 'rowspan')];
      for (let dy = 0; dy < high && y + dy < rows.length; dy += 1) {
        for (let dx = 0; dx < wide && filled < MAX_CELLS; dx += 1, filled += 1) {
          const target = grid[y + dy];
          if (target) target[x + dx] = cell;
        }
      }
      x += wide;
    }
  });
  return grid;
}

function span(cell: DomElement, name: string): number {
  const count = Number.parseInt(attribute(cell, name), 10);
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), MAX_SPAN) : 1;
}

/** A cell's text; a picture's description (a check mark, a flag) where it has none. */
function cellText(cell: DomElement): string {
  const text = textOf(cell);
  if (text !== '') return text;
  for (const element of descendants(cell)) {
    const name = attribute(element, 'alt') || attribute(element, 'aria-label') || attribute(element, 'title');
    if (name.trim() !== '') return name.trim();
  }
  return '';
}

function splitHeader(
  grid: (Cell | undefined)[][],
  rows: DomElement[],
): { header: string[]; body: (Cell | undefined)[][] } {
  const height = headerHeight(grid, rows);
  const header: string[] = [];
  const corner = grid[0]?.[0];
  // A first row such as `EU | 38 | 39`, whose own name says what its values are.
  if (
    height === 1 &&
    corner?.isHeader &&
    corner.text !== '' &&
    grid[0]?.slice(1).every((cell) => !cell?.isHeader)
  )
    return {
      header: grid[0].map((cell, column) =>
        column === 0 || !cell ? '' : `${withoutColon(corner.text)} ${cell.text}`,
      ),
      body: grid.slice(1),
    };
  for (const row of grid.slice(0, height)) {
    row.forEach((cell, column) => {
      const above = header[column] ?? '';
      if (cell && cell.text !== above) header[column] = [above, cell.text].filter(Boolean).join(' ');
    });
  }
  return { header: Array.from(header, (name) => name ?? ''), body: grid.slice(height) };
}

/** How many rows at the top name the columns. */
function headerHeight(grid: (Cell | undefined)[][], rows: DomElement[]): number {
  const inHead = rows.findIndex(
    (row) => !(row.parent && 'name' in row.parent && row.parent.name === 'thead'),
  );
  if (inHead > 0) return inHead;
  let height = 0;
  while (height < grid.length - 1 && height < 3 && isHeaderRow(grid[height] ?? [])) height += 1;
  if (height > 0) return height;
  return looksLikeHeader(grid) ? 1 : 0;
}

const isHeaderRow = (row: (Cell | undefined)[]) =>
  row.length > 1 &&
  row.every((cell, x) => cell?.isHeader || (x === 0 && cell?.text === '')) &&
  row.some((cell) => cell?.isHeader);

/**
 * Whether a first row without `<th>` names the columns: all of it is bold, or there are three columns or more and it has
 * short texts, all different and without digits, above rows that have some.
 */
function looksLikeHeader(grid: (Cell | undefined)[][]): boolean {
  const [first = [], ...others] = grid;
  if (first.length < 2 || others.length === 0) return false;
  if (first.some((cell) => cell?.isHeader)) return first.length > 2 && grid.every((row) => row[0]?.isHeader);
  const texts = first.map((cell) => cell?.text ?? '');
  const named = texts.filter((text) => text !== '');
  if (named.length < 2 || new Set(named).size < named.length || !named.every(isName)) return false;
  const bold = first.every((cell) => !cell || cell.text === '' || isBold(cell.element));
  if (bold && !others.every((row) => row.every((cell) => !cell || cell.text === '' || isBold(cell.element))))
    return true;
  return (
    first.length > 2 &&
    !/\p{N}/u.test(texts.join('')) &&
    others.some((row) => row.some((cell) => /\p{N}/u.test(cell?.text ?? '')))
  );
}

function isBold(cell: DomElement): boolean {
  const whole = textOf(cell);
  return [...descendants(cell)].some(
    (element) => (element.name === 'b' || element.name === 'strong') && textOf(element) === whole,
  );
}
