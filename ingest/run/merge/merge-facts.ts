import type { ProductStatement } from '../../../sql/merge-products.ts';
import { mergeOffers } from './merge-offers.ts';
import { variantStated } from './stated-offer.ts';

type Facts = ProductStatement['facts'];

/**
 * Makes one product's facts of what several documents state: the primary's, filled up from the others in their order,
 * with the offer of the newest (see `mergeOffers`). Pure.
 * @param statements the primary first, at least one.
 * @returns the facts, and the document that states their price and availability.
 */
export function mergeFacts(statements: readonly [ProductStatement, ...ProductStatement[]]): {
  facts: Facts;
  offerId: string;
} {
  const [primary, ...others] = statements.map(({ facts }) => facts) as [Facts, ...Facts[]];
  // What is said of one variant, such as its GTIN and its color, is not true of them all.
  const whole = others.filter((facts) => variantStated(primary, facts) === null);
  const first = <Key extends keyof Facts>(key: Key, among: Facts[]): Facts[Key] =>
    [primary, ...among].find((facts) => facts[key] !== null)?.[key] ?? primary[key];
  const rated = [primary, ...others].find(({ rating }) => rating !== null) ?? primary;
  const { offer, documentId } = mergeOffers(statements);
  return {
    facts: {
      ...primary,
      ...offer,
      sku: isSlug(primary) ? (whole.find((facts) => !isSlug(facts))?.sku ?? primary.sku) : primary.sku,
      gtin: first('gtin', whole),
      brand: first('brand', others),
      category: first('category', others),
      image: first('image', others),
      rating: rated.rating,
      ratingCount: rated.ratingCount,
      attributes: Object.assign({}, ...[primary, ...whole].reverse().map(({ attributes }) => attributes)),
    },
    offerId: documentId,
  };
}

/** Where a page or a feed states no SKU, its URL's last part stands for one. */
function isSlug({ sku, url }: Facts): boolean {
  const path = URL.parse(url)?.pathname ?? '';
  return sku !== '' && path.split('/').filter(Boolean).at(-1) === encodeURI(sku);
}
