import type { CatalogRecord } from './catalog-record.ts';
import { type CatalogField, foldColumn, isReviewColumn } from './column-names.ts';
import type { Columns } from './columns.ts';
import { isHiddenStatus } from './hidden-status.ts';
import { withUnit } from './unit-columns.ts';

/** A record whose columns are understood. */
export interface CatalogRow {
  line: number;
  /** The first value of each field that has one. */
  fields: Partial<Record<CatalogField, string>>;
  /**
   * Whether it may describe a product whose variants have rows of their own: WooCommerce's type `variable`, or a row
   * without a group in a catalog that has groups. If none follow, it is the product.
   */
  parent: boolean;
  attributes: Record<string, string[]>;
  /** What customers wrote, one text each. */
  reviews: string[];
}

const LIST_ATTRIBUTE = /^(?:tags?|etiquetas|keywords)$/;
/** Shopify's count of images and variants; with words in it, it is the shop's own (`Position: rear wheel`). */
const COUNTER_ATTRIBUTE = 'position';

/** Stands for a tracker that a row leaves empty, which is not the same as a catalog without such a column. */
export const UNTRACKED = 'none';

/** Shopify's stand-in for a product without options. */
const NO_OPTION = /^default title$/i;

/** Google's category may be a bare number of its taxonomy; WooCommerce's type says how a product is sold. */
const NO_CATEGORY = /^(?:\d+|(?:simple|variable|variation|grouped|external|downloadable|virtual)(?:,.*)?)$/i;

/** Sorts a record's values into fields and attributes; option columns become attributes by the names that they give. */
export function toRow({ line, values }: CatalogRecord, columns: Columns): CatalogRow {
  const row: CatalogRow = { line, fields: {}, parent: isParent(values), attributes: {}, reviews: [] };
  for (const [name, list] of values) if (isReviewColumn(name)) row.reviews.push(...list.filter(hasWords));
  for (const [field, names] of columns.fields) {
    const value = firstValue(field, names, values);
    if (value !== null) row.fields[field] = value;
  }
  if (columns.currency !== null) row.fields.currency ??= columns.currency;
  if (columns.fields.has('tracker') && row.fields.stockPolicy !== undefined) row.fields.tracker ??= UNTRACKED;
  if (row.parent) row.fields.group ??= row.fields.sku ?? `id:${row.fields.id}`;
  const own = row.fields.sku ?? row.fields.id;
  if (columns.fields.has('group') && groupOf(row) === null && own !== undefined) {
    row.fields.group = own;
    row.parent = true;
  }
  for (const [attribute, names] of columns.attributes) {
    const stated = names.filter((name) => !isReviewColumn(name));
    const list = stated.flatMap((name) => (values.get(name) ?? []).map((value) => withUnit(value, name)));
    const split = LIST_ATTRIBUTE.test(attribute) ? list.flatMap((value) => value.split(/\s*,\s*/)) : list;
    const plain = split.filter((value) => value !== '' && !/^(?:https?:)?\/\/\S+$/.test(value));
    if (attribute === COUNTER_ATTRIBUTE && plain.every((value) => /^\d+$/.test(value))) continue;
    if (plain.length > 0) row.attributes[attribute] = [...new Set(plain)];
  }
  return row;
}

/** A column of reviews may hold their number alone. */
const hasWords = (text: string) => /\p{L}+\s+\p{L}+/u.test(text);

function isParent(values: Map<string, string[]>): boolean {
  for (const [name, list] of values)
    if (foldColumn(name) === 'type' && /^variable\b/i.test(list[0] ?? '')) return true;
  return false;
}

function firstValue(field: CatalogField, names: string[], values: Map<string, string[]>): string | null {
  // Shopify's drafts are `published` in a shop window that they are not in yet: one column that hides a row will do.
  if (field === 'published') {
    const stated = names.flatMap((name) => values.get(name) ?? []).filter(Boolean);
    return stated.find(isHiddenStatus) ?? stated[0] ?? null;
  }
  for (const name of names) {
    for (const value of values.get(name) ?? []) {
      if (field === 'category' && NO_CATEGORY.test(value)) continue;
      // WooCommerce lists all images in one cell.
      if (field === 'image') return value.split(/\s*[,|;]\s*(?=https?:\/\/)/)[0] ?? value;
      if (value !== '') return value;
    }
  }
  return null;
}

/** What sets one variant apart: its options (`Option1 Name` and `Option1 Value`), by lower-case names. */
export function optionsOf(
  row: CatalogRow,
  names: CatalogRow['fields'],
  nameOf: (name: string) => string,
): Record<string, string> {
  const options: Record<string, string> = {};
  for (const number of [1, 2, 3] as const) {
    const value = row.fields[`option${number}Value`];
    if (value === undefined || NO_OPTION.test(value)) continue;
    const name = row.fields[`option${number}Name`] ?? names[`option${number}Name`] ?? `option ${number}`;
    options[nameOf(name)] = value;
  }
  return options;
}

/** What rows of one product share; null for a row that is a product by itself. */
export function groupOf(row: CatalogRow): string | null {
  const { group, handle } = row.fields;
  return group ?? handle ?? null;
}
