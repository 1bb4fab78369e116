import { fold } from '../../../ingest/analysis/stem.ts';
import { readClosedWords, weekdaysWithin } from '../verify/closed-classes.ts';
import { readCardBrands, saysCards } from './card-kinds.ts';
import { monthsSpoken, monthsWithin, readMonths } from './months.ts';
import { liesIn, readPlaces } from './places.ts';
import { type Quantity, type Range, readQuantities, readRanges } from './ranges.ts';

/** What a place or number is worth that lies within what a text states. */
const WITHIN = 0.9;
/** What is said of a part is said of the whole where it is asked for, but not of all of it. */
const PART = 0.5;
/** "Worldwide" holds every country, but says least of any. */
const WORLD = 0.6;

const LEAST_COUNT = 5;
/** What the age that is asked for says of another one. */
const OTHER_AGE = 0.9;
const NO_MONTHS: ReadonlySet<number> = new Set();
const DURATION = /^(?:second|minute|month)$/;

const INTERNATIONAL = /^interna[ct]ional/;

/** Speaks of how old somebody is. */
const OF_AGE =
  /\b(?:old|older|aged?|young\p{L}*|years?|birthday|i ?am|i'?m|(?:he|she) is|(?:he|she)'?s|sons?|daughters?|kids?|child\p{L}*|teen\p{L}*|anos?|edad|tengo|tiene|cumpl\p{L}*|hij[oa]s?|menor(?:es)?|mayor(?:es)?)\b/u;

/** How well a text holds the word of a question by containing it, 0…1: Maui in "Hawaii", 60 in "50 or more". */
export type Within = (text: string) => ReadonlyMap<string, number>;

/**
 * Reads the places, quantities, months and days of a question.
 * @returns for a text: by the question's words, folded, how well the text contains what they name; null when the question
 * names none. Pure.
 */
export function makeWithin(question: string, { ofShops = false }: { ofShops?: boolean } = {}): Within | null {
  const places = readPlaces(question);
  const brands = readCardBrands(question);
  const quantities = spokenQuantities(question);
  const ofAge = OF_AGE.test(fold(question));
  const months = readMonths(question);
  const days = readClosedWords(question).filter(({ key }) => key.startsWith('weekday:'));
  if ([places, quantities, months, days, brands].every((found) => found.length === 0)) return null;
  const monthWords =
    fold(question)
      .match(/\p{L}+/gu)
      ?.filter((word) => readMonths(word).length > 0) ?? [];
  return (text) => {
    const credits = new Map<string, number>();
    const give = (written: string, credit: number): void => {
      for (const word of written.split(/[^\p{L}\p{N}.,]+/u)) {
        if (word !== '' && credit > (credits.get(word) ?? 0)) credits.set(word, credit);
      }
    };
    const stated = places.length > 0 ? readPlaces(text) : [];
    const isOfCountries = stated.some(({ key }) => key !== 'worldwide');
    for (const place of places) {
      for (const other of stated) {
        // Of a row for Mexico "international" tells how it is sent, and nothing of Canada.
        if (isOfCountries && INTERNATIONAL.test(other.written)) continue;
        give(place.written, placeCredit(place.key, other.key, ofShops));
      }
    }
    const ranges = quantities.length > 0 ? readRanges(text) : [];
    for (const quantity of quantities) {
      const best = nearest(quantity, ranges, ofAge);
      if (best > 0) give(quantity.written, WITHIN * best);
    }
    const span = months.length > 0 ? monthsWithin(text) : new Set<number>();
    for (const word of monthWords) if (readMonths(word).some((month) => span.has(month))) give(word, WITHIN);
    const open = days.length > 0 ? new Set(weekdaysWithin(text)) : new Set<string>();
    for (const { key, written } of days) if (open.has(key)) give(fold(written), WITHIN);
    if (brands.length > 0 && saysCards(text)) for (const brand of brands) give(brand, WITHIN);
    return credits;
  };
}

/** Shops in Manchester are shops in the UK, but a shop in Manchester is not had by what is said of the UK. */
function placeCredit(asked: string, stated: string, ofShops: boolean): number {
  if (asked === stated) return WITHIN;
  if (liesIn(stated, asked)) return ofShops ? WITHIN : PART;
  if (ofShops || !liesIn(asked, stated)) return 0;
  return stated === 'worldwide' ? WORLD : WITHIN;
}

