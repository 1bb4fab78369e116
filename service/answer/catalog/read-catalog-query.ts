import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import {
  emptyFilter,
  type ProductFilter,
  type ProductOrder,
  type ProductSort,
} from '../../../sql/search-products.ts';
import type { Constraints } from '../../schemas/understood.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { wornOn } from '../words/need-words.ts';
import { isAboutStore, readWish } from './asks-for-products.ts';
import { describeQuery } from './describe-query.ts';
import { takePriceRange } from './price-range.ts';
import { takeRating } from './rating-bound.ts';
import { takeAge } from './take-age.ts';
import { takeCounts } from './take-counts.ts';
import { takeMeasures } from './take-measures.ts';
import { takeOrder } from './take-order.ts';
import { takeValues } from './take-values.ts';
import { type CatalogWord, NEEDED, takeWords } from './take-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { writeDigits } from './write-digits.ts';

/** A question for products, as understood. */
export interface CatalogQuery {
  filter: ProductFilter;
  sort: ProductSort;
  /** For `sort: 'measure'`. */
  order?: ProductOrder | null;
  /** What the products are called or described by. */
  lexemes: CatalogWord[];
  /** How many of the first in that order are wanted; null or left out: as many as there are. */
  count?: number | null;
  /** Whether it is left open of which kind they are: "a gift", "algo". */
  open?: boolean;
  /** Whether it asks for them in so many words: see {@link readWish}. */
  finds?: boolean;
  /** Whether things are what it asks for, whatever pages say: "something for", "which lens". */
  asksThings?: boolean;
  /** Document ids of the only products that it is about; left out: any. */
  only?: readonly string[];
  /** Whether it asks which ones of a kind there are: "which jackets do you have". */
  lists?: boolean;
  /** How many of the first were shown before; left out: none. */
  skip?: number;
  /** Whether it must have something, or do it: "with a heater". */
  features?: boolean;
  /** What was understood, for the response. */
  constraints: Constraints;
}

const ON_SALE =
  /\b(?:on sale|on offer|discounted|reduced(?: in price)?|clearance|marked down|(?:with|at) a discount|en oferta|en rebajas|rebajad[oa]s?|con descuento|de oferta|en promocion)\b/;
/** Asks something of the things that are named, and not for them: "Where are the Rookery bags made?" */
const ASKS_OTHER =
  /(?:^|[.,;!?]\s*|\b(?:and|so|hi|hey|hello|ok|y|hola|oye)\s)(?:where|when|why|who|whose|a?donde|cuando|por que|quien(?:es)?)(?!\p{L})/u;
/** Degrees without their sign, of a catalog that states some: "warm to -10C". */
const DEGREES = /(?<![\p{L}\p{N}])(-?\d{1,3})\s?([cf])(?![\p{L}\p{N}])/gu;
const FEATURES = /\b(?:with|that|which|who|con|que|can|has|have)\b/;
const IN_STOCK =
  /\b(?:(?:(?:that|which|thats) )?(?:is |are )?(?:not|isn'?t|aren'?t) (?:on |a )?(?:pre-?order(?:ed)?|sold out|out of stock|back-?order(?:ed)?)|que no este[n]? agotad[oa]s?|in stock|available(?: now| today)?|en stock|disponibles?|con existencias)\b/;

/**
 * Reads a question for products: what they are called, and what they must be. What each step has understood is taken out
 * of the text before the next one reads it. Pure.
 * @param isCertain whether products are asked for whatever the words are, as in a search of the catalog; then it is never null,
 *   and what names no kind of thing is open.
 * @returns null when the question asks for something else, such as a rule, or about one product by its name.
 */
