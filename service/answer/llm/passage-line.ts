import type { ProductFacts, Variant } from '../../../sql/document.ts';
import type { Evidence } from '../answerer.ts';
import { dataLine } from './data-line.ts';

/** A product with more versions than this is shown by its attributes and its price range. */
const mostVariants = 40;

/**
 * A passage as a model sees it: a line of JSON with its number (from 1), where it stands, its text, and the facts of the
 * product it is about. No URL, no id, no score.
 */
export function passageLine(evidence: Evidence, number: number): string {
  return dataLine({
    passage: number,
    title: evidence.title,
    ...(evidence.heading.length > 0 && { heading: evidence.heading.join(' > ') }),
    ...(evidence.product && { product: productFacts(evidence.product) }),
    text: evidence.text,
  });
}

function productFacts(facts: ProductFacts): Record<string, unknown> {
  const { name, brand, category, price, priceMax, listPrice, currency, availability, rating, ratingCount } =
    facts;
  const shown = facts.variants.length > 1 && facts.variants.length <= mostVariants ? facts.variants : [];
  return withoutEmpty({
    name,
    brand,
    category,
    price,
    priceMax: priceMax === price ? null : priceMax,
    priceBeforeSale: listPrice,
    currency,
    availability: availability === 'unknown' ? null : availability.replaceAll('_', ' '),
    rating,
    ratingCount,
    attributes: facts.attributes,
    versions: shown.map((variant) => version(variant)),
  });
}

function version({ attributes, price, availability }: Variant): Record<string, unknown> {
  return withoutEmpty({
    ...attributes,
    price,
    availability: availability === 'unknown' ? null : availability.replaceAll('_', ' '),
  });
}

/** Without nulls and empty lists: a model must not read an unknown fact as a stated one. */
function withoutEmpty(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== null && !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  );
}
