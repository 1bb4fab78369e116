import { currencyCode } from '../extract/money.ts';
import { CatalogError } from './catalog-error.ts';
import {
  attributeName,
  type CatalogField,
  COLUMN_NAMES,
  fieldOfColumn,
  foldColumn,
  isInternalColumn,
} from './column-names.ts';

/** Which column of a catalog holds a field, where its name tells nothing: `{ price: 'Tarifa A' }`. */
export type ColumnMapping = Partial<Record<CatalogField, string>>;

/** What each column of a catalog is for. */
export interface Columns {
  /** The columns of a field, the preferred first. */
  fields: Map<CatalogField, string[]>;
  /** The columns of each attribute, by the attribute's name. */
  attributes: Map<string, string[]>;
  /** The currency that a price column names, as `Price (EUR)` does. */
  currency: string | null;
}

/**
 * Understands a catalog's columns by their names.
 * @param names the columns, as written.
 * @param mapping wins over the names.
 * @throws CatalogError when a mapped column does not exist.
 */
export function matchColumns(names: Iterable<string>, mapping: ColumnMapping = {}): Columns {
  const found = [...names].filter((name) => name.trim() !== '');
  const columns: Columns = { fields: new Map(), attributes: new Map(), currency: null };
  const taken = new Set<string>();
  for (const [field, wanted] of Object.entries(mapping) as [CatalogField, string][]) {
    const folded = foldColumn(wanted);
    const column = found.find((name) => name === wanted) ?? found.find((name) => foldColumn(name) === folded);
    if (column === undefined)
      throw new CatalogError(
        `mapping.${field}: expected the column "${wanted}" in the catalog, found ${listNames(found)}. Correct the mapping.`,
      );
    columns.fields.set(field, [column]);
    taken.add(column);
    // Of `maker: { label }`, mapped as `maker.label`, nothing is left to be an attribute.
    if (column.includes('.')) taken.add(column.slice(0, column.indexOf('.')));
  }
  for (const name of found) {
    if (taken.has(name)) continue;
    const priced = pricedIn(name);
    const field = priced?.field ?? fieldOfColumn(name);
    if (field !== null) {
      if (mapping[field] === undefined) add(columns.fields, field, name);
      columns.currency ??= priced?.currency ?? null;
    } else if (foldColumn(name) !== '' && !isInternalColumn(name))
      add(columns.attributes, attributeName(name), name);
  }
  for (const [field, list] of columns.fields) list.sort((a, b) => rank(field, a) - rank(field, b));
  return columns;
}

function add<K>(map: Map<K, string[]>, key: K, name: string): void {
  map.set(key, [...(map.get(key) ?? []), name]);
}

function rank(field: CatalogField, name: string): number {
  const at = COLUMN_NAMES[field].indexOf(foldColumn(name));
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** Reads `Price (EUR)` and `precio_usd`. */
function pricedIn(name: string): { field: CatalogField; currency: string } | null {
  const [, stem, code] = /^(.+) (\p{L}{3})$/u.exec(foldColumn(name)) ?? [];
  const currency = currencyCode(code);
  const field = stem === undefined ? null : fieldOfColumn(stem);
  return currency !== null && (field === 'price' || field === 'salePrice' || field === 'listPrice')
    ? { field, currency }
    : null;
}

const IDENTIFIERS = ['sku', 'id', 'handle', 'url'] as const satisfies CatalogField[];

/**
 * @throws CatalogError when products could not be told apart or named: it lists what is missing, what was found, and
 *   which names would do.
 */
export function checkColumns(columns: Columns, names: Iterable<string>): void {
  const missing: string[] = [];
  if (!columns.fields.has('title')) missing.push(`a name (accepted: ${COLUMN_NAMES.title.join(', ')})`);
  if (!IDENTIFIERS.some((field) => columns.fields.has(field)))
    missing.push(
      `an identifier (accepted: ${IDENTIFIERS.flatMap((field) => COLUMN_NAMES[field]).join(', ')})`,
    );
  if (missing.length === 0) return;
  throw new CatalogError(
    `the catalog lacks ${missing.length === 1 ? 'a needed column' : 'needed columns'}: ${missing.join('; and ')}. ` +
      `Found: ${listNames(names)}. Rename a column, or map it in the source's configuration.`,
  );
}

function listNames(names: Iterable<string>): string {
  const list = [...names];
  if (list.length === 0) return 'no columns';
  const shown = list.slice(0, 40).map((name) => `"${name.slice(0, 60)}"`);
  return shown.join(', ') + (list.length > shown.length ? `, and ${list.length - shown.length} more` : '');
}
