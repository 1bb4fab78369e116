import { readClosedWords } from './closed-classes.ts';
import { foldNumbers } from './fold-numbers.ts';
import { MONTH, monthNumber, NUMERIC_DATE, readNumericDate } from './months.ts';
import { CURRENCIES, readNumbers, valueKey } from './numbers.ts';

/** Something in a text that is true to the letter or false: it must be in the quote as well. */
export interface Claim {
  /**
   * One form for all ways of writing it: `money usd:129`, `percent:20`, `minute:43200` (30 days), `time:540`, `number:3`,
   * `was money usd:159`, `weekday:monday`, `link:…`.
   */
  key: string;
  /** As written. */
  written: string;
  /** The number as written, without its unit; null for what is no number. */
  bare: string | null;
}

/** A claim with where it stands in `foldNumbers(text)`; -1 where that is not known. */
export interface PlacedClaim extends Claim {
  start: number;
  end: number;
}

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9-]+\.(?:com|net|org|shop|store|es|io|co)\b(?:\/[^\s)\]]*)?/gi;
const PHONE = /(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)|\d{2,4})(?:[\s.-]\d{2,4}){2,4}(?!\d)/g;
/** `06/2017`. */
const MONTH_OF_YEAR = /(?<![\d/.,-])(0?[1-9]|1[0-2])\/((?:19|20)\d{2})(?![\d/])/g;
const CODE = /\b(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*\b/g;
const NAMED_CODE = /(?<=\b(?:code|coupon|voucher|codigo|código|cupón)\s+["“']?)[A-Z][A-Z0-9]{2,}\b/g;
const CLOCK =
  /\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?\s?m\b\.?|\b(\d{1,2}):(\d{2})\b(?:\s?h\b)?|\b(noon|midday|mediodia|midnight|medianoche)\b/g;
/** A currency that no amount stands before: "for every dollar". */
const CURRENCY_WORD =
  /(?<![\d½]\s?)(?<!\p{L})(?:dollars?|euros?|dolar(?:es)?|usd|eur|gbp|mxn|cad)(?!\p{L}|\s?\d)/gu;
/** "Visitors under 14": years, though none are named. */
const AGE =
  /\b(?:under|over|aged|ages?|younger than|older than|menor(?:es)? de|mayor(?:es)? de|por (?:debajo|encima) de)\s$/;

/**
 * Reads the claims of a text: amounts of money, percentages, durations, measures, times, dates, codes, links, phone
 * numbers, words of closed classes, and every other number. A range (`5–7 days`) claims both ends in its unit. Pure.
 * @param locale of the text: `3/4/2026` is 3 April in `es` and March 4 in `en`
 */
export function readClaims(text: string, locale = 'en'): readonly PlacedClaim[] {
  const key = `${locale} ${text}`;
  let claims = kept.get(key);
  if (claims === undefined) {
    claims = claimsOf(text, locale);
    if (kept.size >= MOST_KEPT) kept.clear();
    if (text.length <= LONGEST_KEPT) kept.set(key, claims);
  }
  return claims;
}

/** Quotes are read several times for each sentence. */
const kept = new Map<string, readonly PlacedClaim[]>();
const MOST_KEPT = 1_000;
const LONGEST_KEPT = 1_000;

function claimsOf(text: string, locale: string): PlacedClaim[] {
  const claims: PlacedClaim[] = [];
  const add = (key: string, written: string, bare: string | null = null, start = -1): void => {
    claims.push({ key, written: written.trim(), bare, start, end: start + written.trimEnd().length });
  };
  for (const pattern of [CODE, NAMED_CODE])
    for (const [code] of text.matchAll(pattern)) add(`code:${code.toLowerCase().replaceAll('-', '')}`, code);
  for (const { key, written } of readClosedWords(text)) add(key, written);
  let rest = foldNumbers(text);
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => [key: string, bare?: string][]): void => {
    rest = rest.replace(pattern, (...args) => {
      const match = args as unknown as RegExpMatchArray;
      const found = read(match);
      const start = Number(args.at(-2));
      for (const [key, bare] of found) add(key, match[0] ?? '', bare ?? null, start);
      return found.length === 0 ? (match[0] ?? '') : ' '.repeat(match[0]?.length ?? 0);
    });
  };
  take(LINK, (match) => [
    [
      `link:${match[0]
        ?.replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/[.,/]+$/, '')}`,
    ],
  ]);
  take(NUMERIC_DATE, (match) => {
    const date = readNumericDate(match[0] ?? '', locale);
    if (date === null) return [];
    const numbers = [date.day, ...(date.year === null ? [] : [date.year])].map(String);
    return [
      [`month:${date.month}`],
      ...numbers.map((number): [string, string] => [`number:${number}`, number]),
    ];
  });
  take(MONTH_OF_YEAR, ([, month = '', year = '']) => [[`month:${Number(month)}`], [`number:${year}`, year]]);
  take(PHONE, (match) => [[`phone:${match[0]?.replace(/\D/g, '')}`]]);
  take(CLOCK, (match) => [[`time:${clockMinutes(match)}`, match[1] ?? match[4] ?? '']]);
  take(MONTH, (match) => [[`month:${monthNumber(match[0] ?? '')}`]]);
  for (const [word] of rest.matchAll(CURRENCY_WORD)) add(`currency:${CURRENCIES[word] ?? word}`, word);
  for (const number of readNumbers(rest)) {
    const { written, measure, value, start } = number;
    add(valueKey(number), `${written}${measure?.written ?? ''}`, String(value), start);
    if (measure === null && AGE.test(rest.slice(Math.max(0, start - 16), start)))
      add(`age:${value}`, written, String(value), start);
  }
  return claims;
}

function clockMinutes([, hour12, minute12, half, hour24, minute24, name]: RegExpMatchArray): number {
  if (name !== undefined) return /^mid(?!d)|^media/.test(name) && name !== 'mediodia' ? 0 : 720;
  if (hour24 !== undefined) return Number(hour24) * 60 + Number(minute24);
  const hour = Number(hour12) > 12 ? Number(hour12) : (Number(hour12) % 12) + (half === 'p' ? 12 : 0);
  return hour * 60 + Number(minute12 ?? 0);
}
