import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { Availability } from '../../../sql/document.ts';
import { emptyFilter, type ProductFilter, type ProductSort } from '../../../sql/search-products.ts';
import type { WordSimilarity } from '../rank-units.ts';
import { wordRarity } from '../word-rarity.ts';
import { sameColor } from './color-words.ts';
import { type PriceRange, readPriceRange } from './price-range.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A question for products, as understood. */
export interface CatalogQuery {
  filter: ProductFilter;
  sort: ProductSort;
  /** What the products are called or described by. */
  lexemes: { lexeme: string; weight: number; required: boolean }[];
  /** What was understood, for the response. */
  constraints: Record<string, unknown>;
}

const FINDS =
  /\b(?:show(?: me)?|looking for|look for|search(?:ing)? for|find(?: me)?|recommend|suggest|(?:i|we) (?:need|want)|i'?m after|do you (?:have|sell|carry|stock)|have you got|compare|busco|buscamos|buscando|tienen|tienes|teneis|venden|vendeis|recomiend\w*|recomendar|muestra\w*|ensena\w*|necesito|quiero)\b/;
/** Words that make a sentence of a question: it asks something of the things that it names. */
const SENTENCE =
  /\b(?:is|are|was|were|do|does|did|can|could|will|would|should|how|what|when|why|where|who|if|my|your|i|you|we|es|son|esta|estan|puedo|puede|podeis|como|que|cuando|cuanto|cuanta|cuantos|cuantas|donde|quien|si|mi|mis)\b/;
/** "Boots that are not red" is no sentence either. */
const RELATIVE = /\b(?:that|which|que) (?:no )?(?:are|is|sean?|son|es)\b/g;
/** Before the name of a kind of thing they ask which there are: "which tents", "any good boots", "que tiendas". */
const ASKS_KIND = new Set(['which', 'what', 'any', 'got', 'que', 'cuales', 'cual', 'hay', 'algun', 'alguna']);
const CHEAPEST =
  /\b(?:cheapest|lowest[- ]priced?|least expensive|most affordable|mas barat[oa]s?|mas economic[oa]s?)\b/;
const DEAREST = /\b(?:most expensive|priciest|highest[- ]priced?|mas car[oa]s?)\b/;
const BEST_RATED =
  /\b(?:(?:best|top|highest)[- ](?:rated|reviewed)|mejor (?:valorad|puntuad)[oa]s?|mejores (?:valorad|puntuad)[oa]s)\b/;
const ON_SALE =
  /\b(?:on sale|on offer|discounted|reduced|clearance|marked down|en oferta|rebajad[oa]s?|con descuento|de oferta)\b/;
const IN_STOCK = /\b(?:in stock|available(?: now)?|en stock|disponibles?)\b/;
const NOT_BEFORE =
  /\b(?:not|no|without|non|sin|but not|except|other than|que no sea[n]?(?: de)?)[\s-]+(?:made of |in |de )?$/;
const SIZE_BEFORE = /\b(?:size|sizes|in|talla|tallas|numero|en)\s+(?:an?\s+|una?\s+)?$/;

/** How alike a shopper's word must be to one of the catalog's to stand for it ("coat" for "jacket"). */
const SYNONYM = 0.62;

/**
 * Reads a question for products: what they are called, and what they must be. Pure.
 * @returns null when the question asks for something else, such as a rule, or about one product by its name.
 */
export function readCatalogQuery(
  question: string,
  locale: string,
  vocabulary: Vocabulary,
  similarity: WordSimilarity,
): CatalogQuery | null {
  const folded = fold(question).replace(/[¿¡]/g, '');
  const price = readPriceRange(folded);
  const sort: ProductSort = CHEAPEST.test(folded)
    ? 'price_asc'
    : DEAREST.test(folded)
      ? 'price_desc'
      : BEST_RATED.test(folded)
        ? 'rating'
        : 'relevance';
  const onSale = ON_SALE.test(folded);
  const found = findValues(folded, vocabulary);
  const words = readWords(question, locale, vocabulary, similarity, found.used);
  const named = words.some((word) => word.required);
  const inStock = IN_STOCK.test(folded);
  const narrows = price !== null || sort !== 'relevance' || onSale || inStock || found.brands.length > 0;
  const finds = FINDS.test(folded) || asksForKind(question, locale, words);
  // "red jackets", "tents for 4 people": no sentence, only things and what they must be.
  const bare = !SENTENCE.test(folded.replace(RELATIVE, ''));
  if (!named && !(narrows && finds)) return null;
  if (!finds && !narrows && !bare) return null;
  const filter = makeFilter(price, onSale, inStock ? ['in_stock'] : [], found);
  return { filter, sort, lexemes: words, constraints: describe(filter, sort) };
}

const OF_KIND = new Set(['of', 'other', 'more', 'de', 'otro', 'otra', 'otros', 'otras']);

/** Whether a kind of thing follows closely on a word that asks which there are. */
function asksForKind(question: string, locale: string, words: CatalogQuery['lexemes']): boolean {
  const kinds = new Set(words.filter((word) => word.required).map((word) => word.lexeme));
  const tokens = analyze(question, locale);
  return tokens.some((token, at) => {
    if (!ASKS_KIND.has(fold(token.word))) return false;
    const next = tokens.slice(at + 1, at + 4);
    const kind = next.findIndex(({ lexeme }) => kinds.has(lexeme));
    // "What if my boots" asks about boots, "what kind of boots" for them.
    return kind >= 0 && next.slice(0, kind).every((between) => !between.stop || OF_KIND.has(between.word));
  });
}

function makeFilter(
  price: PriceRange | null,
  onSale: boolean,
  availability: Availability[],
  found: FoundValues,
): ProductFilter {
  return {
    ...emptyFilter(),
    minPrice: price?.min ?? null,
    maxPrice: price?.max ?? null,
    availability,
    onSale,
    brands: found.brands,
    attributes: found.attributes,
    notAttributes: found.notAttributes,
  };
}

interface FoundValues {
  brands: string[];
  attributes: Record<string, string[]>;
  notAttributes: Record<string, string[]>;
  /** Words that are spoken for. */
  used: Set<string>;
}

function findValues(folded: string, vocabulary: Vocabulary): FoundValues {
  const found: FoundValues = { brands: [], attributes: {}, notAttributes: {}, used: new Set() };
  for (const [brand, written] of vocabulary.brands) {
    if (!hasPhrase(folded, brand)) continue;
    found.brands.push(written.toLowerCase());
    for (const word of brand.split(/\s+/)) found.used.add(word);
  }
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const candidates = new Set([...vocabulary.values.keys()].filter((value) => hasPhrase(folded, value)));
  for (const word of words) {
    for (const other of sameColor(word))
      if (vocabulary.values.has(other)) candidates.add(`${word}\n${other}`);
  }
  for (const candidate of candidates) {
    const [written = '', value = written] = candidate.split('\n');
    const at = phraseIndex(folded, written);
    const before = folded.slice(0, at);
    const entries = (vocabulary.values.get(value) ?? []).filter((entry) =>
      isMeant(written, before, entry.attribute, folded),
    );
    if (entries.length === 0) continue;
    const target = NOT_BEFORE.test(before) ? found.notAttributes : found.attributes;
    for (const entry of entries)
      target[entry.attribute] = [...new Set([...(target[entry.attribute] ?? []), entry.value])];
    for (const word of written.split(/\s+/)) found.used.add(word);
  }
  return found;
}

/** A letter or number is a size only where the shopper says so ("size M"), for "a" and "10" are other words too. */
function isMeant(written: string, before: string, attribute: string, folded: string): boolean {
  if (/^\p{L}{3,}/u.test(written)) return true;
  if (SIZE_BEFORE.test(before)) return /size|talla/.test(attribute) || !/^\d/.test(written);
  return !/^.?$/.test(written) && hasPhrase(folded, fold(attribute));
}

function readWords(
  question: string,
  locale: string,
  vocabulary: Vocabulary,
  similarity: WordSimilarity,
  used: Set<string>,
): CatalogQuery['lexemes'] {
  const words = new Map<string, CatalogQuery['lexemes'][number]>();
  for (const token of analyze(question, locale)) {
    if (token.stop || /^\d/.test(token.word) || used.has(fold(token.word)) || CHATTER.test(fold(token.word)))
      continue;
    const lexeme = vocabulary.nouns.has(token.lexeme)
      ? token.lexeme
      : (synonym(token.word, vocabulary, similarity) ?? token.lexeme);
    const required = vocabulary.nouns.has(lexeme);
    // "People" of "tents for 4 people" tells little; what the catalog calls things by tells all.
    words.set(lexeme, { lexeme, weight: required ? 1 : wordRarity(token.word, locale), required });
  }
  return [...words.values()];
}

/** Words of asking and of prices that name no product. */
const CHATTER =
  /^(?:show|look\w*|search\w*|find|recommend\w*|suggest\w*|sell|carry|stock|buy|shop|store|price[sd]?|cheap\w*|expensive|affordable|priced|dollars?|usd|euros?|eur|best|good|great|nice|top|rated|sale|offer|discount\w*|available|option\w*|product\w*|item\w*|something|kind\w*|type\w*|compar\w*|list|size[sd]?|color\w*|colour\w*|busc\w*|vend\w*|recom\w*|muestr\w*|ensen\w*|tiend\w*|preci\w*|barat\w*|econom\w*|car[oa]s?|mejor\w*|ofert\w*|rebaj\w*|descuent\w*|disponibl\w*|product\w*|articul\w*|opcion\w*|tall\w*|necesit\w*|compr\w*|dolar\w*|menos|mas|entre|under|over|below|above|less|more|between|around)$/;

function synonym(word: string, vocabulary: Vocabulary, similarity: WordSimilarity): string | null {
  let best: string | null = null;
  let bestScore = SYNONYM;
  for (const [lexeme, noun] of vocabulary.nounWords) {
    const score = similarity(word, noun);
    if (score > bestScore) [best, bestScore] = [lexeme, score];
  }
  return best;
}

function describe(filter: ProductFilter, sort: ProductSort): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ ...filter, sort }).filter(
      ([name, value]) =>
        value !== null &&
        value !== false &&
        !(name === 'sort' && value === 'relevance') &&
        !(typeof value === 'object' && Object.keys(value as object).length === 0),
    ),
  );
}

function hasPhrase(text: string, phrase: string): boolean {
  return phraseIndex(text, phrase) >= 0;
}

/** Where a phrase stands as whole words, or −1. */
function phraseIndex(text: string, phrase: string): number {
  if (phrase === '') return -1;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + phrase.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}
