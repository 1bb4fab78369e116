import { type CatalogRow, groupOf } from './catalog-row.ts';
import { makeRowSpill } from './row-spill.ts';

/** About how many characters of rows wait in memory for their siblings: some 5,000 rows of an ordinary feed. */
const DEFAULT_WINDOW = 4_000_000;

/**
 * Brings the rows of each product together. Siblings need not be adjacent: products wait in memory until `window`
 * characters of rows are held, then those that were longest without a new row wait on disk, with all that comes of them.
 * No row is lost and no product comes twice, in memory that is bounded by the window and a number for each product on disk.
 * @throws CatalogError when the disk is full.
 */
export async function* groupRows(
  rows: AsyncIterable<CatalogRow>,
  window: number = DEFAULT_WINDOW,
): AsyncIterable<CatalogRow[]> {
  const waiting = new Map<string, { rows: CatalogRow[]; size: number }>();
  const spill = makeRowSpill();
  let held = 0;
  try {
    for await (const row of rows) {
      const key = groupOf(row);
      if (key === null) {
        yield [row];
        continue;
      }
      if (spill.has(key)) {
        await spill.add(key, [...(take(key)?.rows ?? []), row]);
        continue;
      }
      const group = take(key) ?? { rows: [], size: 0 };
      group.rows.push(row);
      group.size += sizeOf(row);
      // Last in the map's order, since it was the last to get a row.
      waiting.set(key, group);
      held += group.size;
      while (held > window && waiting.size > 1) {
        const [oldest = ''] = waiting.keys();
        await spill.add(oldest, take(oldest)?.rows ?? []);
      }
    }
    for (const group of waiting.values()) yield group.rows;
    waiting.clear();
    yield* spill.groups();
  } finally {
    await spill.close();
  }

  function take(key: string): { rows: CatalogRow[]; size: number } | undefined {
    const group = waiting.get(key);
    waiting.delete(key);
    held -= group?.size ?? 0;
    return group;
  }
}

/** Characters of a row, with an allowance for the objects that hold them. */
function sizeOf(row: CatalogRow): number {
  let size = 100;
  for (const value of Object.values(row.fields)) size += value.length;
  for (const [name, values] of Object.entries(row.attributes)) size += name.length + values.join('').length;
  return size;
}
