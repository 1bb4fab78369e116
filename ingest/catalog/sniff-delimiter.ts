const CANDIDATES = [',', ';', '\t', '|'] as const;

/**
 * Tells the delimiter of a CSV from its beginning: the one that splits the header into the most columns; if two do
 * equally, the one that splits the next rows into as many. Delimiters inside quotes do not count.
 * @param head whole lines from the start of the file, the header first.
 */
export function sniffDelimiter(head: string): string {
  const rows = topRows(head, 10);
  let best: { delimiter: string; columns: number; even: number } = { delimiter: ',', columns: 1, even: 0 };
  for (const delimiter of CANDIDATES) {
    const counts = rows.map((row) => row.split(delimiter).length);
    const columns = counts[0] ?? 1;
    const even = counts.filter((count) => count === columns).length;
    if (columns > best.columns || (columns === best.columns && columns > 1 && even > best.even))
      best = { delimiter, columns, even };
  }
  return best.delimiter;
}

/** The first rows, each without what stands in quotes. */
function topRows(head: string, limit: number): string[] {
  const rows: string[] = [];
  let row = '';
  let quoted = false;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (row.trim() !== '') rows.push(row);
      row = '';
      if (rows.length === limit) return rows;
    } else row += character;
  }
  if (row.trim() !== '') rows.push(row);
  return rows;
}