/** How well ranges that a text states hold a quantity, 0…1. */
function nearest(quantity: Quantity, ranges: readonly Range[], ofAge: boolean): number {
  return Math.max(0, ...ranges.map((range) => nearness(quantity, asSpoken(range, quantity.kind, ofAge))));
}

/** "Over 60" may be an age, "at least 15 members" is none; a number may be an age where ages are spoken of. */
function asSpoken(range: Range, asked: string, ofAge: boolean): Range & { ofAge?: boolean } {
  if (asked === 'age')
    return range.kind === 'count' && range.bare ? { ...range, kind: 'age', ofAge: false } : range;
  return ofAge && range.kind === 'age' ? { ...range, kind: 'count' } : range;
}

/** 1 where both ends of the range are given; of open ones the nearer end says more: of "10 or more" and "50 or more", 60 is the second. */
function nearness({ value, kind }: Quantity, range: Range & { ofAge?: boolean }): number {
  if (range.kind !== kind) return 0;
  const isWithin = value >= range.least && value <= range.most;
  // How old somebody has to be tells those who are not as well.
  if (!isWithin) return kind === 'age' && range.ofAge !== false ? OTHER_AGE : 0;
  if (range.most === Number.POSITIVE_INFINITY) return value === 0 ? 0 : (range.least / value) ** 0.25;
  return range.least > 0 ? 1 : (value / range.most) ** 0.25;
}

/**
 * Tells how well a condition that a text states is met by what a question says of itself: "cameras made before 1985" by one
 * of 1962, "more than 100" by 300 pictures, "between November 1 and December 24" by what was bought in November.
 * @returns null where the question has no quantity and no month. Pure.
 */
export function makeMeets(question: string): ((text: string) => number) | null {
  // How long ago something was is held against every term of days there is.
  const quantities = spokenQuantities(question).filter(({ kind }) => !DURATION.test(kind));
  const months = [...monthsSpoken(question)];
  if (quantities.length === 0 && months.length === 0) return null;
  return (text) => {
    const spoken = months.length > 0 ? monthsSpoken(text) : NO_MONTHS;
    if (months.some((month) => spoken.has(month))) return 1;
    const ranges = readRanges(text);
    return ranges.length === 0 ? 0 : Math.max(0, ...quantities.map((one) => nearest(one, ranges, false)));
  };
}

/** "I will pay you $20, deal?": what a shopper offers is no amount that a page speaks of. */
const OFFER =
  /(?<!\p{L})(?:(?:pay|give|offer) you|i(?: will|'ll|'d| would)? offer|te (?:doy|pago|ofrezco|daria)|os (?:doy|pago))(?!\p{L})/u;

/** Whether a shopper offers an amount to pay, which is none that a page speaks of. Pure. */
export function offersAmount(question: string): boolean {
  return OFFER.test(fold(question));
}

/** "I spent 80 on it", "les compré 35000 sin IVA": of what is bought a number that counts nothing may be its price. */
const SPENT =
  /(?<!\p{L})(?:compr(?:as?|e|o|amos|aron|ar)|gast\p{L}+|pag(?:o|ue|amos|ar)|pedidos?|carrito|ticket|total|spen[dt]|spending|bought|orders?|basket|cart|purchases?)(?: (?:les|como|de|por|es|son|fue|hoy|unos|casi|sobre|worth|of|is|was|about|around|over)){0,3} (\d[\d.,]*(?<![.,]))(?=\s*(?:$|[?!.,;:)]|(?:(?:sin|mas|con) iva|en|y|con|and|but|do|does|is|can|will|on|for)(?!\p{L})))/gu;

/** "Two" and "3" are in any text. */
function spokenQuantities(question: string): Quantity[] {
  const folded = fold(question);
  const isOffer = offersAmount(question);
  const spent = new Set([...folded.matchAll(SPENT)].map(([, amount]) => amount));
  return readQuantities(question)
    .filter(({ value, kind }) => (kind !== 'count' || value >= LEAST_COUNT) && !(isOffer && kind === 'money'))
    .flatMap((one) =>
      one.kind === 'count' && spent.has(one.written) ? [one, { ...one, kind: 'money' }] : [one],
    );
}
