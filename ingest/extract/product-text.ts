import type { ProductFacts, Variant } from '../../sql/document.ts';
import { shownValues } from './color-parts.ts';
import type { FactWords } from './fact-words/fact-words.ts';
import { factWordsFor } from './fact-words/fact-words-for.ts';
import { formatMoney, formatNumber } from './money.ts';
import type { Section } from './source-document.ts';

/** More variants than these are summed up by their attributes alone, as a list of them would drown the rest. */
const MOST_LISTED_VARIANTS = 40;

/**
 * A product's facts as lines of text, one a line: `Price: $129.00 (was $159.00)`, `Availability: in stock`,
 * `Color: red, blue`, `Size sold out: M`. What is not known has no line.
 * @param locale BCP 47: the language of the labels (English where `fact-words/` has none), and how money is written
 */
export function productFactLines(facts: ProductFacts, locale = 'en'): string[] {
  const words = factWordsFor(locale);
  const lines: string[] = [];
  const add = (label: string, value: string | null) => {
    if (value !== null && value.trim() !== '') lines.push(`${label}: ${value.replace(/\s+/gu, ' ').trim()}`);
  };
  add(words.price, priceText(facts, words, locale));
  if (facts.availability !== 'unknown') add(words.availability, words.availabilities[facts.availability]);
  add(words.brand, facts.brand);
  add(words.category, facts.category);
  add(words.sku, facts.sku);
  add(words.gtin, facts.gtin);
  add(words.rating, ratingText(facts, words, locale));
  for (const name of Object.keys(facts.attributes))
    add(labelOf(name, words).label, shownValues(facts, name).join(', '));
  return [...lines, ...variantLines(facts, words, locale)];
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

function priceText(
  { price, priceMax, listPrice, currency }: ProductFacts,
  words: FactWords,
  locale: string,
): string | null {
  if (price === null) return null;
  const low = formatMoney(price, currency, locale);
  const range =
    priceMax !== null && priceMax > price ? words.range(low, formatMoney(priceMax, currency, locale)) : low;
  return listPrice !== null && listPrice > price
    ? `${range} (${words.was(formatMoney(listPrice, currency, locale))})`
    : range;
}

function ratingText({ rating, ratingCount }: ProductFacts, words: FactWords, locale: string): string | null {
  if (rating === null) return null;
  const numbers = locale.toLowerCase().startsWith(words.language) ? locale : words.language;
  return words.rated(formatNumber(rating, numbers), ratingCount);
}

function variantLines(facts: ProductFacts, words: FactWords, locale: string): string[] {
  const lines: string[] = [];
  const soldOut = new Map<string, Set<string>>();
  for (const name of Object.keys(facts.attributes)) {
    const gone = soldOutValues(facts.variants, name);
    if (gone.length === 0) continue;
    soldOut.set(name, new Set(gone));
    const { label, soldOut: agreeing } = labelOf(name, words);
    lines.push(`${label} ${agreeing}: ${gone.join(', ')}`);
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
    lines.push(`${capital(words.soldOut[0])}: ${rest.map(nameOf).join(', ')}`);
  }
  if (facts.price !== facts.priceMax) lines.push(...variantPrices(facts, words, locale));
  return lines;
}

const isGone = ({ availability }: Variant) =>
  availability === 'out_of_stock' || availability === 'discontinued';
const nameOf = ({ attributes }: Variant) => Object.values(attributes).join(' / ');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** An attribute's name in a language, where that has one for it, and how `sold out` agrees with it. */
function labelOf(name: string, words: FactWords): { label: string; soldOut: string } {
  const known = Object.hasOwn(words.attributes, name) ? words.attributes[name] : undefined;
  if (typeof known === 'object') return known;
  return { label: known ?? capital(name).replace(/_/g, ' '), soldOut: words.soldOut[0] };
}

/** Values of an attribute whose variants are all sold out, while others can be bought. */
function soldOutValues(variants: Variant[], name: string): string[] {
  const open = new Set(
    variants.filter((variant) => !isGone(variant)).map((variant) => variant.attributes[name]),
  );
  if (open.size === 0) return [];
  const gone = variants.filter(isGone).map((variant) => variant.attributes[name]);
  return [...new Set(gone)].filter((value) => value !== undefined && !open.has(value)) as string[];
}

function variantPrices({ variants, currency }: ProductFacts, words: FactWords, locale: string): string[] {
  return variants.flatMap((variant) =>
    variant.price === null || nameOf(variant) === ''
      ? []
      : [`${words.priceOf} ${nameOf(variant)}: ${formatMoney(variant.price, currency, locale)}`],
  );
}
