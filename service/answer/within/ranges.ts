import { fold } from '../../../ingest/analysis/stem.ts';
import { measureAfter } from '../verify/measures.ts';
import { joinNumberWords, numberWord } from '../verify/number-words.ts';

/** A number that a text states, with what it counts. */
export interface Quantity {
  value: number;
  /** `money`, a dimension of `measureAfter` with the value in its base unit, `count`, `year` of the calendar, or `age`. */
  kind: string;
  /** As written, without its unit. */
  written: string;
}

/** From `least` to `most`, both within; `Infinity` where there is no end. */
export interface Range {
  kind: string;
  least: number;
  most: number;
  /** Nothing is said of what is counted: "over 60", "18+". */
  bare?: boolean;
}

interface Found extends Quantity {
  start: number;
  end: number;
}

const NUMBER =
  /(?<![\p{L}\p{N}.,])(?:us)?([$€£]\s?)?(\d+(?:[.,]\d+)*|\p{L}+)(?:\s?([€£$](?!\s?\d)|(?:euros?|dollars?|usd|eur|pesos|pounds sterling)(?!\p{L})))?/gu;
const SPAN = /^\s?(?:-|–|—|to|a|and|y|hasta|through|thru)\s?$/;
const LEAST_BEFORE =
  /(?:\b(?:from|over|above|more than|at least|starting at|minimum(?: of)?|(?<!\d\s?)min\.?|exceeding|desde|a partir de|mas de|superior(?:es)? a|minimo(?: de)?|al menos|por encima de)|>=?)\s*$/;
const MOST_BEFORE =
  /(?:\b(?:up to|under|below|less than|at most|maximum(?: of)?|max\.?|within|no more than|hasta|menos de|inferior(?:es)? a|maximo(?: de)?|como maximo|por debajo de)|<=?)\s*$/;
const LEAST_AFTER =
  /^\s*(?:\p{L}+\s)?(?:or more|or over|or above|and up|and over|and above|or older|o mas|en adelante|y mas|o superior)(?!\p{L})|^\s?\+/u;
const MOST_AFTER =
  /^\s*(?:\p{L}+\s)?(?:or less|or fewer|or under|and under|or below|o menos|como maximo)(?!\p{L})/u;
/** "16 or older", "Students (18 and over)", "You must be at least 18": how old somebody must be, and not how many. */
const AGE_AFTER =
  /^(?:\s*(?:or older|of age)|(?:[\s-]*(?:years?|yrs?|anos?))?[\s-]*(?:old|of age|de edad))(?!\p{L})/u;
const AGE_BEFORE =
  /\b(?:be|being|ages?|aged|adults?|anyone|everyone|people|persons?|students?|members?|customers?|mayor(?:es)? de|edad|adultos?|estudiantes?|socios?)\s?\(?(?:over |above |from |at least )?$/;
/** "I'm 19", "tengo 17 años", "turned 18": of whoever asks. */
const OWN_AGE =
  /(?:\b(?:i ?'?m|i am|(?:he|she)(?:'s| is)|turn(?:s|ed|ing)?|aged?|tengo|tiene|cumpl\p{L}+)\s(?:only |just |solo )?)$/u;
/** … and not "I'm 2 weeks late". */
const NO_COUNT = /^\s*(?:[.,;:!?)]|$|and\b|but\b|so\b|can\b|y\b|pero\b|anos\b|years? old)/u;
/** "Made before 1985": of the calendar's years. */
const YEAR_BEFORE =
  /\b(?:before|until|prior to|older than|earlier than|anterior(?:es)? a|antes de|hasta)\s$/u;
const YEAR_AFTER = /\b(?:after|newer than|later than|posterior(?:es)? a|despues de)\s$/u;
const YEAR = /^(?:19|20)\d\d$/;
/** "6 pm", "from 6 to 9 pm", "10:30": no number of anything. */
const CLOCK =
  /^(?:\s?(?:[-–—]|to|until|till|a|hasta(?: las)?)\s?\d{1,2}(?:[.:]\d\d)?)?\s?(?:[ap]\.?\s?m\b|:\d\d|o'clock|h\b)/u;
const NEAR = 28;
const MONTHS = 12;
const BARE = /^s?\s*(?:[:;,.)+]|$|or\b|and\b|[yo]\b)/u;

