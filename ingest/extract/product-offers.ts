import type { Availability } from '../../sql/document.ts';
import { parseAvailability } from './availability.ts';
import { asList, asNodes, asNumber, asText, hasType, type LdNode } from './json-ld.ts';
import { currencyCode, type Money, parseMoney } from './money.ts';

/** One schema.org Offer, or the span of an AggregateOffer. */
export interface Offer {
  sku: string;
  price: number | null;
  priceMax: number | null;
  /** The price before a sale, as its price specification states it. */
  listPrice: number | null;
  currency: string | null;
  availability: Availability;
  attributes: Record<string, string>;
}

const NOT_FOR_ALL = ['MemberProgram', 'InvoicePrice'];

/** Reads the offers of a product or variant; an AggregateOffer that lists its offers gives those. */
export function readOffers(value: unknown): Offer[] {
  return asNodes(value).flatMap((node) => {
    const inner = asNodes(node.offers);
    if (hasType(node, 'AggregateOffer') && inner.length > 0) return readOffers(inner);
    return [readOffer(node)];
  });
}

function readOffer(node: LdNode): Offer {
  const specs = asNodes(node.priceSpecification).filter(
    (spec) => !('validForMemberTier' in spec) && !NOT_FOR_ALL.includes(priceType(spec)),
  );
  const isBefore = (spec: LdNode) => /^(?:StrikethroughPrice|ListPrice|SRP|MSRP)$/.test(priceType(spec));
  const currents = specs.filter((spec) => !isBefore(spec) && 'price' in spec);
  // One with a reference quantity may be the price of 100 g.
  const current = currents.find((spec) => !('referenceQuantity' in spec)) ?? currents[0];
  const before = specs.find(isBefore);
  const currency =
    currencyCode(asText(node.priceCurrency)) ??
    specs.map((spec) => currencyCode(asText(spec.priceCurrency))).find(Boolean) ??
    null;
  const money =
    readPrice(node.price, currency) ??
    readPrice(node.lowPrice, currency) ??
    readPrice(current?.price, currency) ??
    readPrice(current?.minPrice, currency);
  const high = readPrice(node.highPrice, currency);
  return {
    sku: asText(node.sku) || asText(asNodes(node.itemOffered)[0]?.sku),
    price: money?.amount ?? null,
    priceMax: high?.amount ?? null,
    listPrice: readPrice(before?.price, currency)?.amount ?? null,
    currency: currency ?? money?.currency ?? null,
    availability: 'availability' in node ? parseAvailability(asText(node.availability)) : stock(node),
    attributes: offerAttributes(node),
  };
}

const priceType = (spec: LdNode) => asText(spec.priceType).replace(/^.*\//, '');

/** One amount; several different ones in one offer say nothing for certain. */
function readPrice(value: unknown, currency: string | null): Money | null {
  const [first, ...others] = asList(value).flatMap((item) => parseMoney(item, currency) ?? []);
  return first && others.every(({ amount }) => amount === first.amount) ? first : null;
}

function stock(node: LdNode) {
  const level = asNumber(asNodes(node.inventoryLevel)[0]?.value ?? node.inventoryLevel);
  return parseAvailability(level ?? undefined);
}

function offerAttributes(node: LdNode): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const source of [node, ...asNodes(node.itemOffered)]) {
    for (const name of ['color', 'size', 'material', 'pattern']) {
      const value = asText(source[name]);
      if (value !== '') attributes[name] = value;
    }
  }
  const name = asText(node.name);
  if (Object.keys(attributes).length === 0 && name !== '') attributes.option = name;
  return attributes;
}