export function readCatalogQuery(
  question: string,
  locale: string,
  vocabulary: Vocabulary,
  similarity: WordSimilarity,
  isCertain = false,
): CatalogQuery | null {
  const folded = fold(question).replace(/[¿¡]/g, '');
  const digits = writeDigits(folded);
  const written = statesDegrees(vocabulary) ? digits.replace(DEGREES, '$1°$2') : digits;
  const rating = takeRating(written);
  const order = takeOrder(rating.rest, vocabulary.measured);
  const age = takeAge(order.rest, vocabulary);
  const counts = takeCounts(age.rest, vocabulary);
  const measures = takeMeasures(counts.rest, locale, vocabulary.measured, vocabulary);
  const price = takePriceRange(measures.rest);
  const sale = takeWord(price.rest, ON_SALE);
  const stock = takeWord(sale.rest, IN_STOCK);
  const values = takeValues(stock.rest, locale, vocabulary, similarity);
  const found = takeWords(values.rest, locale, vocabulary, similarity, stock.rest);
  const named =
    found.words.some((word) => word.required) || values.choices.some(({ names }) => names.length > 0);
  const bounds = price.range !== null || rating.minRating !== null || sale.found;
  const limits = bounds || values.brands.length > 0;
  // A make alone is told of a thing that is asked about as well: "how loud is the Hollin nebuliser?"
  const narrows = bounds || order.said !== null || order.unmatched.length > 0 || stock.found;
  const read = readWish(written, locale, found.named);
  const wish = isCertain ? { ...read, open: read.open || !named } : read;
  const asks = wish.finds || wish.names || wish.open;
  if (!isCertain && !wish.finds && ASKS_OTHER.test(folded)) return null;
  // Of no kind that is named: then something must be said of it, or it is open of which it is.
  if (!isCertain && !named && !((narrows || limits) && wish.finds) && !(limits && wish.names) && !wish.open)
    return null;
  if (!isCertain && ((!asks && !narrows) || isAboutStore(values.rest, locale, vocabulary, wish))) return null;
  const filter: ProductFilter = {
    ...emptyFilter(),
    minPrice: price.range?.min ?? null,
    maxPrice: price.range?.max ?? null,
    minRating: rating.minRating,
    availability: stock.found ? ['in_stock'] : [],
    onSale: sale.found,
    brands: values.brands.map((brand) => brand.toLowerCase()),
    notBrands: values.notBrands.map((brand) => brand.toLowerCase()),
    ...splitChoices([
      ...values.choices,
      ...counts.choices,
      ...measures.options.map((attributes, at) => ({
        said: measures.bounds[at]?.attribute ?? '',
        attributes,
        names: measures.names[at] ?? [],
        lexemes: [],
      })),
    ]),
    notAttributes: [values.notAttributes, age.not, ...measures.not].reduce(joined, {}),
    notCalled: found.notCalled,
    without: analyze(values.without.join(' '), locale).flatMap(({ lexeme, stop }) => (stop ? [] : [lexeme])),
  };
  return {
    filter,
    sort: order.sort,
    open: wish.open || !named,
    finds: wish.finds,
    asksThings: wish.open || wish.chooses || wish.wants,
    lists: wish.lists,
    features: FEATURES.test(folded),
    order: order.order,
    count: order.count,
    // "A gift for a guitar player" is for who has the guitar.
    lexemes: [...(wish.open ? found.words.map(asOpen) : found.words), ...flagWords(values.choices)],
    constraints: describeQuery(filter, found, values, vocabulary, {
      measures: measures.bounds,
      sort: order.said,
      unmatched: [...order.unmatched, ...measures.unmatched].map((piece) => asWritten(piece, question)),
    }),
  };
}

function statesDegrees({ measured }: Vocabulary): boolean {
  return [...measured.values()].some(({ dimensions }) => dimensions.has('temperature'));
}

/** Of a thing that is left open, what it is for is all that is said of it. */
function asOpen({ lexeme, weight, beside, isFor, meets }: CatalogWord): CatalogWord {
  const worn = meets === undefined ? wornOn(lexeme) : [];
  const needs = meets ?? (worn.length > 0 ? worn : undefined);
  return {
    lexeme,
    weight: worn.length > 0 ? Math.max(weight, NEEDED) : weight,
    required: false,
    ...(needs === undefined ? {} : { meets: needs }),
    ...(beside && !isFor ? { beside } : {}),
  };
}

/** The values of both, by attribute. */
function joined(all: Record<string, string[]>, more: Record<string, string[]>): Record<string, string[]> {
  const names = [...new Set([...Object.keys(all), ...Object.keys(more)])];
  return Object.fromEntries(names.map((name) => [name, [...(all[name] ?? []), ...(more[name] ?? [])]]));
}

/** What one attribute alone tells is a plain filter by it, which a request may overrule. */
function splitChoices(choices: ProductFilter['choices']): Pick<ProductFilter, 'attributes' | 'choices'> {
  const attributes: Record<string, string[]> = {};
  const rest: ProductFilter['choices'] = [];
  for (const choice of choices) {
    const [[name, values] = ['', []], ...others] = Object.entries(choice.attributes);
    const plain = others.length === 0 && choice.names.length === 0 && choice.lexemes.length === 0;
    if (plain && name !== '' && !Object.hasOwn(attributes, name)) attributes[name] = values;
    else rest.push(choice);
  }
  return { attributes, choices: rest };
}

/** What the texts may tell in an attribute's place must be searched for. */
function flagWords(choices: ProductFilter['choices']): CatalogWord[] {
  return choices.flatMap(({ lexemes }) =>
    lexemes.map((lexeme) => ({ lexeme, weight: FLAG, required: false })),
  );
}
const FLAG = 0.2;

/** A piece of the folded question as the shopper has written it, where folding has moved nothing. */
function asWritten(piece: string, question: string): string {
  const folded = fold(question);
  const at = folded.length === question.length ? folded.indexOf(piece) : -1;
  return at < 0 ? piece : question.slice(at, at + piece.length);
}

function takeWord(text: string, pattern: RegExp): { found: boolean; rest: string } {
  const match = pattern.exec(text);
  if (match === null) return { found: false, rest: text };
  const { index } = match;
  return {
    found: true,
    rest: `${text.slice(0, index)}${'|'.repeat(match[0].length)}${text.slice(index + match[0].length)}`,
  };
}
