import type { Availability } from '../../../sql/document.ts';

/** How the lines of a product's facts are worded in one language. Amounts and numbers come as the locale writes them. */
export interface FactWords {
  /** BCP 47 language without a region. */
  language: string;
  price: string;
  /** Before a variant's name: `Price of Blue / S`. */
  priceOf: string;
  range(low: string, high: string): string;
  /** The price before a sale. */
  was(price: string): string;
  availability: string;
  availabilities: Readonly<Record<Exclude<Availability, 'unknown'>, string>>;
  brand: string;
  category: string;
  sku: string;
  gtin: string;
  rating: string;
  /** On a scale to five; `count` is null where it is not known. */
  rated(value: string, count: number | null): string;
  /** What is said of a value or variant that cannot be bought; more than one where it agrees with the attribute's name. */
  soldOut: readonly [string, ...string[]];
  /** Names of attributes by their names in `ProductFacts`, with the wording of `soldOut` that agrees, if not the first. */
  attributes: Readonly<Record<string, string | { label: string; soldOut: string }>>;
}
