import { literal } from '../../ingest/analysis/literal.ts';
import { factWordsFor } from '../../ingest/extract/fact-words/fact-words-for.ts';
import type { ProductFacts } from '../../sql/document.ts';
import type { Fact } from '../suite.ts';
import { type Draft, expectFacts, hashNumber } from './draft.ts';
import { lowerFirst, type Page } from './page.ts';
import { PRODUCT_WORDS } from './product-words.ts';

/** More values than a shopper would be told one by one. */
const MOST_VALUES = 8;
const LONGEST_VALUE = 60;
/** What a product is found by, and nobody asks for. */
const NOT_ASKED =
  /^(?:tags?|condition|age group|gender|option|title|id|type|product type|shipping.*|.*url|.*image.*)$/iu;

/** Questions for what is known of one product: price, stock, attributes, and one after another. Pure. */
export function draftFromProduct(page: Page): Draft[] {
  const { product, language, url } = page;
  if (product === null) return [];
  const words = PRODUCT_WORDS[language];
  const { name } = product;
  const make = (kind: Draft['kind'], questions: string[], facts: Fact[]): Draft => ({
    kind,
    questions,
    language,
    about: name,
    from: url,
    urls: [url],
    quote: lineWith(page, facts),
    expect: expectFacts(url, facts),
  });
  const vary = (forms: string[], what: string) => forms[hashNumber(url, what) % forms.length] ?? '';

  const price = priceFact(product);
  const stock = stockFact(page);
  const attributes = Object.entries(product.attributes).flatMap(([attribute, values]) => {
    const fits = values.length > 0 && values.length <= MOST_VALUES && values.every(isPlain);
    if (!fits || NOT_ASKED.test(attribute)) return [];
    const forms = words.known[attribute]?.(name) ?? words.attribute(labelOf(page, attribute), name);
    return [make('product', [vary(forms, attribute)], values)];
  });
  const [first] = attributes;
  const asked = first?.questions[0];
  return [
    ...(price === null ? [] : [make('product', [vary(words.price(name), 'price')], [price])]),
    ...(stock === null ? [] : [make('product', [vary(words.stock(name), 'stock')], [stock])]),
    ...attributes,
    ...(price === null || asked === undefined ? [] : [make('follow-up', [asked, words.thenPrice], [price])]),
  ];
}

/** A price in the ways that pages and answers write it; null where there are several. */
function priceFact({ price, priceMax }: ProductFacts): Fact | null {
  if (price === null || (priceMax !== null && priceMax !== price)) return null;
  if (Number.isInteger(price)) return String(price);
  const written = price.toFixed(2);
  return { any: [written, written.replace('.', ',')] };
}

function stockFact({ product, language, text }: Page): Fact | null {
  if (product === null || product.availability === 'unknown') return null;
  const label = factWordsFor(language).availabilities[product.availability];
  return text.toLowerCase().includes(label) ? label : null;
}

/** How a product's text calls an attribute, which catalogs name in English or as they like. */
export function labelOf({ language }: Pick<Page, 'language'>, attribute: string): string {
  const known = factWordsFor(language).attributes[attribute];
  const label = typeof known === 'object' ? known.label : (known ?? attribute);
  return lowerFirst(label.replaceAll('_', ' '));
}

function isPlain(value: string): boolean {
  return value.trim() !== '' && value.length <= LONGEST_VALUE && !/^(?:true|false|yes|no|sí)$/iu.test(value);
}

/** The line that says it, for whoever reads the draft: one that gives it as the value of a label, where there is one. */
function lineWith({ text }: Page, [fact]: readonly Fact[]): string | null {
  const words = typeof fact === 'string' ? [fact] : fact !== undefined && 'any' in fact ? fact.any : [];
  const lines = text.split('\n');
  const values = lines.filter((line) => line.includes(': '));
  const opens = new RegExp(`: (?:\\p{Sc}\\s?)?(?:${words.map(literal).join('|')})(?![\\p{L}\\d])`, 'iu');
  const holds = (line: string) => words.some((word) => line.toLowerCase().includes(word.toLowerCase()));
  return values.find((line) => opens.test(line)) ?? values.find(holds) ?? null;
}
