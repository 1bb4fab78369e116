import { fold } from '../../../ingest/analysis/stem.ts';

const NAMES = [
  'jan january ene enero', 'feb february febrero', 'mar march marzo', 'apr april abr abril', 'may mayo', 'jun june junio',
  'jul july julio', 'aug august ago agosto', 'sep sept september septiembre', 'oct october octubre', 'nov november noviembre',
  'dec december dic diciembre',
]; // biome-ignore format: a table
const POSITION = new Map(
  NAMES.flatMap((names, month) => names.split(' ').map((name) => [name, month] as const)),
);
const NAME = `(${[...POSITION.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const SPAN = new RegExp(
  String.raw`(?<!\p{L})${NAME}\.?\s?(?:\d{1,2}\s?)?(?:-|–|—|to|through|thru|until|till|and|a|al|hasta|y)\s?(?:mid-|late |early |mediados de |finales de |principios de )?${NAME}(?!\p{L})`,
  'gu',
);
const ONE = new RegExp(String.raw`(?<!\p{L})${NAME}(?!\p{L})`, 'gu');

/** Months that a text names, 0…11; "may" and "march" only as part of a span. Pure. */
export function readMonths(text: string): number[] {
  return [...fold(text).matchAll(ONE)].map(([name]) => POSITION.get(name) ?? -1);
}

/** Other words as well: months only after what says so. */
const AMBIGUOUS = /^(?:may|mar|march|sep|set|abr|ene|ago|dic)$/;
const SAYS_MONTH =
  /(?<!\p{L})(?:in|of|by|until|till|since|before|after|mid|late|early|en|de|desde|hasta|antes de|a mediados de)[\s-]$/u;
/** A date of a year is when something was, and no rule for the month. */
const OF_A_YEAR = /^\.?,?(?: de)? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:de |del )?(?:19|20)\d\d(?!\d)/;

/** Months that a text speaks of, alone or in a span, 0…11: "bought in November", "until January 31". Pure. */
export function monthsSpoken(text: string): Set<number> {
  const folded = fold(text);
  const spoken = monthsWithin(text);
  for (const { 0: name, index } of folded.matchAll(ONE)) {
    const isMonth = !AMBIGUOUS.test(name) || SAYS_MONTH.test(folded.slice(0, index));
    if (isMonth && !OF_A_YEAR.test(folded.slice(index + name.length))) spoken.add(POSITION.get(name) ?? -1);
  }
  return spoken;
}

/** Months that spans such as `November to February` hold, their ends too. Pure. */
export function monthsWithin(text: string): Set<number> {
  const months = new Set<number>();
  for (const [, from = '', to = ''] of fold(text).matchAll(SPAN)) {
    const first = POSITION.get(from) ?? 0;
    const count = ((POSITION.get(to) ?? 0) - first + 12) % 12;
    for (let step = 0; step <= count; step++) months.add((first + step) % 12);
  }
  return months;
}
