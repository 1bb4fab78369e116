import { analyze } from '../../../ingest/analysis/analyze.ts';
import { sameColor } from '../catalog/color-words.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { foldInPlace } from './fold-in-place.ts';
import { languagesOf, namedIn } from './named-in.ts';
import { findPlaces } from './places.ts';

/** Something of which a follow-up can name another one: a place, a price limit, a color, a product. */
export interface SpokenValue {
  /** Values of one kind replace each other; attributes are kinds by their names. */
  kind: string;
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
}

const CURRENCY = String.raw`(?:€|\$|£|(?:usd|gbp|euros?|eur|dollars?|bucks|pounds?|dolares|pesos)\b)`;
/** A bare number is an amount only where no unit follows: "under 50", but not "under 2 kg". */
const AMOUNT = String.raw`[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?${CURRENCY}|\d[\d.,]*(?![\d.,]|\s*-?\s*(?!(?:and|or|in|with|for|please|y|o|en|con|por)\b)[\p{L}%"”″])|\p{L}+(?:[\s-]\p{L}+)? (?:bucks|dollars|euros|pounds|dolares|pesos)`;
const LIMIT =
  '(?:(?:priced|costing|por|for|a|de) )?(?:under|below|less than|cheaper than|up to|over|above|more than|at least|at most|no more than|around|about|a maximum of|max(?:imum)?|menos de|mas de|no mas de|hasta|por debajo de|por encima de|alrededor de|a partir de|un maximo de|maximo(?: de)?|como maximo)';
const PRICE = new RegExp(
  `${LIMIT} (?:${AMOUNT})|(?:between|entre) [$€£]?\\s?\\d[\\d.,]*(?:\\s?${CURRENCY})? (?:and|y) (?:${AMOUNT})|[$€£]\\s?\\d[\\d.,]*\\s?(?:-|–|to|a)\\s?[$€£]?\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:-|–|to|a)\\s?\\d[\\d.,]*\\s?(?:€|\\$|euros|dollars|dolares)`,
  'gu',
);
const SIZE =
  /(?:\b(?:in|en)\s+(?:an?\s+|una?\s+)?)?\b(?:size|talla|tallas)\s+(?:an?\s+)?(?:[\d.,/]+|[a-z]{1,3}\b(?:\/[a-z]{1,3})?|small|medium|large|mediana|grande|pequena)|\b(?:in|en)\s+(?:an?\s+|una?\s+)?(?:\d?x{0,3}[sl]|m|small|medium|large|\d{2}(?:[.,]5)?)(?=\s*(?:[?.!,]|$|\b(?:and|or|with|y|o|con)\b))/gu;
const METHOD =
  /\b(?:standard|express|expedited|overnight|next[- ]day|same[- ]day|two[- ]day|economy|priority|estandar|expres|urgente|economico)\b/gu;
const DAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|weekdays?|(?:public |bank )?holidays|thanksgiving|christmas(?: eve| day)?|new year['’]?s?(?: eve| day)?|boxing day|easter(?: sunday| monday)?|good friday|labou?r day|memorial day|independence day|black friday|nochebuena|nochevieja|navidad|ano nuevo|reyes|semana santa|viernes santo|puente|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|fines? de semana|festivos)\b/gu;

/** The values that a text names, none overlapping, in order. Pure. */
export function spokenValues(text: string, locale: string, vocabulary: Vocabulary): SpokenValue[] {
  const folded = foldInPlace(text);
  const matches = (kind: string, pattern: RegExp): SpokenValue[] =>
    [...folded.matchAll(pattern)].map(({ 0: match, index }) => ({
      kind,
      start: index,
      end: index + match.length,
    }));
  const found: SpokenValue[] = [];
  const add = (values: SpokenValue[]): void => {
    for (const value of values)
      if (!found.some((other) => value.start < other.end && other.start < value.end)) found.push(value);
  };
  add(matches('price', PRICE));
  // "From Marten" is the brand, though there are Marten Boots.
  add(
    catalogValues(folded, vocabulary).filter(
      ({ kind, start }) => kind === 'brand' && /(?:from|by|de) $/.test(folded.slice(0, start)),
    ),
  );
  add(productSpans(text, locale, vocabulary));
  add(findPlaces(text).map((span) => ({ kind: 'place', ...span })));
  add(matches('size', SIZE));
  add(catalogValues(folded, vocabulary));
  add(things(text, locale, vocabulary));
  add(matches('day', DAY));
  add(matches('method', METHOD));
  return found.sort((a, b) => a.start - b.start);
}

/** Where the words of products' names stand, a run of them each. */
function productSpans(text: string, locale: string, vocabulary: Vocabulary): SpokenValue[] {
  const found = namedIn(text, locale, vocabulary);
  return found === null
    ? []
    : runs(text, found.language, 'product', (lexeme) => found.named.lexemes.has(lexeme));
}

/** Kinds of things by the catalog's categories. */
function things(text: string, locale: string, { kinds }: Vocabulary): SpokenValue[] {
  const perLanguage = languagesOf(locale).map((language) =>
    runs(text, language, 'thing', (lexeme) => kinds.has(lexeme)),
  );
  return perLanguage.find((found) => found.length > 0) ?? [];
}

const MOST_WORDS = 3;

/** Brands, colors and other attributes that the catalog has. */
function catalogValues(folded: string, vocabulary: Vocabulary): SpokenValue[] {
  const found: SpokenValue[] = [];
  const words = [...folded.matchAll(/[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu)];
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
      const start = words[at]?.index ?? 0;
      const last = words[at + length - 1];
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      const kind = kindOf(folded.slice(start, end), vocabulary);
      if (kind === null) continue;
      found.push({ kind, start, end });
      break;
    }
  }
  return found;
}

function kindOf(phrase: string, { brands, values }: Vocabulary): string | null {
  if (brands.has(phrase)) return 'brand';
  if (sameColor(phrase).length > 0) return 'color';
  // A letter or a number is a value only where its attribute is named.
  if (!/^\p{L}{3,}/u.test(phrase)) return null;
  const [entry] = values.get(phrase) ?? [];
  if (entry === undefined) return null;
  return entry.attribute === 'colour' ? 'color' : entry.attribute;
}

function runs(
  text: string,
  locale: string,
  kind: string,
  belongs: (lexeme: string) => boolean,
): SpokenValue[] {
  const found: SpokenValue[] = [];
  for (const { lexeme, start, end, stop } of analyze(text, locale)) {
    if (stop || !belongs(lexeme)) continue;
    const last = found.at(-1);
    if (last !== undefined && /^[\s\-–'’]*$/.test(text.slice(last.end, start)))
      last.end = Math.max(end, last.end);
    else found.push({ kind, start, end });
  }
  return found;
}
