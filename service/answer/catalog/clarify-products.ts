import { fold } from '../../../ingest/analysis/stem.ts';
import { factWordsFor } from '../../../ingest/extract/fact-words/fact-words-for.ts';
import type { ProductFacts } from '../../../sql/document.ts';
import type { Constraints } from '../../schemas/understood.ts';
import { messagesFor } from '../compose/messages.ts';
import { priceBands } from './clarify-price.ts';

/** A question that narrows down products, as the response holds it. */
export interface ProductQuestion {
  attribute: string;
  question: string;
  options: string[];
}

const LEAST_OPTIONS = 2;
const MOST_OPTIONS = 6;
/** Longer values are descriptions, not options. */
const LONGEST_OPTION = 30;
/** An attribute that many do not state would hide them, whatever is answered. */
const LEAST_STATED = 0.75;
/** So many of the products must be among the options offered: the others are lost to whoever answers. */
const LEAST_OFFERED = 0.75;
/** Options that are of one product each are a list of products by another name. */
const LEAST_EACH = 1.5;
/** Bits: a question whose answer leaves more than 60 % of the products is not worth a shopper's time. */
const LEAST_GAIN = 0.74;

interface Split {
  attribute: string;
  /** Options with how many products have each, the most frequent first. */
  options: { label: string; products: number }[];
  gain: number;
}

/**
 * The one question whose answer leaves the fewest of many products: the attribute whose values tell most (information gain,
 * Quinlan 1986, "Induction of Decision Trees", section 4, with a product counted under each value that it has, times the share
 * of products that an option offered leads to), else bands of prices. Pure.
 * @param constraints what the shopper has said already, which is not asked again; @param asked attributes asked for before.
 * @returns null where no question tells them apart.
 */
export function chooseQuestion(
  products: ProductFacts[],
  constraints: Constraints,
  locale: string,
  asked: readonly string[] = [],
): ProductQuestion | null {
  const known = new Set([...constrained(constraints), ...asked]);
  const names = [...new Set(products.flatMap(({ attributes }) => Object.keys(attributes)))];
  const splits = [
    ...names.map((name) => splitBy(name, products, ({ attributes }) => attributes[name] ?? [])),
    splitBy('brand', products, ({ brand }) => (brand === null ? [] : [brand])),
    splitByCategory(products),
  ].filter(
    (split) => split !== null && split.gain >= LEAST_GAIN && !known.has(fold(split.attribute)),
  ) as Split[];
  const [best] = splits.sort((a, b) => b.gain - a.gain);
  if (best !== undefined)
    return {
      attribute: best.attribute,
      question: wordQuestion(best.attribute, locale),
      options: best.options.map(({ label }) => label),
    };
  if (known.has('price')) return null;
  const bands = priceBands(products, locale);
  return bands === null
    ? null
    : { attribute: 'price', question: wordQuestion('price', locale), options: bands };
}

function constrained(constraints: Constraints): string[] {
  const {
    attributes = {},
    notAttributes = {},
    measures = [],
    brands,
    notBrands,
    minPrice,
    maxPrice,
  } = constraints;
  return [
    ...Object.keys(attributes),
    ...Object.keys(notAttributes),
    ...measures.map(({ attribute }) => attribute),
    ...(brands === undefined && notBrands === undefined ? [] : ['brand']),
    ...(minPrice === undefined && maxPrice === undefined ? [] : ['price']),
  ].map(fold);
}

function splitBy(
  attribute: string,
  products: ProductFacts[],
  valuesOf: (product: ProductFacts) => string[],
): Split | null {
  const counts = new Map<string, { label: string; products: number }>();
  let stated = 0;
  for (const product of products) {
    const values = new Map(valuesOf(product).map((value) => [fold(value).trim(), value]));
    if (values.size > 0) stated++;
    for (const [key, label] of values) {
      const known = counts.get(key);
      counts.set(key, { label: known?.label ?? label, products: (known?.products ?? 0) + 1 });
    }
  }
  const options = [...counts.values()]
    .filter(({ label }) => label.length <= LONGEST_OPTION)
    .sort((a, b) => b.products - a.products || a.label.localeCompare(b.label))
    .slice(0, MOST_OPTIONS);
  const offered = new Set(options.map(({ label }) => fold(label).trim()));
  const within = products.filter((product) =>
    valuesOf(product).some((value) => offered.has(fold(value).trim())),
  );
  const tells =
    options.length >= LEAST_OPTIONS &&
    stated >= LEAST_STATED * products.length &&
    within.length >= LEAST_OFFERED * products.length;
  if (!tells || options.reduce((sum, option) => sum + option.products, 0) < LEAST_EACH * options.length)
    return null;
  return { attribute, options, gain: (gainOf(options, products.length) * within.length) / products.length };
}

/** The first level of the categories at which the products differ. */
function splitByCategory(products: ProductFacts[]): Split | null {
  const paths = products.map(({ category }) => category?.split(/\s*>\s*/) ?? []);
  const depth = Math.max(0, ...paths.map(({ length }) => length));
  for (let level = 0; level < depth; level++) {
    if (new Set(paths.map((path) => path[level] ?? '')).size > 1)
      return splitBy('category', products, ({ category }) => {
        const name = category?.split(/\s*>\s*/)[level];
        return name === undefined ? [] : [name];
      });
  }
  return null;
}

/** Bits by which the answer narrows the choice down, on average: log n before, log of those that have the value after. */
function gainOf(options: Split['options'], products: number): number {
  const answers = options.reduce((sum, option) => sum + option.products, 0);
  const after = options.reduce(
    (sum, option) => sum + (option.products / answers) * Math.log2(option.products),
    0,
  );
  return Math.log2(products) - after;
}

/** How the question for an attribute is put. */
export function wordQuestion(attribute: string, locale: string): string {
  const { ask, askOther } = messagesFor(locale);
  if (attribute === 'price' || attribute === 'category') return ask[attribute];
  const known = factWordsFor(locale).attributes;
  const label = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
  const name =
    attribute === 'brand' ? factWordsFor(locale).brand : typeof label === 'object' ? label.label : label;
  return askOther.replace('{attribute}', (name ?? attribute).replace(/_/g, ' ').toLowerCase());
}
