import { numberLexeme } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { readClosedWords } from './closed-classes.ts';
import { type Measure, measureAfter } from './measures.ts';
import { joinNumberWords, numberWord } from './number-words.ts';

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

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9-]+\.(?:com|net|org|shop|store|es|io|co)\b(?:\/[^\s)\]]*)?/gi;
const PHONE = /(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)|\d{2,4})(?:[\s.-]\d{2,4}){2,4}(?!\d)/g;
const CODE = /\b(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*\b/g;
const NAMED_CODE = /(?<=\b(?:code|coupon|voucher|codigo|código|cupón)\s+["“']?)[A-Z][A-Z0-9]{2,}\b/g;
const CLOCK =
  /\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?\s?m\b\.?|\b(\d{1,2}):(\d{2})\b(?:\s?h\b)?|\b(noon|midday|mediodia|midnight|medianoche)\b/g;
const MONTHS =
  'jan(?:uary)?|enero feb(?:ruary)?|febrero mar(?:ch)?|marzo apr(?:il)?|abril may|mayo june?|junio july?|julio aug(?:ust)?|agosto sept?(?:ember)?|septiembre oct(?:ober)?|octubre nov(?:ember)?|noviembre dec(?:ember)?|diciembre'
    .split(' ')
    .map((names) => new RegExp(`^(?:${names})$`));
const MONTH_NAMES = `(?:${MONTHS.map((month) => month.source.slice(4, -2)).join('|')})`;
/** "May" and "march" are months only beside a number, or in "of May". */
const MONTH = new RegExp(
  `\\b${MONTH_NAMES}\\b(?=\\.?,?\\s+\\d|\\.?\\s+(?:de|of)\\s+\\d)|(?<=\\d(?:st|nd|rd|th)?\\s(?:de\\s|of\\s)?)${MONTH_NAMES}\\b|\\b(?:january|february|april|june|july|august|september|october|november|december|enero|febrero|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\\b`,
  'g',
);
const CURRENCY_SIGN = String.raw`us\s?\$|ca\s?\$|c\$|au\s?\$|a\$|nz\s?\$|mx\s?\$|[$€£¥]|usd|eur|gbp|mxn|cad|aud|nzd|jpy|chf`;
const MONEY_BEFORE = new RegExp(`(?<![\\p{L}])(${CURRENCY_SIGN})\\s?$`, 'u');
const MONEY_AFTER = new RegExp(`^\\s?(${CURRENCY_SIGN}|dollars?|euros?|dolares|pesos)(?![\\p{L}])`, 'u');
const CURRENCIES: Record<string, string> = {
  $: 'usd', us$: 'usd', dollar: 'usd', dollars: 'usd', dolar: 'usd', dolares: 'usd', '€': 'eur', euro: 'eur', euros: 'eur', '£': 'gbp',
  '¥': 'jpy', mx$: 'mxn', pesos: 'mxn', ca$: 'cad', c$: 'cad', au$: 'aud', a$: 'aud', nz$: 'nzd',
}; // biome-ignore format: a table
/** A currency that no amount stands before: "for every dollar". */
const CURRENCY_WORD =
  /(?<![\d½]\s?)(?<!\p{L})(?:dollars?|euros?|dolar(?:es)?|usd|eur|gbp|mxn|cad)(?!\p{L}|\s?\d)/gu;
/** What a price was: never what it is. */
const WAS =
  /\b(?:was|were|originally|list price|reduced from|down from|instead of|rrp|msrp|antes|en vez de|en lugar de)[\s:]*[^\p{L}\d]{0,5}$/u;
const RATE = /(?:\d|%|\p{Sc}|\b(?:once|twice|times|veces|vez|dollars|euros))\s*$/u;
const NUMBER = /(?<![\p{L}\d])\d+(?:[.,]\d+)*(?:½|¼|¾)?|(?<![\p{L}\p{N}])\p{L}+(?![\p{L}])/gu;
const RANGE = /^\s?(?:-|–|—|to|a|o|or|and|y|hasta|through)\s?(?:(?:us)?[$€£¥]\s?)?$/;

/**
 * Reads the claims of a text: amounts of money, percentages, durations, measures, times, dates, codes, links, phone
 * numbers, words of closed classes, and every other number. A range (`5–7 days`) claims both ends in its unit. Pure.
 */
export function readClaims(text: string): Claim[] {
  const claims: Claim[] = [];
  const add = (key: string, written: string, bare: string | null = null): void => {
    claims.push({ key, written: written.trim(), bare });
  };
  for (const pattern of [CODE, NAMED_CODE])
    for (const [code] of text.matchAll(pattern)) add(`code:${code.toLowerCase().replaceAll('-', '')}`, code);
  for (const { key, written } of readClosedWords(text)) add(key, written);
  // Hyphens and spaces of all kinds are one, so that `30‑day` reads as `30-day`.
  let rest = joinNumberWords(fold(text.replace(/[‐‑‒]/g, '-').replace(/[\u00A0\u202F\u2009]/g, ' ')));
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => [key: string, bare?: string]): void => {
    rest = rest.replace(pattern, (...args) => {
      const match = args as unknown as RegExpMatchArray;
      const [key, bare] = read(match);
      add(key, match[0] ?? '', bare ?? null);
      return ' '.repeat(match[0]?.length ?? 0);
    });
  };
  take(LINK, (match) => [
    `link:${match[0]
      ?.replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/[.,/]+$/, '')}`,
  ]);
  take(PHONE, (match) => [`phone:${match[0]?.replace(/\D/g, '')}`]);
  take(CLOCK, (match) => [`time:${clockMinutes(match)}`, match[1] ?? match[4] ?? '']);
  take(MONTH, (match) => [`month:${MONTHS.findIndex((month) => month.test(match[0] ?? '')) + 1}`]);
  for (const [word] of rest.matchAll(CURRENCY_WORD)) add(`currency:${CURRENCIES[word] ?? word}`, word);
  return [...claims, ...readNumbers(rest)];
}

function clockMinutes([, hour12, minute12, half, hour24, minute24, name]: RegExpMatchArray): number {
  if (name !== undefined) return /^mid(?!d)|^media/.test(name) && name !== 'mediodia' ? 0 : 720;
  if (hour24 !== undefined) return Number(hour24) * 60 + Number(minute24);
  return ((Number(hour12) % 12) + (half === 'p' ? 12 : 0)) * 60 + Number(minute12 ?? 0);
}

interface FoundNumber {
  value: number;
  written: string;
  start: number;
  end: number;
  measure: (Measure & { written?: string }) | null;
  needsUnit: boolean;
  was: boolean;
}

function readNumbers(text: string): Claim[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const written = match[0];
    const read = /^\d/.test(written)
      ? { value: digitsValue(written), needsUnit: false }
      : numberWord(written);
    if (read === null) continue;
    const start = match.index;
    // "$10 a day", "twice a year": a rate.
    if (/^(?:an?|una?)$/.test(written) && RATE.test(text.slice(Math.max(0, start - 20), start))) continue;
    const end = start + written.length;
    const was = WAS.test(text.slice(Math.max(0, start - 24), start));
    found.push({ ...read, written, start, end, was, measure: measureOf(text, start, end) });
  }
  // "5 to 7 days", "$20–$30": the first end takes the unit of the second; "1,2 kg y 3,5" the other way.
  for (let i = found.length - 2; i >= 0; i--) {
    const here = found[i];
    const next = found[i + 1];
    if (
      here &&
      next &&
      here.measure === null &&
      next.measure &&
      RANGE.test(text.slice(here.end, next.start))
    ) {
      const { dimension, factor } = next.measure;
      here.measure = { dimension, factor };
    }
  }
  return found
    .filter((number) => number.measure !== null || !number.needsUnit)
    .map(({ value, written, measure, was }) => ({
      key: `${was ? 'was ' : ''}${measure?.dimension ?? 'number'}:${round(value * (measure?.factor ?? 1))}`,
      written: `${written}${measure?.written ?? ''}`,
      bare: String(value),
    }));
}

function digitsValue(written: string): number {
  const fraction = /[½¼¾]$/.exec(written)?.[0];
  const base = Number(numberLexeme(fraction ? written.slice(0, -1) : written));
  return base + (fraction ? { '½': 0.5, '¼': 0.25, '¾': 0.75 }[fraction as '½'] : 0);
}

function measureOf(text: string, start: number, end: number): FoundNumber['measure'] {
  const after = text.slice(end, end + 40);
  const behind = MONEY_AFTER.exec(after);
  const sign = MONEY_BEFORE.exec(text.slice(Math.max(0, start - 6), start))?.[1] ?? behind?.[1];
  if (sign !== undefined) {
    const compact = sign.replace(/\s/g, '');
    return { dimension: `money ${CURRENCIES[compact] ?? compact}`, factor: 1, written: behind?.[0] ?? '' };
  }
  return measureAfter(after);
}

/** 1.2 kg are 1200 g, not 1199.9999999999998. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
