export interface Column {
  title: string;
  align?: 'left' | 'right';
}

/** Control characters, line breaks and terminal escapes among them, that text from elsewhere may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Text that stays on its line and cannot steer a terminal. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, ' ').trim();
}

/**
 * A table in plain text: aligned columns, two spaces between, a rule below the titles. A cell that a row lacks is
 * empty. Widths count code points, so characters of double width stick out. Lines end without spaces. Pure.
 */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map((_, index) => oneLine(row[index] ?? '')),
  );
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => width(row[index] ?? ''))));
  const line = (row: readonly string[]) =>
    columns
      .map(({ align }, index) => pad(row[index] ?? '', widths[index] ?? 0, align ?? 'left'))
      .join('  ')
      .trimEnd();
  const [titles = [], ...body] = cells;
  return [line(titles), widths.map((size) => '─'.repeat(size)).join('  '), ...body.map(line)].join('\n');
}

function width(text: string): number {
  return [...text.normalize('NFC')].length;
}

function pad(text: string, size: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(size - width(text), 0));
  return align === 'right' ? space + text : text + space;
}
