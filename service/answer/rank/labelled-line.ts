/** A cell of a table row or a product fact: `Region: Canada`. */
export interface LabelledCell {
  /** Empty for the first cell of a row whose column has no name. */
  label: string;
  value: string;
}

/** What a row without a name over its first column begins with: `Frame; Years: 10`. Longer is running text. */
const SUBJECT = /^[\p{Lu}\p{N}][^:;.!?]{0,39}$/u;
const COLUMN = /^[\p{Lu}\p{N}]/u;

/** @returns the cells of a line such as `Region: Canada; Time: 5–7 days`, or null for running text. */
export function readCells(line: string): LabelledCell[] | null {
  const cells: LabelledCell[] = [];
  const parts = line.split(/;\s+(?=[^:;]{1,80}:\s)/);
  const [subject = '', ...columns] = parts;
  if (SUBJECT.test(subject) && columns.length > 0 && columns.every((column) => COLUMN.test(column))) {
    cells.push({ label: '', value: subject.trim() });
    parts.shift();
  }
  for (const part of parts) {
    const match = /^([^:;]{1,80}):\s+(.+)$/su.exec(part);
    if (!match?.[1] || !match[2]) return null;
    cells.push({ label: match[1].trim(), value: match[2].trim() });
  }
  return cells;
}

/**
 * A table row as a person would say it: what the row is about, then its other cells.
 * `Region: Canada; Time: 5–7 days; Price: $15` is `Canada: Time 5–7 days, Price $15`.
 */
export function sayRow(line: string): string {
  const cells = readCells(line);
  const [subject, ...rest] = cells ?? [];
  if (!subject || rest.length === 0) return line;
  return `${subject.value} – ${rest.map((cell) => `${cell.label}: ${cell.value}`).join('; ')}`;
}
