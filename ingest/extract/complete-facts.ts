import type { ProductFacts } from '../../sql/document.ts';
import { slugOf } from './product-facts.ts';

/**
 * One product's facts with what they lack out of others that speak of the same product. What is known stays; an amount and
 * its currency are only ever taken together.
 */
export function completeFacts(known: ProductFacts, more: ProductFacts): ProductFacts {
  const priced = withPrice(known, more);
  const samePrices = priced.price === more.price && priced.priceMax === more.priceMax;
  const added = Object.entries(more.attributes).filter(([name]) => !Object.hasOwn(known.attributes, name));
  return {
    ...priced,
    sku: known.sku === slugOf(known.url) ? more.sku : known.sku,
    gtin: known.gtin ?? more.gtin,
    brand: known.brand ?? more.brand,
    category: known.category ?? more.category,
    availability: known.availability === 'unknown' ? more.availability : known.availability,
    rating: known.rating ?? more.rating,
    ratingCount:
      known.rating === null || known.rating === more.rating
        ? (known.ratingCount ?? more.ratingCount)
        : known.ratingCount,
    image: known.image ?? more.image,
    attributes: { ...known.attributes, ...Object.fromEntries(added) },
    variants: known.variants.length === 0 && samePrices ? more.variants : known.variants,
  };
}

function withPrice(known: ProductFacts, more: ProductFacts): ProductFacts {
  const currenciesMeet =
    known.currency === null || more.currency === null || known.currency === more.currency;
  if (more.price === null || !currenciesMeet) return known;
  if (known.price === null) {
    const { price, priceMax, listPrice } = more;
    return { ...known, price, priceMax, listPrice, currency: more.currency ?? known.currency };
  }
  if (known.price !== more.price) return known;
  return {
    ...known,
    currency: known.currency ?? more.currency,
    listPrice: known.listPrice ?? (known.priceMax === known.price ? more.listPrice : null),
  };
}
