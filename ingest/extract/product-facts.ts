import type { ProductFacts, Variant } from '../../sql/document.ts';
import { bestAvailability, parseAvailability } from './availability.ts';
import { withColorParts } from './color-parts.ts';
import { asList, asNodes, asNumber, asText, hasType, isNode, type LdNode } from './json-ld.ts';
import { readAdditional, readAttributes } from './product-attributes.ts';
import { type Offer, readOffers } from './product-offers.ts';
import { readRating } from './product-rating.ts';
import { splitOptions } from './split-options.ts';
import { addAttribute, summarizeVariants } from './summarize-variants.ts';

/** Those that tell variants apart where `variesBy` does not say. */
const variantProperties = ['color', 'size', 'material', 'pattern'] as const;

/** Placeholders of shop platforms for a product without a number. */
const NO_SKU = /^(?:n\/?[ad]|-+|none|null)$/i;

/**
 * The facts of a page's product, out of its structured data (schema.org Product or ProductGroup with its Offer,
 * AggregateOffer, AggregateRating and variants).
 * @param product one of `nodes`
 * @param nodes all the objects of the page, for breadcrumbs and for variants that are written elsewhere
 */
export function readProductFacts(
  product: LdNode,
  nodes: LdNode[],
  page: { url: string; title: string; fetchedAt: string },
): ProductFacts {
  const name = asText(product.name) || page.title;

  const byId = new Map(nodes.flatMap((node) => (isReference(node) ? [] : [[node['@id'], node] as const])));
  const members = asNodes(product.hasVariant).map(
    (variant) => (isReference(variant) && byId.get(variant['@id'])) || variant,
  );
  const group = asNodes(product.isVariantOf)[0];
  const offers = readOffers(
    product.offers ?? (hasOfferFacts(product) ? { ...product, name: '' } : undefined),
  );
  const currency =
    [...offers, ...members.flatMap((member) => readOffers(member.offers))].find((offer) => offer.currency)
      ?.currency ?? null;
  const attributes: Record<string, string[]> = {};
  for (const source of [product, ...(group ? [group] : [])]) {
    for (const [key, value] of readAttributes(source)) addAttribute(attributes, key, value);
  }
  const variants = withSplitOptions(
    members.length > 0 ? members.flatMap((member) => readVariant(member, name)) : offerVariants(offers),
    attributes,
  );
  const summary = summarizeVariants(variants);
  const own = offers.filter((offer) => offer.price !== null);
  const prices = variants.length > 0 ? [] : own.map((offer) => offer.price as number);
  const highs = variants.length > 0 ? [] : own.map((offer) => offer.priceMax ?? (offer.price as number));
  const price = summary.price ?? (prices.length > 0 ? Math.min(...prices) : (own[0]?.price ?? null));
  const priceMax = summary.priceMax ?? (highs.length > 0 ? Math.max(...highs) : price);
  const allOffers = [...offers, ...members.flatMap((member) => readOffers(member.offers))];

  for (const [key, values] of Object.entries(summary.attributes))
    for (const value of values) addAttribute(attributes, key, value);
  for (const member of members)
    for (const [key, value] of readAttributes(member)) addAttribute(attributes, key, value);
  if (attributes.color !== undefined) attributes.color = withColorParts(attributes.color);
  const rating = readRating(product);
  return {
    sku:
      skuOf(product.sku) ||
      asText(product.productGroupID) ||
      asText(product.mpn) ||
      asText(product.productID) ||
      variants[0]?.sku ||
      slugOf(page.url),
    gtin: firstText(product, ['gtin13', 'gtin', 'gtin14', 'gtin12', 'gtin8', 'isbn']),
    name,
    brand: asText(product.brand) || asText(product.manufacturer) || null,
    category: readCategory(product, nodes, name),
    price,
    priceMax,
    listPrice: listPriceOf(allOffers, price),
    currency,
    availability:
      variants.length > 0
        ? summary.availability
        : bestAvailability(offers.map((offer) => offer.availability)),
    ...rating,
    image: readImage(product.image, page.url),
    url: page.url,
    attributes,
    variants,
    asOf: page.fetchedAt,
  };
}

/** `{ "@id": … }`, which stands for a node that is written elsewhere. */
const isReference = (node: LdNode) => typeof node['@id'] === 'string' && Object.keys(node).length === 1;

/** Old themes state price and stock of the product itself, without an offer. */
const hasOfferFacts = (product: LdNode) => 'price' in product || 'availability' in product;

