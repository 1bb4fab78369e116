import type { ProductFacts, Variant } from '../../sql/document.ts';
import { availabilityWords } from './availability.ts';
import { formatMoney } from './money.ts';
import type { Section } from './source-document.ts';

/** More variants than these are summed up by their attributes alone, as a list of them would drown the rest. */
const MOST_LISTED_VARIANTS = 40;

/**
 * A product's facts as lines of text, one a line: `Price: $129.00 (was $159.00)`, `Availability: in stock`,
 * `Color: red, blue`, `Size sold out: M`. What is not known has no line. Labels are English in every locale.
 * @param locale BCP 47, for how money is written
 */
export function productFactLines(facts: ProductFacts, locale = 'en'): string[] {
  const lines: string[] = [];
  const add = (label: string, value: string | null) => {
    if (value !== null && value.trim() !== '') lines.push(`${label}: ${value.replace(/\s+/gu, ' ').trim()}`);
  };
  add('Price', priceText(facts, locale));
  if (facts.availability !== 'unknown') add('Availability', availabilityWords[facts.availability]);
  add('Brand', facts.brand);
  add('Category', facts.category);
  add('SKU', facts.sku);
  add('GTIN', facts.gtin);
  add('Rating', ratingText(facts));
  for (const [name, values] of Object.entries(facts.attributes)) add(label(name), values.join(', '));
  return [...lines, ...variantLines(facts, locale)];
}

/** A product's text for a document that has no page of its own: its facts, then its description, in two sections. */
export function productText(
  facts: ProductFacts,
  { description = '', locale = 'en' }: { description?: string; locale?: string } = {},
): { text: string; sections: Section[] } {
  const factText = productFactLines(facts, locale).join('\n');
  const lines = description.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim());
  const prose = lines.filter((line) => line !== '').join('\n');
  const sections: Section[] = [];
  let text = '';
  for (const [part, shape] of [
    [factText, 'facts'],
    [prose, 'prose'],
  ] as const) {
    if (part === '') continue;
    if (text !== '') text += '\n';
    sections.push({ heading: [facts.name], start: text.length, end: text.length + part.length, shape });
    text += part;
  }
  return { text, sections };
}

function priceText({ price, priceMax, listPrice, currency }: ProductFacts, locale: string): string | null {
  if (price === null) return null;
  const low = formatMoney(price, currency, locale);
  const range =
    priceMax !== null && priceMax > price ? `${low} to ${formatMoney(priceMax, currency, locale)}` : low;
  return listPrice !== null && listPrice > price
    ? `${range} (was ${formatMoney(listPrice, currency, locale)})`
    : range;
}

function ratingText({ rating, ratingCount }: ProductFacts): string | null {
  if (rating === null) return null;
  const count = ratingCount === null ? '' : ` (${ratingCount} ${ratingCount === 1 ? 'rating' : 'ratings'})`;
  return `${Math.round(rating * 10) / 10} out of 5${count}`;
}

function variantLines(facts: ProductFacts, locale: string): string[] {
  const lines: string[] = [];
  const soldOut = new Map<string, Set<string>>();
  for (const name of Object.keys(facts.attributes)) {
    const gone = soldOutValues(facts.variants, name);
    if (gone.length === 0) continue;
    soldOut.set(name, new Set(gone));
    lines.push(`${label(name)} sold out: ${gone.join(', ')}`);
  }
  if (facts.variants.length > MOST_LISTED_VARIANTS) return lines;
  // Combinations that no whole value accounts for: size M is there, but not in red.
  const rest = facts.variants.filter(
    (variant) =>
      isGone(variant) &&
      !Object.entries(variant.attributes).some(([name, value]) => soldOut.get(name)?.has(value)),
  );
  if (
    rest.length > 0 &&
    rest.length < facts.variants.length &&
    rest.every((variant) => nameOf(variant) !== '')
  ) {
    lines.push(`Sold out: ${rest.map(nameOf).join(', ')}`);
  }
  if (facts.price !== facts.priceMax) lines.push(...variantPrices(facts, locale));
  return lines;
}

const isGone = ({ availability }: Variant) =>
  availability === 'out_of_stock' || availability === 'discontinued';
const nameOf = ({ attributes }: Variant) => Object.values(attributes).join(' / ');
const label = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replace(/_/g, ' ');

/** Values of an attribute whose variants are all sold out, while others can be bought. */
function soldOutValues(variants: Variant[], name: string): string[] {
  const open = new Set(
    variants.filter((variant) => !isGone(variant)).map((variant) => variant.attributes[name]),
  );
  if (open.size === 0) return [];
  const gone = variants.filter(isGone).map((variant) => variant.attributes[name]);
  return [...new Set(gone)].filter((value) => value !== undefined && !open.has(value)) as string[];
}

function variantPrices({ variants, currency }: ProductFacts, locale: string): string[] {
  return variants.flatMap((variant) =>
    variant.price === null || nameOf(variant) === ''
      ? []
      : [`Price of ${nameOf(variant)}: ${formatMoney(variant.price, currency, locale)}`],
  );
}
