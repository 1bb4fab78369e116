import { literal } from '../../../ingest/analysis/literal.ts';
import type { ProductSort } from '../../../sql/search-products.ts';
import { isPlainly, LARGEST, PROPERTIES, type Property, SIZE_PROPERTIES, SMALLEST } from './measure-words.ts';
import { extent, type MeasuredAttribute } from './measured-attributes.ts';
import type { Dimension } from './units.ts';

/** An order by a measured attribute: how much each of its values is. */
export interface MeasureOrder {
  /**
   * Lower case values, in products' spelling, with their amount in one unit; of a product that states several the one
   * of the lowest rank counts.
   */
  values: { attribute: string; value: string; amount: number; rank: number }[];
  direction: 'asc' | 'desc';
}

export interface TakenOrder {
  sort: ProductSort;
  /** For `sort: 'measure'`. */
  order: MeasureOrder | null;
  /** As it is said in a response: `price_asc`, `weight_asc`; null for relevance. */
  said: string | null;
  /** An order that was asked for by what the catalog does not state, as written. */
  unmatched: string[];
  /** How many of the first are wanted: "the two lightest"; null where it is not said. */
  count: number | null;
  rest: string;
}

const FIRST = String.raw`(?:\s(?:first|primero|primeras?|primeros))?`;
const CHEAPEST =
  /\b(?:(?:the )?(?:cheapest|lowest[- ]priced?|least expensive|most affordable)(?: price)?|lowest price|(?:low(?:est)? to high(?:est)?)(?: price)?|mas barat[oa]s?|mas economic[oa]s?|(?:menor|mejor) precio|menos car[oa]s?)\b/;
/** Who wants it cheap wants to see the cheapest first. */
const CHEAP =
  /\b(?:cheap|inexpensive|affordable|low[- ]cost|budget[- ]friendly|on a budget|barat[oa]s?|economic[oa]s?|asequibles?)\b(?! (?:than|que))/;
const DEAREST =
  /\b(?:most expensive|priciest|dearest|highest[- ]priced?|highest price|high(?:est)? to low(?:est)?(?: price)?|mas car[oa]s?|mayor precio)\b/;
const BEST_RATED =
  /\b(?:(?:best|top|highest|most highly)[- ](?:rated|reviewed|scored?)|(?:best|highest) (?:ratings?|reviews?)|mejor(?:es)? (?:valorad|puntuad|calificad)[oa]s?|(?:mejor(?:es)?|mayor) (?:valoracion|puntuacion|nota|opiniones|resenas|valoraciones))\b/;

/** Before an attribute's own name: "the biggest battery", "mayor autonomía". */
const MOST = 'largest|biggest|highest|greatest|most|longest|best|mayor|mas';
const LEAST = 'smallest|lowest|least|shortest|menor|menos';

/** Reads in which order products are asked for. Pure. */
export function takeOrder(text: string, attributes: ReadonlyMap<string, MeasuredAttribute>): TakenOrder {
  for (const [pattern, sort] of [
    [CHEAPEST, 'price_asc'],
    [DEAREST, 'price_desc'],
    [BEST_RATED, 'rating'],
    [CHEAP, 'price_asc'],
  ] as const) {
    const found = cut(text, pattern);
    if (found !== null)
      return { sort, order: null, said: sort, unmatched: [], count: found.count, rest: found.rest };
  }
  const measured = [...attributes.values()];
  for (const property of PROPERTIES) {
    for (const direction of ['asc', 'desc'] as const) {
      const pattern = direction === 'asc' ? property.least : property.most;
      const found = pattern === null ? null : cut(text, pattern);
      if (found === null) continue;
      return by(called(measured, property), direction, found);
    }
  }
  for (const one of measured) {
    const name = literal(one.folded);
    for (const [ends, direction] of [
      [MOST, 'desc'],
      [LEAST, 'asc'],
    ] as const) {
      const found = cut(text, new RegExp(String.raw`\b(?:${ends})\s${name}\b`, 'u'));
      if (found !== null) return by([one], direction, found);
    }
  }
  for (const [pattern, direction] of [
    [LARGEST, 'desc'],
    [SMALLEST, 'asc'],
  ] as const) {
    const found = cut(text, pattern);
    if (found === null) continue;
    // A screen is as large as its diagonal, a bag as what it holds: of each product the first that it states.
    const stated = SIZE_PROPERTIES.map((names) => measured.filter(({ folded }) => names.test(folded)));
    return by(stated.flat(), direction, found, (one) => stated.findIndex((list) => list.includes(one)));
  }
  return { sort: 'relevance', order: null, said: null, unmatched: [], count: null, rest: text };
}

function called(measured: MeasuredAttribute[], property: Property): MeasuredAttribute[] {
  const fitting = measured.filter(
    ({ folded, dimensions }) =>
      property.names.test(folded) && property.dimensions.some((dimension) => dimensions.has(dimension)),
  );
  const plain = fitting.filter(({ attribute }) => isPlainly(attribute, property));
  return (plain.length > 0 ? plain : fitting).sort((a, b) => b.products - a.products);
}

function by(
  stated: MeasuredAttribute[],
  direction: 'asc' | 'desc',
  { said, count, rest }: { said: string; count: number | null; rest: string },
  rankOf: (one: MeasuredAttribute) => number = () => 0,
): TakenOrder {
  const [main] = stated;
  if (main === undefined)
    return { sort: 'relevance', order: null, said: null, unmatched: [said.trim()], count: null, rest };
  const values = stated.flatMap((one) => {
    const { attribute, dimensions, values: all } = one;
    const [dimension] = [...dimensions] as Dimension[];
    return all.flatMap(({ value, quantities }) => {
      const size = dimension === undefined ? null : extent(quantities, dimension);
      return size === null
        ? []
        : [{ attribute, value, amount: direction === 'asc' ? size.from : size.to, rank: rankOf(one) }];
    });
  });
  return {
    sort: 'measure',
    order: { values, direction },
    said: `${main.attribute}_${direction}`,
    unmatched: [],
    count,
    rest,
  };
}

/** "The two lightest", "los 3 más baratos", "las dos mochilas más ligeras"; the numbers of {@link COUNTS}. */
const COUNT = /(?<![\p{L}\d])(two|three|four|five|dos|tres|cuatro|cinco|[2-5])\s(?:\p{L}+\s){0,2}$/u;
const COUNTS: Record<string, number> = {
  two: 2,
  dos: 2,
  three: 3,
  tres: 3,
  four: 4,
  cuatro: 4,
  five: 5,
  cinco: 5,
};

function cut(text: string, pattern: RegExp): { said: string; count: number | null; rest: string } | null {
  const match = new RegExp(pattern.source + FIRST, 'u').exec(text);
  if (match === null) return null;
  const { index } = match;
  const number = COUNT.exec(text.slice(0, index));
  const from = number?.index ?? index;
  const counted = number?.[1] ?? '';
  const before = `${text.slice(0, from)}${'|'.repeat(counted.length)}${text.slice(from + counted.length, index)}`;
  const rest = `${before}${'|'.repeat(match[0].length)}${text.slice(index + match[0].length)}`;
  return { said: match[0], count: number === null ? null : (COUNTS[counted] ?? Number(counted)), rest };
}
