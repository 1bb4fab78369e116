import { literal } from '../../../ingest/analysis/literal.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { readClaims } from './claims.ts';
import { type GroundText, tokensOf } from './coverage.ts';

/** What stands between the cells of a table's row as it is quoted: `Country: Spain; Time: 5 days`. */
const CELL_END = /;\s+|\s[·|]\s/u;
const LABELLED = /^([^:]{1,60}):\s(.+)$/u;
const DOTTED = /\s[·|]\s/u;
const HAS_VALUE = /\d/;
const LEAST_CELLS = 2;
/** A cell of what the whole row holds under. */
const NOTE =
  /\b(?:notes?|remarks?|conditions?|restrictions?|terms|exceptions?|notas?|observaciones|condiciones|restricciones|excepciones)\b/;

/** `Used goods: 1 point for each £2`: a line of a list, that its label names. */
const LIST_LINE = /^([^:.;!?·|]{2,60}):\s(.+)$/u;
/** Where such a line begins within another. */
const NEXT_LINE = /(?<=[.;])\s+(?=\p{Lu}[^:.;!?·|]{1,40}:\s)/u;

/** A line of a quote that is a row of a table: its cells, of which the first names it. */
interface Row {
  cells: { label: string; text: string; whole: string }[];
  /** A line of a list: its label and what stands behind it. */
  isLine: boolean;
}

/** Lines of a quote; one that begins again with its first label, `Country: Spain · €7. Country: Portugal · €9`, is several. */
function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const label = LABELLED.exec(line)?.[1];
    if (label === undefined) return [line];
    const rows = line.split(new RegExp(String.raw`(?<=[.;·|])\s+(?=${literal(label)}:\s)`, 'u'));
    return rows.length === 1 && !CELL_END.test(line) ? line.split(NEXT_LINE) : rows;
  });
}

function readRow(line: string): Row | null {
  const parts = line.split(CELL_END);
  const cells = parts.map((whole) => {
    const [, label = '', text = whole] = LABELLED.exec(whole) ?? [];
    return { label, text, whole };
  });
  // "Country: Spain · 24 h · €6.90"; but prose has semicolons too.
  const isNamed = DOTTED.test(line) && cells[0]?.label !== '';
  const isRow = isNamed || cells.slice(1).every(({ label }) => label !== '');
  if (isRow && cells.length >= LEAST_CELLS) return { cells, isLine: false };
  const [, label = '', text = ''] = LIST_LINE.exec(line) ?? [];
  if (label === '' || NOTE.test(fold(label))) return null;
  return { cells: [label, text].map((whole) => ({ label: '', text: whole, whole })), isLine: true };
}

/** Rows of one table have the same columns. */
const tableOf = ({ cells }: Row): string => cells.map(({ label }) => label).join('\n');

/** A text that a sentence stands on, that may hold rows of a table. */
interface Tabular extends GroundText {
  /** `rows`: its lines are rows of a table, also a line alone. */
  shape?: string;
}

/**
 * Quotes without what a sentence does not speak of in their tables: the rows that have other names than the one it names, and of
 * the rows that are left the columns of which it says neither the name nor anything that stands there. So a value of another row
 * is in no quote. Where it names no row all stay. Pure.
 * @param sentence read in the words of the quotes
 * @returns a text for each of the grounds, in order
 */
export function keepRowsSpokenOf(sentence: GroundText, grounds: Tabular[]): string[] {
  const read = grounds.map((ground) => {
    const lines = linesOf(ground.text);
    return { ground, lines: lines.map((line) => ({ line, row: readRow(line) })) };
  });
  const placed = read.flatMap(({ ground, lines }) =>
    lines.flatMap(({ row }) => (row === null ? [] : [{ row, ground }])),
  );
  if (placed.length === 0) return grounds.map(({ text }) => text);
  const said = keysOf(sentence, sentence.text);
  const tables = Map.groupBy(placed, ({ row }) => tableOf(row));
  const kept = new Set([...tables.values()].flatMap((table) => rowsNamed(table, said)));
  return read.map(({ ground, lines }) =>
    lines
      .flatMap(({ line, row }) => {
        if (row === null) return [line];
        if (!kept.has(row)) return [];
        // Of a line alone it may not be known whether it has columns or is a list.
        const isList = row.isLine || (ground.shape !== 'rows' && tables.get(tableOf(row))?.length === 1);
        return [isList ? line : cellsSpokenOf(row, said, ground)];
      })
      .join('\n'),
  );
}

interface PlacedRow {
  row: Row;
  ground: GroundText;
}

/** The rows of a table that are named best: by their first cell, and of those alike by their other cells without figures. */
function rowsNamed(table: PlacedRow[], said: ReadonlySet<string>): Row[] {
  const first = namedBest(table, said, ({ row, ground }) => keysOf(ground, row.cells[0]?.text ?? ''));
  if (table.some(({ row }) => row.isLine)) {
    // "100% wool with a viscose lining": who tells what the named line says may go on with another's.
    const isTold = first.every((placed) => tellsLine(placed, said));
    return (isTold ? table : first).map(({ row }) => row);
  }
  const named = namedBest(first, said, ({ row, ground }) => {
    const names = row.cells.slice(1).filter(({ text }) => !HAS_VALUE.test(text));
    return keysOf(ground, names.map(({ text }) => text).join('\n'));
  });
  return named.map(({ row }) => row);
}

