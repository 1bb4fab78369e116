import { fold } from '../../../ingest/analysis/stem.ts';
import { measureAfter } from '../verify/measures.ts';
import { joinNumberWords, numberWord } from '../verify/number-words.ts';

/** A number that a text states, with what it counts. */
export interface Quantity {
  value: number;
  /** `money`, a dimension of `measureAfter` with the value in its base unit, `count`, or of a range `age`. */
  kind: string;
  /** As written, without its unit. */
  written: string;
}

/** From `least` to `most`, both within; `Infinity` where there is no end. */
export interface Range {
  kind: string;
  least: number;
  most: number;
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
/** "16 or older", "Students (18 and over)": how old somebody must be, and not how many. */
const AGE_AFTER = /^\s*or older(?!\p{L})/u;
const AGE_BEFORE =
  /\b(?:aged?|adults?|anyone|everyone|people|persons?|students?|members?|customers?|mayor(?:es)? de|edad|adultos?|estudiantes?|socios?)\s?\(?(?:over |above |from )?$/;
const NEAR = 28;

/** Reads the quantities of a text: `$60`, `8 months`, `thirty`. Pure. */
export function readQuantities(text: string): Quantity[] {
  return findQuantities(fold(joinNumberWords(text)));
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
        ranges.push({ kind: next.kind, least: one.value * factor, most: next.value });
        at += 1;
        continue;
      }
    }
    const before = folded.slice(Math.max(0, one.start - NEAR), one.start);
    const after = folded.slice(one.end, one.end + NEAR);
    if (LEAST_BEFORE.test(before) || LEAST_AFTER.test(after)) {
      const isAge = kind === 'count' && (AGE_AFTER.test(after) || AGE_BEFORE.test(before));
      ranges.push({ kind: isAge ? 'age' : kind, least: one.value, most: Number.POSITIVE_INFINITY });
    } else if (MOST_BEFORE.test(before) || MOST_AFTER.test(after))
      ranges.push({ kind, least: 0, most: one.value });
  }
  return ranges;
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
      // Four digits without a unit are a year.
      if (/^\d{4}$/.test(digits) || numberWord(digits)?.needsUnit) continue;
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