/** Reads the quantities of a text: `$60`, `8 months`, `thirty`. Pure. */
export function readQuantities(text: string): Quantity[] {
  const folded = fold(joinNumberWords(text));
  return findQuantities(folded).map((one) => {
    const after = folded.slice(one.start + one.written.length, one.end + NEAR);
    const isOwn =
      OWN_AGE.test(folded.slice(Math.max(0, one.start - NEAR), one.start)) && NO_COUNT.test(after);
    if (!isOwn && !/^[\s-]*(?:years?|yrs?)[\s-]+old|^[\s-]*y\/?o(?!\p{L})/u.test(after)) return one;
    return { ...one, kind: 'age', value: one.kind === 'month' ? one.value / MONTHS : one.value };
  });
}

/** Reads what a text states from here to there: `50 or more`, `$10–$20`, `up to 30 kg`. Pure. */
export function readRanges(text: string): Range[] {
  const folded = fold(joinNumberWords(text));
  const found = findQuantities(folded);
  const ranges: Range[] = [];
  for (let at = 0; at < found.length; at++) {
    const one = found[at];
    const next = found[at + 1];
    if (one === undefined) continue;
    const kind = one.kind;
    if (next !== undefined && SPAN.test(folded.slice(one.end, next.start))) {
      const same = one.kind === next.kind || one.kind === 'count';
      const factor = one.kind === next.kind ? 1 : (next.factor ?? 1);
      if (same && one.value * factor <= next.value) {
        const isAge =
          next.kind === 'count' && AGE_BEFORE.test(folded.slice(Math.max(0, one.start - NEAR), one.start));
        ranges.push({ kind: isAge ? 'age' : next.kind, least: one.value * factor, most: next.value });
        at += 1;
        continue;
      }
    }
    const before = folded.slice(Math.max(0, one.start - NEAR), one.start);
    const after = folded.slice(one.end, one.end + NEAR);
    if (kind === 'year') {
      if (YEAR_BEFORE.test(before)) ranges.push({ kind, least: 0, most: one.value - 1 });
      if (YEAR_AFTER.test(before))
        ranges.push({ kind, least: one.value + 1, most: Number.POSITIVE_INFINITY });
      continue;
    }
    if (LEAST_BEFORE.test(before) || LEAST_AFTER.test(after)) {
      const isAge = kind === 'count' && (AGE_AFTER.test(after) || AGE_BEFORE.test(before));
      ranges.push({
        ...asAge(
          kind,
          one.value,
          isAge ||
            (kind === 'month' &&
              AGE_AFTER.test(folded.slice(one.start + one.written.length, one.end + NEAR))),
        ),
        most: Number.POSITIVE_INFINITY,
        ...(BARE.test(after) && { bare: true }),
      });
    } else if (MOST_BEFORE.test(before) || MOST_AFTER.test(after))
      ranges.push({ kind, least: 0, most: one.value, ...(BARE.test(after) && { bare: true }) });
  }
  return ranges;
}

function asAge(kind: string, value: number, isAge: boolean): { kind: string; least: number } {
  return isAge ? { kind: 'age', least: kind === 'month' ? value / MONTHS : value } : { kind, least: value };
}

function findQuantities(folded: string): (Found & { factor?: number })[] {
  const found: (Found & { factor?: number })[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const [whole, before, digits = '', after] = match;
    const value = /^\d/.test(digits) ? digitsValue(digits) : (numberWord(digits)?.value ?? null);
    if (value === null) continue;
    const written = digits;
    const start = match.index;
    if (before !== undefined || after !== undefined) {
      found.push({ value, kind: 'money', written, start, end: start + whole.length });
      continue;
    }
    const end = start + whole.length;
    const measure = measureAfter(folded.slice(end, end + NEAR));
    if (measure === null) {
      if (YEAR.test(digits)) found.push({ value, kind: 'year', written, start, end });
      // Four digits without a unit are a year.
      if (/^\d{4}$/.test(digits) || numberWord(digits)?.needsUnit) continue;
      if (CLOCK.test(folded.slice(end, end + NEAR)) || /\d:$/.test(folded.slice(0, start))) continue;
      found.push({ value, kind: 'count', written, start, end });
      continue;
    }
    found.push({
      value: value * measure.factor,
      kind: measure.dimension.replace(/^working /, ''),
      written,
      start,
      end: end + measure.written.length,
      factor: measure.factor,
    });
  }
  return found;
}

function digitsValue(written: string): number {
  const grouped = /^\d{1,3}(?:([.,])\d{3})+(?:[.,]\d{1,2})?$/.exec(written);
  return Number((grouped ? written.replaceAll(grouped[1] ?? ',', '') : written).replace(',', '.'));
}
