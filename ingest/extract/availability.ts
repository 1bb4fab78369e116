import type { Availability } from '../../sql/document.ts';

/** schema.org's ItemAvailability and Google's feed values, without case, spaces, hyphens and underscores. */
const names: Readonly<Record<string, Availability>> = {
  instock: 'in_stock',
  instoreonly: 'in_stock',
  onlineonly: 'in_stock',
  limitedavailability: 'in_stock',
  madetoorder: 'in_stock',
  available: 'in_stock',
  true: 'in_stock',
  yes: 'in_stock',
  instocknow: 'in_stock',
  lowstock: 'in_stock',
  outofstock: 'out_of_stock',
  soldout: 'out_of_stock',
  unavailable: 'out_of_stock',
  reserved: 'out_of_stock',
  notavailable: 'out_of_stock',
  false: 'out_of_stock',
  no: 'out_of_stock',
  nostock: 'out_of_stock',
  preorder: 'preorder',
  presale: 'preorder',
  preventa: 'preorder',
  backorder: 'backorder',
  backordered: 'backorder',
  onbackorder: 'backorder',
  discontinued: 'discontinued',
  nolongeravailable: 'discontinued',
  descatalogado: 'discontinued',
};

/** Words of a page or a feed, English and Spanish; what denies comes before what affirms. */
const phrases: readonly (readonly [RegExp, Availability])[] = [
  [/discontinued|no longer (?:available|sold|made)|descatalogad|discontinuad/, 'discontinued'],
  [/pre-?\s?order|pre-?venta|reserva ya/, 'preorder'],
  [/back-?\s?order|bajo pedido|por encargo/, 'backorder'],
  [
    /out of stock|sold out|not (?:in stock|available)|unavailable|no stock|agotad|sin existencias|sin stock|no disponible/,
    'out_of_stock',
  ],
  [/in stock|available|\bleft\b|en stock|en existencias|disponible|quedan? \d/, 'in_stock'],
];

/**
 * Reads whether a product can be bought: a schema.org URL or name (`https://schema.org/InStock`), a feed's value (`in_stock`),
 * words (`Sold out`, `Agotado`), a boolean, or a number in stock. `unknown` for anything else.
 */
export function parseAvailability(value: unknown): Availability {
  if (typeof value === 'boolean') return value ? 'in_stock' : 'out_of_stock';
  if (typeof value === 'number')
    return Number.isFinite(value) ? (value > 0 ? 'in_stock' : 'out_of_stock') : 'unknown';
  if (typeof value !== 'string') return 'unknown';
  const text = value.trim().toLowerCase().slice(0, 200);
  if (/^-?\d+$/.test(text)) return Number(text) > 0 ? 'in_stock' : 'out_of_stock';
  const key = text
    .replace(/^https?:\/\/(?:www\.)?schema\.org\//, '')
    .replace(/^schema:/, '')
    .replace(/[\s_-]+/g, '');
  if (Object.hasOwn(names, key)) return names[key] ?? 'unknown';
  return phrases.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** From best to worst for a shopper, for a product with several variants or offers. */
const order: readonly Availability[] = [
  'in_stock',
  'preorder',
  'backorder',
  'out_of_stock',
  'discontinued',
  'unknown',
];

/** What can be said of a product whose variants can be bought as listed: the best of them; `unknown` for none. */
export function bestAvailability(values: Availability[]): Availability {
  return order.find((availability) => values.includes(availability)) ?? 'unknown';
}
