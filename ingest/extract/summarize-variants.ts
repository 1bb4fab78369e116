import type { Availability, Variant } from '../../sql/document.ts';
import { bestAvailability } from './availability.ts';

/** What a product's variants say of it together. */
export interface VariantSummary {
  price: number | null;
  priceMax: number | null;
  availability: Availability;
  /** Every value of every attribute, in the variants' order. */
  attributes: Record<string, string[]>;
}

/** The lowest and highest price, the best availability and all attribute values of a product's variants. */
export function summarizeVariants(variants: Variant[]): VariantSummary {
  let [price, priceMax]: [number | null, number | null] = [null, null];
  const attributes: Record<string, string[]> = {};
  for (const variant of variants) {
    if (variant.price !== null) {
      price = Math.min(price ?? variant.price, variant.price);
      priceMax = Math.max(priceMax ?? variant.price, variant.price);
    }
    for (const [name, value] of Object.entries(variant.attributes)) addAttribute(attributes, name, value);
  }
  return {
    price,
    priceMax,
    availability: bestAvailability(variants.map((variant) => variant.availability)),
    attributes,
  };
}

/** Adds a value to an attribute unless it is there already, in whatever case. */
export function addAttribute(attributes: Record<string, string[]>, name: string, value: string): void {
  const key = name.trim().toLowerCase();
  const text = value.trim();
  if (key === '' || text === '' || key === '__proto__') return;
  const values = Object.hasOwn(attributes, key) ? (attributes[key] ?? []) : [];
  if (!values.some((known) => known.toLowerCase() === text.toLowerCase())) values.push(text);
  attributes[key] = values;
}
