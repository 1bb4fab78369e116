import type { ProductFacts, Variant } from '../../sql/document.ts';
import { bestAvailability } from '../extract/availability.ts';
import { withColorParts } from '../extract/color-parts.ts';
import type { CatalogProblem } from './catalog-record.ts';
import { type CatalogRow, groupOf, optionsOf } from './catalog-row.ts';
import { attributeName, type CatalogField } from './column-names.ts';
import { isHiddenStatus } from './hidden-status.ts';
import { nameOptions } from './name-options.ts';
import { plainText } from './plain-text.ts';
import { productName } from './product-name.ts';
import { httpUrl, productUrl } from './product-url.ts';
import { type RowOffer, readOffer } from './read-offer.ts';

/** What holds where a catalog's rows say nothing. */
export interface CatalogDefaults {
  /** ISO 4217; decides what a bare `$` or number is. */
  currency?: string;
  /** BCP 47. */
  locale?: string;
  /** Put before a product's handle or SKU to make its URL, and resolves relative links. */
  urlBase?: string;
}

/** A product made of its rows; the description is as the catalog has it, HTML or not. */
export interface BuiltProduct {
  /** The line of its first row. */
  line: number;
  facts: ProductFacts;
  description: string;
  /** Lines that belong to the text though the catalog keeps them in columns of their own. */
  notes: string[];
  /** What customers wrote, HTML or not. */
  reviews: string[];
  locale: string | null;
}

/** Longer values are prose, such as care instructions. */
const MAX_ATTRIBUTE = 200;

interface Offered {
  row: CatalogRow;
  sku: string;
  offer: RowOffer;
  attributes: Record<string, string[]>;
  options: Record<string, string>;
}

/**
 * Makes one product of its rows. Rows that are wrong are reported and left out; the others make the product.
 * @returns null when no row is left, or the product has no name.
 */
