import { isRecord } from '../is-record.ts';

/** Keys whose object or array of objects is one value: `brand: { name }`, `image: { src }`, `price: { amount }`. */
const VALUE_KEYS = ['name', 'src', 'url', 'value', 'amount', 'title', '@value'];
/** Keys of a value's unit: `weight: { value: 2, unit: 'kg' }`. */
const UNIT_KEYS = ['unitText', 'unit', 'units', 'uom'];
/** Keys under which an export nests a product's buyable versions. */
const VARIANT_KEYS = ['variants', 'variantes', 'variations', 'hasVariant', 'offers'];
/** Keys whose members are attributes, named by themselves. */
const ATTRIBUTE_KEYS = new Set([
  'attributes',
  'atributos',
  'specs',
  'specifications',
  'properties',
  'details',
  'additionalproperty',
]);
/** Keys of what customers wrote, and of its text there. */
const REVIEW_KEYS = new Set([
  'review',
  'reviews',
  'reseñas',
  'opiniones',
  'testimonials',
  'comments',
  'customer_reviews',
]);
const REVIEW_TEXTS = [
  'reviewBody',
  'body',
  'text',
  'content',
  'comment',
  'review',
  'description',
  'texto',
  'comentario',
];
const MAX_DEPTH = 4;

/**
 * Makes rows of a product in JSON: one, or one for each of its variants with the product's own values beneath
 * them, so that they read like the rows of a feed. Shopify's `options` name what `option1`… hold.
 * @param paths values that are wanted by where they are, such as `offers.price`; each is a column of that name. A number
 *   is a place in a list; of a list that is passed through otherwise, every element counts.
 */
export function* flattenProduct(
  product: Record<string, unknown>,
  paths: readonly string[] = [],
): Iterable<Map<string, string[]>> {
  const variantKey = VARIANT_KEYS.find(
    (key) => Array.isArray(product[key]) && (product[key] as unknown[]).some(isRecord),
  );
  const { [variantKey ?? '']: nested, ...own } = product;
  const base = new Map<string, string[]>();
  for (const [key, value] of Object.entries(own)) addValue(base, key, value, 0);
  for (const path of paths) for (const value of valuesAt(own, path)) addValue(base, path, value, 0);
  if (variantKey === undefined) {
    yield base;
    return;
  }
  const variants = (nested as unknown[]).filter(isRecord);
  const group = [
    'item_group_id',
    'handle',
    'id',
    'sku',
    'productID',
    'productGroupID',
    'url',
    'link',
    'title',
    'name',
  ].flatMap((key) => base.get(key) ?? [])[0];
  for (const variant of variants) {
    const row = new Map(base);
    for (const key of ['id', 'sku', 'admin_graphql_api_id']) row.delete(key);
    const values = new Map<string, string[]>();
    for (const [key, value] of Object.entries(variant)) addValue(values, key, value, 0);
    for (const path of paths)
      for (const value of valuesAt({ [variantKey]: variant }, path)) addValue(values, path, value, 0);
    for (const [key, value] of values)
      if (!(VARIANT_NAMES.has(key) && row.has(key)) && value.length > 0) row.set(key, value);
    if (group !== undefined && !row.has('item_group_id')) row.set('item_group_id', [group]);
    yield row;
  }
}

/** A variant's own name ("Red / M") must not take the place of the product's. */
const VARIANT_NAMES = new Set([
  'title',
  'name',
  'description',
  'body_html',
  'created_at',
  'updated_at',
  'position',
  'product_id',
]);

function addValue(row: Map<string, string[]>, key: string, value: unknown, depth: number): void {
  if (value === null || value === undefined || depth > MAX_DEPTH) return;
  const add = (name: string, text: string) => {
    const trimmed = text.trim();
    if (trimmed !== '') row.set(name, [...(row.get(name) ?? []), trimmed]);
  };
  if (typeof value !== 'object') {
    add(key, typeof value === 'number' ? numberText(value) : String(value));
    return;
  }
  if (key === 'options' && Array.isArray(value)) {
    for (const [index, option] of value.entries())
      if (isRecord(option) && typeof option.name === 'string') add(`Option${index + 1} Name`, option.name);
    return;
  }
  if (Array.isArray(value)) {
    for (const entry of value) {
      if (isRecord(entry) && typeof entry.name === 'string' && isScalar(entry.value))
        add(entry.name, String(entry.value));
      else addValue(row, key, entry, depth + 1);
    }
    return;
  }
  const record = value as Record<string, unknown>;
  // Neither a review's rating nor its author's name is the product's.
  if (REVIEW_KEYS.has(key.toLowerCase())) {
    const text = REVIEW_TEXTS.map((name) => record[name]).find((found) => typeof found === 'string');
    if (typeof text === 'string') add('customer reviews', text);
    return;
  }
  if (ATTRIBUTE_KEYS.has(key.toLowerCase())) {
    for (const [name, entry] of Object.entries(record)) addValue(row, name, entry, depth + 1);
    return;
  }
  const simple = VALUE_KEYS.find((name) => isScalar(record[name]));
  if (simple !== undefined) {
    const unit = UNIT_KEYS.map((name) => record[name]).find((found) => typeof found === 'string');
    const measured = typeof record[simple] === 'number' || /^[\d.,]+$/.test(String(record[simple]));
    addValue(
      row,
      key,
      measured && unit !== undefined ? `${record[simple]} ${unit}` : record[simple],
      depth + 1,
    );
  }
  for (const [name, entry] of Object.entries(record))
    if (name !== simple && /price|currency|availab|rating|count|quantity/i.test(name))
      addValue(row, name, entry, depth + 1);
}

/** The values at a path of keys with dots between; a key that has dots itself is tried first. */
function valuesAt(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) {
    const [, index, rest] = /^(\d+)(?:\.(.+))?$/.exec(path) ?? [];
    if (index === undefined) return value.flatMap((entry) => valuesAt(entry, path));
    const entry: unknown = value[Number(index)];
    return rest === undefined ? [entry] : valuesAt(entry, rest);
  }
  if (!isRecord(value)) return [];
  if (Object.hasOwn(value, path)) return [value[path]];
  const dot = path.indexOf('.');
  const key = path.slice(0, dot);
  return dot > 0 && Object.hasOwn(value, key) ? valuesAt(value[key], path.slice(dot + 1)) : [];
}

/** A fourth decimal says that the point is no thousands separator, which `1.299` in a text would have. */
function numberText(value: number): string {
  const text = String(value);
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
