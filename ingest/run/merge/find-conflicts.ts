import type { Availability } from '../../../sql/document.ts';
import type { ProductStatement } from '../../../sql/merge-products.ts';
import { languageOf } from '../../analysis/language-of.ts';
import { fold } from '../../analysis/stem.ts';
import { namesUnlike } from './names-alike.ts';
import { gtinKey, skuKey } from './product-keys.ts';
import { sourceName } from './source-name.ts';
import { sameAmount, statesOneOf, variantStated } from './stated-offer.ts';

/** What one document says of a fact. */
export interface ConflictSide {
  documentId: string;
  sourceId: string;
  /** What people call the source: `the page`, or a file's name. */
  source: string;
  value: string;
}

/** Two documents of one product that contradict each other. */
export interface Conflict {
  field: 'price' | 'availability' | 'name' | 'brand' | 'gtin';
  /** The variant that it is about; null for the product. */
  variant: string | null;
  /** Where shoppers find the product. */
  url: string;
  /** The primary's first. */
  sides: [ConflictSide, ConflictSide];
  /** Whose value shoppers are told. */
  shown: 0 | 1;
}

type Facts = ProductStatement['facts'];
type Difference = { values: [string, string]; variant?: string };

/** @returns where another document contradicts the primary; each fact once. Pure. */
export function findConflicts(primary: ProductStatement, other: ProductStatement): Conflict[] {
  const found = offerDifferences(primary.facts, other.facts);
  const newest = other.asOf > primary.asOf ? 1 : 0;
  const names = sourceName(primary, other);
  const conflict = (field: Conflict['field'], difference: Difference | null, shown: 0 | 1): Conflict[] => {
    if (difference === null) return [];
    const side = ({ documentId, sourceId }: ProductStatement, at: 0 | 1): ConflictSide => ({
      documentId,
      sourceId,
      source: names[at],
      value: difference.values[at],
    });
    const variant = difference.variant ?? null;
    return [{ field, variant, url: primary.facts.url, sides: [side(primary, 0), side(other, 1)], shown }];
  };
  return [
    ...conflict('price', found.price, newest),
    ...conflict('availability', found.availability, newest),
    ...conflict('name', nameDifference(primary, other), 0),
    ...conflict('brand', brandDifference(primary.facts, other.facts), 0),
    ...conflict('gtin', gtinDifference(primary.facts, other.facts), 0),
  ];
}

interface OfferDifferences {
  price: Difference | null;
  availability: Difference | null;
}

function offerDifferences(one: Facts, other: Facts): OfferDifferences {
  const ofOne = variantStated(one, other);
  const ofOther = variantStated(other, one);
  if (ofOne !== null) return compare({ ...one, ...alone(ofOne) }, other, ofOne.sku);
  if (ofOther !== null) return compare(one, { ...other, ...alone(ofOther) }, ofOther.sku);
  const [single, detailed] = one.variants.length === 0 ? [one, other] : [other, one];
  if (single.variants.length === 0 && detailed.variants.length > 0 && statesOneOf(single, detailed))
    return { price: null, availability: null };
  const whole = compare(one, other);
  for (const variant of one.variants) {
    const twin = other.variants.find(({ sku }) => skuKey(sku) === skuKey(variant.sku));
    if (twin === undefined) continue;
    const found = compare({ ...one, ...alone(variant) }, { ...other, ...alone(twin) }, variant.sku);
    whole.price ??= found.price;
    whole.availability ??= found.availability;
  }
  return whole;
}

const alone = ({ price, availability }: Facts['variants'][number]) => ({
  price,
  priceMax: price,
  availability,
});

function compare(one: Facts, other: Facts, variant?: string): OfferDifferences {
  const about = variant === undefined ? {} : { variant };
  const market = one.currency !== null && one.currency === other.currency;
  const priced = one.price !== null && other.price !== null;
  const known = one.availability !== 'unknown' && other.availability !== 'unknown';
  const same = sameAmount(one.price, other.price) && sameAmount(one.priceMax, other.priceMax);
  return {
    price: market && priced && !same ? { values: [moneyText(one), moneyText(other)], ...about } : null,
    availability:
      known && one.availability !== other.availability
        ? { values: [WORDS[one.availability], WORDS[other.availability]], ...about }
        : null,
  };
}

/** Names in two languages are expected to differ. */
function nameDifference(one: ProductStatement, other: ProductStatement): Difference | null {
  const unlike =
    languageOf(one.locale) === languageOf(other.locale) && namesUnlike(one.facts.name, other.facts.name);
  return unlike ? { values: [`“${one.facts.name}”`, `“${other.facts.name}”`] } : null;
}

/** One may write it out: `Northpeak`, `Northpeak Outdoor Ltd.` */
function brandDifference({ brand: one }: Facts, { brand: other }: Facts): Difference | null {
  if (one === null || other === null) return null;
  const [left, right] = [one, other].map((brand) => fold(brand).replace(/[^\p{L}\p{N}]+/gu, '')) as [
    string,
    string,
  ];
  return left.includes(right) || right.includes(left) ? null : { values: [`“${one}”`, `“${other}”`] };
}

/** A product with variants may state the number of any of them. */
function gtinDifference(one: Facts, other: Facts): Difference | null {
  const [left, right] = [gtinKey(one.gtin), gtinKey(other.gtin)];
  const alike = one.variants.length === 0 && other.variants.length === 0;
  return alike && left !== null && right !== null && left !== right
    ? { values: [one.gtin ?? '', other.gtin ?? ''] }
    : null;
}

function moneyText({ price, priceMax, currency }: Facts): string {
  const digits =
    currency === null
      ? 2
      : new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const low = (price ?? 0).toFixed(digits);
  const high = (priceMax ?? price ?? 0).toFixed(digits);
  return `${low === high ? low : `${low} to ${high}`} ${currency}`;
}

const WORDS: Record<Availability, string> = {
  in_stock: 'in stock',
  out_of_stock: 'out of stock',
  preorder: 'for pre-order',
  backorder: 'on back order',
  discontinued: 'discontinued',
  unknown: 'unknown',
};
