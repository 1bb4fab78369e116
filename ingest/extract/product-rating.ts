import { asNodes, asNumber, asText, type LdNode } from './json-ld.ts';

/** A product's mean rating on a scale to 5, and how many gave one; null for what is not stated or out of its scale. */
export function readRating(product: LdNode): { rating: number | null; ratingCount: number | null } {
  const node = asNodes(product.aggregateRating)[0];
  const value = leadingNumber(node?.ratingValue);
  if (!node || value === null) return { rating: null, ratingCount: null };
  const [best, worst] = [leadingNumber(node.bestRating) ?? 5, asNumber(node.worstRating) ?? 1];
  const rating = best === 5 || best <= worst ? value : (value / best) * 5;
  const ratingCount = countOf(node.ratingCount) ?? countOf(node.reviewCount);
  return rating >= 0 && rating <= 5 ? { rating, ratingCount } : { rating: null, ratingCount: null };
}

/** Pages mark `4,5 de 5` as well as `4.5`. */
function leadingNumber(value: unknown): number | null {
  return asNumber(value) ?? asNumber(/^\d+(?:[.,]\d+)?(?![\d.,])/.exec(asText(value))?.[0]);
}

/** A whole number, also within a text and with its thousands grouped: `(1,284 reviews)`. */
function countOf(value: unknown): number | null {
  const [digits, ...others] = asText(value).match(/\d{1,3}(?:[.,\u00A0\u202F ]\d{3})+(?!\d)|\d+/gu) ?? [];
  return digits === undefined || others.length > 0 ? null : Number(digits.replace(/\D/g, ''));
}
