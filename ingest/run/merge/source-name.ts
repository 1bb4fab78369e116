import { basename } from 'node:path';
import type { ProductStatement } from '../../../sql/merge-products.ts';
import { nameInUrl } from '../name-in-url.ts';

/**
 * What people call the sources of two statements: `the page`, `catalog.csv`; with what sets them apart where that is
 * the same. A URL's query is left out, for it may hold a key. Pure.
 */
export function sourceName(one: ProductStatement, other: ProductStatement): [string, string] {
  const names: [string, string] = [nameOf(one), nameOf(other)];
  if (names[0] !== names[1]) return names;
  const pages = one.sourceKind === 'site' && other.sourceKind === 'site';
  return pages
    ? [`the page ${one.facts.url}`, `the page ${other.facts.url}`]
    : [`${names[0]} (${one.sourceId})`, `${names[1]} (${other.sourceId})`];
}

function nameOf({ sourceKind, location }: ProductStatement): string {
  if (sourceKind === 'site') return 'the page';
  return /^https?:/i.test(location) && URL.canParse(location) ? nameInUrl(location) : basename(location);
}
