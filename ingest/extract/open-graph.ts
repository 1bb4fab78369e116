import { cleanLine } from './dom.ts';
import { addValue, type LdNode } from './json-ld.ts';
import { currencyCode } from './money.ts';
import type { PageElements } from './page-elements.ts';

/** More tags than any page has. */
const MOST_TAGS = 1_000;
const PRODUCT_TYPES = /^(?:og:)?product(?:\.item)?$/i;

/** Facts by the tags that state them, the commonest first. */
const facts: Readonly<Record<string, readonly string[]>> = {
  sku: ['product:retailer_item_id', 'product:sku', 'product:retailer_part_no'],
  mpn: ['product:mfr_part_no'],
  gtin: ['product:gtin', 'product:ean', 'product:upc', 'product:isbn'],
  brand: ['product:brand', 'og:brand'],
  color: ['product:color'],
  size: ['product:size'],
  material: ['product:material'],
  pattern: ['product:pattern'],
  image: ['og:image:secure_url', 'og:image', 'og:image:url'],
  url: ['og:url'],
};

/**
 * The product that a page's Open Graph tags describe (ogp.me; the `product:` tags of Facebook's and Pinterest's catalogs),
 * as JSON-LD would write it. Their page is the product's own, so there is one at most.
 * @param title the page's, as `og:title` often carries the shop's name
 * @returns null where they describe none, or say nothing that can be sold: no price, no item number, no availability
 */
export function readOpenGraph(elements: PageElements, title: string): LdNode | null {
  const tags = readTags(elements);
  const first = (names: readonly string[]) => names.map((name) => tags.get(name)?.[0]).find(Boolean) ?? '';
  const type = first(['og:type']);
  const isProduct = PRODUCT_TYPES.test(type);
  const offers = readPrices(tags, isProduct || type === '');
  const availability = first(['product:availability', 'og:availability', 'product:availibility']);
  const name = title || first(['og:title']);
  const sold = offers.length > 0 || first(facts.sku ?? []) !== '' || availability !== '';
  const described =
    isProduct || offers.length > 0 || [...tags.keys()].some((tag) => tag.startsWith('product:'));
  if (!sold || !described || name === '') return null;

  const node: LdNode = { '@type': 'Product', name };
  for (const [property, names] of Object.entries(facts)) addText(node, property, first(names));
  // A category may be a number of Google's taxonomy, which says nothing to a shopper.
  const category = first(['product:category']);
  if (!/^\d+$/.test(category)) addText(node, 'category', category);
  const stock = availability.toLowerCase() === 'oos' ? 'out of stock' : availability;
  node.offers = (offers.length > 0 ? offers : [{ '@type': 'Offer' } as LdNode]).map((offer) =>
    stock === '' ? offer : { ...offer, availability: stock },
  );
  const rating = first(['og:rating']);
  if (rating !== '')
    node.aggregateRating = {
      ratingValue: rating,
      bestRating: first(['og:rating_scale']) || '5',
      ratingCount: first(['og:rating_count', 'og:review_count']),
    };
  return node;
}

function addText(node: LdNode, name: string, text: string): void {
  if (text !== '') addValue(node, name, text);
}

function readTags(elements: PageElements): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  const stating = elements.named('meta').filter(({ attribs }) => 'content' in attribs);
  for (const element of stating.slice(0, MOST_TAGS)) {
    const name = (element.attribs.property ?? element.attribs.name ?? '').trim().toLowerCase();
    if (!/^(?:og|product):/.test(name)) continue;
    const content = cleanLine((element.attribs.content ?? '').slice(0, 2_000));
    if (content === '') continue;
    tags.set(name, [...(tags.get(name) ?? []), content]);
  }
  return tags;
}

/** Offers in the currency that comes first; amounts and currencies that repeat belong together in their order. */
function readPrices(tags: Map<string, string[]>, withOg: boolean): LdNode[] {
  const regular = amounts(tags, 'product:price');
  const sale = amounts(tags, 'product:sale_price');
  const shared = withOg ? amounts(tags, 'og:price') : [];
  const current = [sale, regular, shared].find((prices) => prices.length > 0) ?? [];
  const before =
    (current === sale ? regular[0]?.amount : undefined) ??
    tags.get('product:original_price:amount')?.[0] ??
    (withOg ? tags.get('og:price:standard_amount')?.[0] : undefined);
  const currency = current[0]?.currency ?? '';
  return current
    .filter((price) => price.currency === currency)
    .map(({ amount }) => ({
      '@type': 'Offer',
      price: amount,
      ...(currency === '' ? {} : { priceCurrency: currency }),
      ...(before === undefined
        ? {}
        : { priceSpecification: { priceType: 'https://schema.org/ListPrice', price: before } }),
    }));
}

function amounts(tags: Map<string, string[]>, name: string): { amount: string; currency: string }[] {
  const currencies = tags.get(`${name}:currency`) ?? [];
  return (tags.get(`${name}:amount`) ?? []).map((amount, at) => ({
    amount,
    currency: currencyCode(currencies[at] ?? currencies.at(-1)) ?? '',
  }));
}
