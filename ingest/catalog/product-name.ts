import type { CatalogRow } from './catalog-row.ts';
import { plainText } from './plain-text.ts';

/**
 * The name of the product that rows are variants of: its own row's, else what their names begin with in common
 * (`Wool Hat - Red`, `Wool Hat - Blue`), if that is at least half of the shortest one's words; else the first name.
 * @returns an empty text when no row has a name.
 */
export function productName(rows: CatalogRow[]): string {
  const own = rows.find((row) => row.parent)?.fields.title;
  if (own !== undefined) return plainText(own);
  const names = [...new Set(rows.flatMap((row) => row.fields.title ?? []).map(plainText))].filter(Boolean);
  const [first = ''] = names;
  if (names.length < 2) return first;
  const words = names.map((name) => name.split(' '));
  const shortest = Math.min(...words.map((list) => list.length));
  let shared = 0;
  while (shared < shortest && words.every((list) => list[shared] === words[0]?.[shared])) shared += 1;
  const prefix = (words[0] ?? [])
    .slice(0, shared)
    .join(' ')
    .replace(/[\s,;:|/(–—-]+$/u, '');
  return shared * 2 >= shortest && prefix !== '' ? prefix : first;
}
