import type { Availability } from '../../sql/document.ts';
import { parseAvailability } from '../extract/availability.ts';
import { currencyCode, parseMoney } from '../extract/money.ts';
import type { CatalogRow } from './catalog-row.ts';

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
 * @param fetchedAt ISO 8601; a sale counts only within its `sale_price_effective_date`.
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
  const onSale =
    salePrice !== null && (price === null || salePrice < price) && saleIsOn(fields.saleDates, fetchedAt);
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

/** Google's range: two ISO 8601 dates with `/` between. One that cannot be read does not end a sale. */
function saleIsOn(dates: string | undefined, now: string): boolean {
  const [from, to] = (dates ?? '')
    .split('/')
    .map((date) => Date.parse(date.trim().replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
  const at = Date.parse(now);
  return !(from !== undefined && at < from) && !(to !== undefined && at > to);
}

function availabilityOf({ fields }: CatalogRow): Availability {
  if (fields.availability !== undefined) {
    const folded = fields.availability.trim().toLowerCase();
    const stated = /^(?:s[ií]|verdadero|ja|oui)$/.test(folded)
      ? 'in_stock'
      : parseAvailability(fields.availability);
    if (stated !== 'unknown') return stated;
  }
  // Warehouses book reservations below zero and write 3,0 or 1.000.
  const quantity = fields.quantity?.replace(/[.,]0+$/, '').replace(/[.,\s]/g, '');
  if (quantity !== undefined && /^-?\d+$/.test(quantity))
    return Number(quantity) > 0 ? 'in_stock' : 'out_of_stock';
  return fields.quantity === undefined ? 'unknown' : parseAvailability(fields.quantity);
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