function skuOf(value: unknown): string {
  const sku = asText(value);
  return NO_SKU.test(sku) ? '' : sku;
}

/** @param product the name of the product, before which a shop often puts no more than the variant's options. */
function readVariant(node: LdNode, product: string): Variant[] {
  const offers = readOffers(node.offers);
  const attributes: Record<string, string> = {};
  for (const property of variantProperties) {
    const value = asText(node[property]);
    if (value !== '') attributes[property] = value;
  }
  for (const [key, value] of readAdditional(node)) attributes[key.toLowerCase()] ??= value;
  const option = Object.keys(attributes).length === 0 ? ownPart(asText(node.name), product) : '';
  if (option !== '') attributes.option = option;
  const prices = offers.flatMap((offer) => (offer.price === null ? [] : [offer.price]));
  const sku =
    asText(node.sku) ||
    offers[0]?.sku ||
    asText(node.gtin13) ||
    asText(node.productID) ||
    asText(node['@id']);
  return [
    {
      sku,
      attributes,
      price: prices.length > 0 ? Math.min(...prices) : null,
      availability:
        offers.length > 0
          ? bestAvailability(offers.map((offer) => offer.availability))
          : parseAvailability(node.availability),
    },
  ];
}

/** `S / White` of `Linen Shirt - S / White`; nothing where a variant's name does not begin with its product's. */
function ownPart(name: string, product: string): string {
  if (product === '' || !name.toLowerCase().startsWith(product.toLowerCase())) return '';
  const rest = name.slice(product.length);
  return /^\s*[-–—:|,/(]/u.test(rest) ? rest.replace(/^[\s\-–—:|,/(]+|[\s)]+$/gu, '') : '';
}

function withSplitOptions(variants: Variant[], known: Record<string, string[]>): Variant[] {
  const split = splitOptions(
    variants.map(({ attributes }) => attributes),
    known,
  );
  return variants.map((variant, at) => ({ ...variant, attributes: split[at] ?? variant.attributes }));
}

/** Several offers with SKUs of their own are variants; several without may be sellers. */
function offerVariants(offers: Offer[]): Variant[] {
  if (
    offers.length < 2 ||
    new Set(offers.map((offer) => offer.sku)).size < offers.length ||
    offers.some((offer) => offer.sku === '')
  )
    return [];
  return offers.map(({ sku, attributes, price, availability }) => ({ sku, attributes, price, availability }));
}

/** The product's own category, or the breadcrumbs to it without the home page and itself. */
function readCategory(product: LdNode, nodes: LdNode[], name: string): string | null {
  const crumbs = nodes.find((node) => hasType(node, 'BreadcrumbList'));
  const trail = asNodes(crumbs?.itemListElement)
    .map((item, at) => ({
      at: asNumber(item.position) ?? at,
      text: asText(item.name) || asText(item.item),
    }))
    .sort((left, right) => left.at - right.at)
    .map(({ text }) => text)
    .filter(
      (text) =>
        text !== '' &&
        !/^(?:home|inicio|start|accueil|https?:.*)$/i.test(text) &&
        text.toLowerCase() !== name.toLowerCase(),
    );
  const own = asList(product.category)
    .map(asText)
    .filter((text) => text !== '' && !/^https?:/.test(text));
  const parts = own.length > 0 ? own.flatMap((text) => text.split(/\s*(?:>|›|»|\/(?=\s))\s*/u)) : trail;
  return parts.filter(Boolean).join(' > ') || null;
}

function readImage(value: unknown, base: string): string | null {
  const [first] = asList(value);
  const source = isNode(first)
    ? asText(first.url) || asText(first.contentUrl) || asText(first['@id'])
    : asText(first);
  if (source === '') return null;
  try {
    const url = new URL(source, base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function listPriceOf(offers: Offer[], price: number | null): number | null {
  const before = offers.flatMap((offer) => (offer.listPrice === null ? [] : [offer.listPrice]));
  const highest = before.length > 0 ? Math.max(...before) : null;
  return highest !== null && price !== null && highest > price ? highest : null;
}

function firstText(node: LdNode, keys: string[]): string | null {
  for (const key of keys) {
    const text = asText(node[key]);
    if (text !== '') return text;
  }
  return null;
}

/** The last part of an address, which stands for a SKU where none is stated. */
export function slugOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? '') || url;
  } catch {
    return url;
  }
}
