import type { ProductFacts } from '../../sql/document.ts';

/**
 * A color of several, joined by `/` as Google's feeds have it (`Sand/Red`; product data specification, "color"), and then
 * each by itself, so that a product is found by either. Pure.
 */
export function withColorParts(values: readonly string[]): string[] {
  const all = [...values, ...values.flatMap(partsOf)];
  const known = new Set<string>();
  return all.filter((value) => {
    const key = value.toLowerCase();
    return !known.has(key) && known.add(key);
  });
}

/** The values of an attribute without those that are only parts of a joined one: no version of the product is just red. */
export function shownValues({ attributes, variants }: ProductFacts, name: string): string[] {
  const values = (Object.hasOwn(attributes, name) && attributes[name]) || [];
  if (name !== 'color') return values;
  const parts = new Set(values.flatMap(partsOf).map((part) => part.toLowerCase()));
  const sold = new Set(variants.map((variant) => variant.attributes.color?.toLowerCase()));
  return values.filter((value) => !parts.has(value.toLowerCase()) || sold.has(value.toLowerCase()));
}

function partsOf(color: string): string[] {
  const parts = color.split('/').map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => /\p{L}{2}/u.test(part)) ? parts : [];
}