/** Whether a sentence says what stands behind a line's label: some of it, and its values as far as it has any of their kinds. */
function tellsLine({ row, ground }: PlacedRow, said: ReadonlySet<string>): boolean {
  const keys = [...keysOf(ground, row.cells[1]?.text ?? '')];
  return keys.some((key) => said.has(key)) && tellsValues(keys, said);
}

/** Whether of each kind of value that both have one is the same. */
function tellsValues(keys: readonly string[], said: ReadonlySet<string>): boolean {
  const kinds = new Set(keys.flatMap((key) => kindOf(key) ?? []));
  const isOf = (kind: string) => (key: string) => kindOf(key) === kind;
  return [...kinds].every(
    (kind) => ![...said].some(isOf(kind)) || keys.filter(isOf(kind)).some((key) => said.has(key)),
  );
}

/** What a value is of; null for a word. */
const kindOf = (key: string): string | null =>
  key.startsWith('=') ? key.slice(1).replace(/:.*$/s, '') : null;

/** Those of which the words that tell them apart are said best; all where of none any is. */
function namedBest<T>(some: T[], said: ReadonlySet<string>, nameOf: (one: T) => Set<string>): T[] {
  const names = some.map((one) => ({ one, keys: nameOf(one) }));
  const found = names.map(({ one, keys }) => {
    const telling = [...keys].filter((key) => names.some((other) => !other.keys.has(key)));
    return { one, said: telling.filter((key) => said.has(key)), of: telling.length };
  });
  const isLess = (one: (typeof found)[number], other: (typeof found)[number]): boolean =>
    one.said.every((key) => other.said.includes(key)) &&
    (one.said.length < other.said.length ||
      // "Straight edge" names that rather than "straight edge, over 8 in".
      (one.said.length > 0 && one.said.length < one.of && other.said.length === other.of));
  return found
    .filter((one) => !found.some((other) => other !== one && isLess(one, other)))
    .map(({ one }) => one);
}

function cellsSpokenOf({ cells }: Row, said: ReadonlySet<string>, ground: GroundText): string {
  const columns = cells.slice(1);
  const best = namedBest(columns, said, ({ label }) => keysOf(ground, label));
  const isNamed = (cell: Row['cells'][number]): boolean =>
    best.includes(cell) && [...keysOf(ground, cell.label)].some((key) => said.has(key));
  // "The price is £7" where another column has £7: of a column that is named its own value must be told.
  const isElsewhere = columns.some(
    (cell) => isNamed(cell) && !tellsValues([...keysOf(ground, cell.text)], said),
  );
  const meets = (text: string): boolean => [...keysOf(ground, text)].some((key) => said.has(key));
  const kept = cells.filter(
    (cell, at) =>
      at === 0 || NOTE.test(fold(cell.label)) || isNamed(cell) || (!isElsewhere && meets(cell.whole)),
  );
  // Of a row that nothing is said of all stays.
  return (kept.length < LEAST_CELLS ? cells : kept).map(({ whole }) => whole).join('; ');
}

/** What a text names: its words of substance, and its values. */
function keysOf(whole: GroundText, part: string): Set<string> {
  const words = tokensOf(whole, part).filter(({ stop, word }) => !stop && /^\p{L}+$/u.test(word));
  const values = readClaims(part, whole.locale).filter(({ bare }) => bare !== null);
  return new Set([...words.map(({ lexeme }) => lexeme), ...values.map(({ key }) => `=${key}`)]);
}

/**
 * Gives each value of a table's row the cells that name the row, so that it is read as said of them: `Kit: lens; Day: £18; Weekend:
 * £28` becomes `Kit: lens, Day: £18` and `Kit: lens, Weekend: £28`, a line each. What is no row stays as it is, and so does a row
 * alone whose first cell has a figure like the others: `Size S: 18 cm · Size M: 20 cm` is a list. Pure.
 */
export function withRowNames(text: string): string {
  const lines = linesOf(text);
  const rows = lines.map(readRow);
  return lines
    .map((line, at) => {
      const row = rows[at];
      if (!row || row.isLine) return line;
      const [first] = row.cells;
      const isAlone = rows.filter((other) => other && tableOf(other) === tableOf(row)).length === 1;
      if (first === undefined || (isAlone && HAS_VALUE.test(first.text))) return line;
      const names = row.cells.filter((cell) => cell === first || !HAS_VALUE.test(cell.text));
      const values = row.cells.filter((cell) => cell !== first && HAS_VALUE.test(cell.text));
      if (values.length === 0) return line;
      return values.map((value) => [...names, value].map(({ whole }) => whole).join(', ')).join('\n');
    })
    .join('\n');
}
