import type { CatalogProblem } from './catalog-record.ts';
import { type CatalogRow, groupOf } from './catalog-row.ts';

/** About how many characters of rows wait for their siblings: 30,000 rows and more of an ordinary feed. */
const DEFAULT_WINDOW = 16_000_000;

/**
 * Brings the rows of each product together. Siblings need not be adjacent: products wait until `window` characters
 * of rows are held, then those that were longest without a new row go out. A row that comes after its product has
 * gone out is a problem, as two documents of one product would replace each other. What is remembered of products
 * that went out is a number each, so memory stays bounded by the window for feeds of any practical size.
 */
export async function* groupRows(
  rows: AsyncIterable<CatalogRow>,
  onProblem: (problem: CatalogProblem) => void,
  window: number = DEFAULT_WINDOW,
): AsyncIterable<CatalogRow[]> {
  const waiting = new Map<string, { rows: CatalogRow[]; size: number }>();
  const gone = new Set<number>();
  let held = 0;
  for await (const row of rows) {
    const key = groupOf(row);
    if (key === null) {
      yield [row];
      continue;
    }
    if (gone.has(hash53(key))) {
      onProblem({
        line: row.line,
        reason: `expected the variants of "${key}" near each other, found this one too far from the others; sort the catalog by product`,
      });
      continue;
    }
    const group = waiting.get(key) ?? { rows: [], size: 0 };
    const size = sizeOf(row);
    group.rows.push(row);
    group.size += size;
    held += size;
    // Deleting first moves the group to the end of the map's order.
    waiting.delete(key);
    waiting.set(key, group);
    while (held > window && waiting.size > 1) {
      const [oldest] = waiting;
      if (oldest === undefined) break;
      waiting.delete(oldest[0]);
      gone.add(hash53(oldest[0]));
      held -= oldest[1].size;
      yield oldest[1].rows;
    }
  }
  for (const group of waiting.values()) yield group.rows;
}

/** Characters of a row, with an allowance for the objects that hold them. */
function sizeOf(row: CatalogRow): number {
  let size = 100;
  for (const value of Object.values(row.fields)) size += value.length;
  for (const [name, values] of Object.entries(row.attributes)) size += name.length + values.join('').length;
  return size;
}

/**
 * A 53-bit hash (cyrb53, public domain): among a million keys, two share one with a probability of 6 in 100,000.
 */
export function hash53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (b & 0x1fffff) + (a >>> 0);
}
