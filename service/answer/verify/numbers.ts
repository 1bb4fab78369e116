import { numberLexeme } from '../../../ingest/analysis/analyze.ts';
import { type Measure, measureAfter } from './measures.ts';
import { numberWord } from './number-words.ts';

const CURRENCY_SIGN = String.raw`us\s?\$|ca\s?\$|c\$|au\s?\$|a\$|nz\s?\$|mx\s?\$|[$€£¥]|usd|eur|gbp|mxn|cad|aud|nzd|jpy|chf`;
const MONEY_BEFORE = new RegExp(`(?<![\\p{L}])(${CURRENCY_SIGN})\\s?$`, 'u');
const MONEY_AFTER = new RegExp(`^\\s?(${CURRENCY_SIGN}|dollars?|euros?|dolares|pesos)(?![\\p{L}\\d])`, 'u');
export const CURRENCIES: Record<string, string> = {
  $: 'usd', us$: 'usd', dollar: 'usd', dollars: 'usd', dolar: 'usd', dolares: 'usd', '€': 'eur', euro: 'eur', euros: 'eur', '£': 'gbp',
  '¥': 'jpy', mx$: 'mxn', pesos: 'mxn', ca$: 'cad', c$: 'cad', au$: 'aud', a$: 'aud', nz$: 'nzd',
}; // biome-ignore format: a table
/** What a price was: never what it is. */
const WAS =
  /\b(?:was|were|originally|list price|reduced from|down from|instead of|rrp|msrp|antes|en vez de|en lugar de)[\s:]*[^\p{L}\d]{0,5}$/u;
const RATE = /(?:\d|%|\p{Sc}|\b(?:once|twice|times|veces|vez|dollars|euros))\s*$/u;
const NUMBER = /(?<![\p{L}\d])\d+(?:[.,]\d+)*|(?<![\p{L}\p{N}])\p{L}+(?![\p{L}])/gu;
/** What stands between two numbers that share a unit; the first kind also makes them the ends of one range. */
const BETWEEN = /^\s?(?:(-|–|—|to|a|al|hasta|through)|o|or|and|y)\s?(?:(?:us)?[$€£¥]\s?)?$/;
/** A dash before an amount with its sign: a range of amounts would have begun with the sign. */
const NAMES = /^\s?[-–—]\s?(?:us)?[$€£¥]/;
const OPENS_RANGE = /\b(?:between|entre)\s(?:(?:us)?[$€£¥]\s?)?$/;

/** A number of a text, with its unit. */
export interface FoundNumber {
  value: number;
  written: string;
  /** Offsets into the text that was read. */
  start: number;
  end: number;
  measure: (Measure & { written?: string }) | null;
  needsUnit: boolean;
  /** It is said of what was, not of what is. */
  was: boolean;
  /** Which end of a range it is; null for a number that is none. */
  rangeEnd: 'low' | 'high' | null;
}

/** One form for a value in any unit of its kind: `minute:43200` for 30 days. */
export function valueKey({ value, measure, was }: Pick<FoundNumber, 'value' | 'measure' | 'was'>): string {
  return `${was ? 'was ' : ''}${measure?.dimension ?? 'number'}:${round(value * (measure?.factor ?? 1))}`;
}

/** Reads the numbers of a folded text, in digits and in words, each with the unit that it or the end of its range has. Pure. */
export function readNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const written = match[0];
    const read = /^\d/.test(written)
      ? { value: Number(numberLexeme(written)), needsUnit: false }
      : numberWord(written);
    if (read === null) continue;
    const start = match.index;
    // "$10 a day", "twice a year": a rate.
    if (/^(?:an?|una?)$/.test(written) && RATE.test(text.slice(Math.max(0, start - 20), start))) continue;
    const end = start + written.length;
    const was = WAS.test(text.slice(Math.max(0, start - 24), start));
    found.push({ ...read, written, start, end, was, measure: measureOf(text, start, end), rangeEnd: null });
  }
  joinRanges(found, text);
  return found.filter((number) => number.measure !== null || !number.needsUnit);
}

/** "5 to 7 days", "$20–$30": the first end takes the unit of the second; "1,2 kg y 3,5" the other way. */
function joinRanges(found: FoundNumber[], text: string): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const here = found[i];
    const next = found[i + 1];
    if (here === undefined || next === undefined) continue;
    const unit = here.measure?.written ?? '';
    const between = BETWEEN.exec(text.slice(here.end + unit.length, next.start));
    if (between === null) continue;
    // "Grade 1 – $18.50": a name, then its price.
    if (here.measure === null && NAMES.test(between[0])) continue;
    if (here.measure === null && next.measure !== null) {
      const { dimension, factor } = next.measure;
      here.measure = { dimension, factor };
    }
    const isRange =
      between[1] !== undefined || OPENS_RANGE.test(text.slice(Math.max(0, here.start - 12), here.start));
    if (isRange && here.measure?.dimension === next.measure?.dimension) {
      here.rangeEnd = 'low';
      next.rangeEnd = 'high';
    }
  }
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
