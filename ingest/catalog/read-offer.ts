import type { Availability } from '../../sql/document.ts';
import { parseAvailability } from '../extract/availability.ts';
import { currencyCode, parseMoney } from '../extract/money.ts';
import { type CatalogRow, UNTRACKED } from './catalog-row.ts';

/** What one row says about buying: its current price, the price before a sale, and whether it can be bought. */
export interface RowOffer {
  price: number | null;
  /** Higher than `price`, or null. */
  listPrice: number | null;
  currency: string | null;
  availability: Availability;
}

/** Feeds that state neither a price nor a stock make no offer; a stated price that cannot be read is a problem. */
export type OfferResult = { ok: true; offer: RowOffer } | { ok: false; reason: string };

/**
 * Reads a row's offer. Two conventions meet here: Google's and WooCommerce's `price` is before, `sale_price` during a
 * sale; Shopify's `price` is current, `compare_at_price` before.
 * @param fetchedAt ISO 8601; a sale counts only within its dates.
 */
export function readOffer(
  row: CatalogRow,
  { currency, fetchedAt }: { currency: string | null; fetchedAt: string },
): OfferResult {
  const { fields } = row;
  if (fields.currency !== undefined && currencyCode(fields.currency) === null)
    return {
      ok: false,
      reason: `currency: expected an ISO 4217 code such as EUR, found "${clip(fields.currency)}"`,
    };
  const assumed = currencyCode(fields.currency) ?? currencyCode(currency);
  const amounts = {
    price: null as number | null,
    salePrice: null as number | null,
    listPrice: null as number | null,
  };
  let named: string | null = null;
  for (const field of ['price', 'salePrice', 'listPrice'] as const) {
    const text = fields[field];
    if (text === undefined) continue;
    if (/^[^\d]*[-−(]\s*\p{Sc}?\s*\d/u.test(text))
      return { ok: false, reason: `${field}: expected a price of 0 or more, found "${clip(text)}"` };
    const money = parseMoney(text, assumed);
    if (money === null)
      return { ok: false, reason: `${field}: expected a price such as 19.90 EUR, found "${clip(text)}"` };
    if (named !== null && money.currency !== null && money.currency !== named)
      return { ok: false, reason: `${field}: expected ${named} as in the price, found "${clip(text)}"` };
    named ??= money.currency;
    amounts[field] = money.amount;
  }
  const { price, salePrice, listPrice } = amounts;
  const onSale = salePrice !== null && (price === null || salePrice < price) && saleIsOn(fields, fetchedAt);
  const current = onSale ? salePrice : price;
  const before = Math.max(onSale ? (price ?? 0) : 0, listPrice ?? 0);
  return {
    ok: true,
    offer: {
      price: current,
      listPrice: current !== null && before > current ? before : null,
      currency: named ?? assumed,
      availability: availabilityOf(row),
    },
  };
}

/**
 * Google's range is two ISO 8601 dates with `/` between, WooCommerce's stands in two columns. A day counts whole, in UTC.
 * A date that cannot be read does not end a sale.
 */
function saleIsOn({ saleDates, saleStart, saleEnd }: CatalogRow['fields'], now: string): boolean {
  const [from = saleStart, to = saleEnd] = saleDates?.split('/') ?? [];
  const at = Date.parse(now);
  return !(at < dateOf(from ?? '')) && !(at > lastMoment(to ?? ''));
}

/** NaN where there is none; with a zone as `+0100` too. */
function dateOf(text: string): number {
  return Date.parse(text.trim().replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

function lastMoment(text: string): number {
  return dateOf(text) + (/^\s*\d{4}-\d\d-\d\d\s*$/.test(text) ? MS_PER_DAY - 1 : 0);
}

const MS_PER_DAY = 86_400_000;

function availabilityOf({ fields }: CatalogRow): Availability {
  if (fields.availability !== undefined) {
    const stated = stockOf(fields.availability);
    if (stated !== 'unknown') return stated;
  }
  if (isSoldUncounted(fields)) return 'in_stock';
  // Warehouses book reservations below zero and write 3,0 or 1.000.
  const quantity = fields.quantity?.replace(/[.,]0+$/, '').replace(/[.,\s]/g, '');
  if (quantity !== undefined && /^-?\d+$/.test(quantity))
    return Number(quantity) > 0 ? 'in_stock' : 'out_of_stock';
  return fields.quantity === undefined ? 'unknown' : stockOf(fields.quantity);
}

function stockOf(text: string): Availability {
  return /^(?:s[ií]|verdadero|ja|oui)$/.test(text.trim().toLowerCase())
    ? 'in_stock'
    : parseAvailability(text);
}

/** Shopify sells on at a count of 0 where its policy is `continue`, and where nothing counts (as for gift cards). */
function isSoldUncounted({ stockPolicy, tracker }: CatalogRow['fields']): boolean {
  return /^continue$/i.test(stockPolicy ?? '') || tracker === UNTRACKED;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
