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