export function buildProduct(
  rows: CatalogRow[],
  {
    defaults,
    fetchedAt,
    onProblem,
  }: { defaults: CatalogDefaults; fetchedAt: string; onProblem(problem: CatalogProblem): void },
): BuiltProduct | null {
  const [head] = rows;
  if (head === undefined) return null;
  const first = (field: CatalogField): string | null =>
    rows.find((row) => row.fields[field] !== undefined)?.fields[field] ?? null;
  const name = productName(rows);
  if (name === '') {
    onProblem({ ...place(head), kind: 'unreadable', reason: 'title: expected a name, found none' });
    return null;
  }
  const status = first('published');
  if (status !== null && isHiddenStatus(status)) {
    onProblem({ ...place(head), kind: 'left-out', reason: `not published (${status.trim().toLowerCase()})` });
    return null;
  }
  const offered = nameOptions(offeredRows(rows, { defaults, fetchedAt, onProblem }));
  const [lead] = offered;
  if (lead === undefined) return null;

  const group = groupOf(head);
  const several = offered.length > 1;
  const handle = first('handle');
  const sku = several && group !== null ? group : lead.sku;
  const urlBase = defaults.urlBase ?? null;
  const own = rows.find((row) => row.parent)?.fields.url;
  const url = productUrl(
    own === undefined ? offered.flatMap(({ row }) => row.fields.url ?? []) : [own],
    { handle, sku },
    urlBase,
  );
  const image = first('image');
  const priced = offered
    .filter(({ offer }) => offer.price !== null)
    .sort((a, b) => (a.offer.price ?? 0) - (b.offer.price ?? 0));
  const rating = numberBetween(first('rating'), 0, 5);
  const facts: ProductFacts = {
    sku,
    gtin: several ? null : (lead.row.fields.gtin?.replace(/^'/, '') ?? null),
    name,
    brand: first('brand') === null ? null : plainText(first('brand') ?? ''),
    category: categoryOf(first('category')),
    price: priced[0]?.offer.price ?? null,
    priceMax: priced.at(-1)?.offer.price ?? null,
    listPrice: priced[0]?.offer.listPrice ?? null,
    currency: priced[0]?.offer.currency ?? lead.offer.currency,
    availability: bestAvailability(offered.map(({ offer }) => offer.availability)),
    rating,
    ratingCount: rating === null ? null : numberBetween(first('ratingCount'), 0, Number.MAX_SAFE_INTEGER),
    image: image === null ? null : httpUrl(image, urlBase ?? (/^https?:/.test(url) ? url : null)),
    url,
    attributes: allAttributes(offered),
    variants: several ? toVariants(offered) : [],
    asOf: fetchedAt,
  };
  return {
    line: head.line,
    facts,
    description: first('description') ?? '',
    notes: longAttributes(offered),
    reviews: [...new Set(rows.flatMap((row) => row.reviews))],
    locale: first('locale'),
  };
}

/** The rows that can be offered. A row with no identifier and no offer only adds to its product (Shopify's image rows). */
function offeredRows(
  rows: CatalogRow[],
  { defaults, fetchedAt, onProblem }: Parameters<typeof buildProduct>[1],
): Offered[] {
  const offered: Offered[] = [];
  const lines = new Map<string, number>();
  const optionNames = Object.assign({}, ...rows.map((row) => row.fields).reverse()) as CatalogRow['fields'];
  const onlyParents = rows.every((row) => row.parent);
  let currency: string | null = null;
  for (const row of rows) {
    if (row.parent && !onlyParents) continue;
    const options = optionsOf(row, optionNames, attributeName);
    const own = row.fields.sku ?? row.fields.id;
    const extra =
      rows.length > 1 &&
      own === undefined &&
      row.fields.price === undefined &&
      Object.keys(options).length === 0;
    if (extra && row !== rows[0]) continue;
    const sku = own ?? skuFor(row, options);
    if (sku === null) {
      const reason = 'expected an identifier (a SKU, id, handle or link), found none';
      onProblem({ ...place(row), kind: 'unreadable', reason });
      continue;
    }
    const before = lines.get(sku);
    if (before !== undefined) {
      const reason = `expected a SKU of its own, found "${sku}" as in line ${before}`;
      onProblem({ line: row.line, sku, kind: 'left-out', reason });
      continue;
    }
    const result = readOffer(row, { currency: defaults.currency ?? null, fetchedAt });
    if (!result.ok) {
      onProblem({ line: row.line, sku, kind: 'unreadable', reason: result.reason });
      continue;
    }
    if (currency !== null && result.offer.currency !== null && result.offer.currency !== currency) {
      onProblem({
        line: row.line,
        sku,
        kind: 'unreadable',
        reason: `expected prices in ${currency} as for the product's other variants, found ${result.offer.currency}`,
      });
      continue;
    }
    currency ??= result.offer.currency;
    lines.set(sku, row.line);
    const attributes: Record<string, string[]> = { ...row.attributes };
    for (const [name, value] of Object.entries(options)) attributes[name] = [value];
    offered.push({ row, sku, offer: result.offer, attributes, options });
  }
  return offered;
}

/** Where a problem is, and of which product. */
function place(row: CatalogRow): Pick<CatalogProblem, 'line' | 'sku'> {
  return { line: row.line, sku: row.fields.sku ?? row.fields.id ?? groupOf(row) };
}

/** An identifier for a row without a SKU: its handle and options, or the last part of its link. */
function skuFor(row: CatalogRow, options: Record<string, string>): string | null {
  const base = groupOf(row);
  if (base !== null) return [base, ...Object.values(options)].join('/');
  const { url } = row.fields;
  if (url === undefined) return null;
  return (
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? url
  );
}

function mergeAttributes(offered: Offered[]): Record<string, string[]> {
  const merged = new Map<string, Set<string>>();
  for (const { attributes } of offered) {
    for (const [name, values] of Object.entries(attributes)) {
      const known = merged.get(name) ?? new Set();
      for (const value of values.map(plainText))
        if (value !== '' && value.length <= MAX_ATTRIBUTE) known.add(value);
      if (known.size > 0) merged.set(name, known);
    }
  }
  return Object.fromEntries([...merged].map(([name, values]) => [name, [...values]]));
}

/** What the product is found by. */
function allAttributes(offered: Offered[]): Record<string, string[]> {
  const merged = mergeAttributes(offered);
  return merged.color === undefined ? merged : { ...merged, color: withColorParts(merged.color) };
}

/** What is too long to be an attribute, as lines for the product's text. */
function longAttributes(offered: Offered[]): string[] {
  const notes = offered.flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, values]) =>
      values
        .map(plainText)
        .filter((value) => value.length > MAX_ATTRIBUTE)
        .map((value) => `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}`),
    ),
  );
  return [...new Set(notes)];
}

/** A variant's attributes are its options, or what differs between the rows of the product. */
function toVariants(offered: Offered[]): Variant[] {
  const merged = mergeAttributes(offered);
  // Several values that all variants have, such as tags, tell none of them from another.
  const said = (name: string) => new Set(offered.map(({ attributes }) => attributes[name]?.join('\n') ?? ''));
  const telling = (name: string) => said(name).size > 1 || ['color', 'size'].includes(name);
  return offered.map(({ sku, offer, attributes, options }) => ({
    sku,
    attributes: {
      ...Object.fromEntries(
        Object.entries(attributes)
          .filter(([name]) => Object.hasOwn(merged, name) && telling(name))
          .map(([name, values]) => [name, values.map(plainText).join(', ')]),
      ),
      ...options,
    },
    price: offer.price,
    availability: offer.availability,
  }));
}

function categoryOf(stated: string | null): string | null {
  if (stated === null) return null;
  const steps = plainText(stated)
    .split(/\s*[>|]\s*|\s+\/\s+/)
    .filter(Boolean);
  return steps.length === 0 ? null : steps.join(' > ');
}

function numberBetween(text: string | null, low: number, high: number): number | null {
  const value = Number(text?.replace(',', '.').trim() || Number.NaN);
  return value >= low && value <= high ? value : null;
}
