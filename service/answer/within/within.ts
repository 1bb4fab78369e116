import { fold } from '../../../ingest/analysis/stem.ts';
import { readClosedWords, weekdaysWithin } from '../verify/closed-classes.ts';
import { readCardBrands, saysCards } from './card-kinds.ts';
import { monthsWithin, readMonths } from './months.ts';
import { liesIn, readPlaces } from './places.ts';
import { type Quantity, type Range, readQuantities, readRanges } from './ranges.ts';

/** What a place or number is worth that lies within what a text states. */
const WITHIN = 0.9;
/** What is said of a part is said of the whole where it is asked for, but not of all of it. */
const PART = 0.5;
/** "Worldwide" holds every country, but says least of any. */
const WORLD = 0.6;

const LEAST_COUNT = 5;

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
export function makeWithin(question: string, { ofShops = false } = {}): Within | null {
  const places = readPlaces(question);
  const brands = readCardBrands(question);
  // "Two" and "3" are in any text.
  const quantities = readQuantities(question).filter(
    ({ value, kind }) => kind !== 'count' || value >= LEAST_COUNT,
  );
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
    for (const place of places) {
      for (const other of stated) {
        give(place.written, placeCredit(place.key, other.key, ofShops));
      }
    }
    const ranges = quantities.length > 0 ? readRanges(text).map((one) => asCount(one, ofAge)) : [];
    for (const quantity of quantities) {
      const best = Math.max(0, ...ranges.map((range) => nearness(quantity, range)));
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

/** "I am 17" has no unit either: a number may be an age where ages are spoken of. */
function asCount(range: Range, ofAge: boolean): Range {
  return ofAge && range.kind === 'age' ? { ...range, kind: 'count' } : range;
}

/** 1 where both ends of the range are given; of open ones the nearer end says more: of "10 or more" and "50 or more", 60 is the second. */
function nearness({ value, kind }: Quantity, range: Range): number {
  if (range.kind !== kind || value < range.least || value > range.most) return 0;
  if (range.most === Number.POSITIVE_INFINITY) return value === 0 ? 0 : (range.least / value) ** 0.25;
  return range.least > 0 ? 1 : (value / range.most) ** 0.25;
}
