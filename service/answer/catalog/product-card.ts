import type { ProductFacts } from '../../../sql/document.ts';
import type { ProductCard } from '../../schemas/product-card.ts';

/** What a chat frontend shows of a product. */
export function productCard(facts: ProductFacts): ProductCard {
  return {
    sku: facts.sku,
    name: facts.name,
    url: facts.url,
    image: facts.image,
    price: facts.price,
    priceMax: facts.priceMax,
    listPrice: facts.listPrice,
    currency: facts.currency,
    availability: facts.availability,
    attributes: Object.fromEntries(
      Object.entries(facts.attributes).map(([name, values]) => [
        name,
        values.length === 1 ? (values[0] ?? '') : values,
      ]),
    ),
    asOf: facts.asOf,
  };
}
