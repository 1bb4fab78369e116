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
  rest: string;
}

const FIRST = String.raw`(?:\s(?:first|primero|primeras?|primeros))?`;
const CHEAPEST =
  /\b(?:(?:the )?(?:cheapest|lowest[- ]priced?|least expensive|most affordable)(?: price)?|lowest price|(?:low(?:est)? to high(?:est)?)(?: price)?|mas barat[oa]s?|mas economic[oa]s?|(?:menor|mejor) precio|menos car[oa]s?)\b/;
const DEAREST =
  /\b(?:most expensive|priciest|dearest|highest[- ]priced?|highest price|high(?:est)? to low(?:est)?(?: price)?|mas car[oa]s?|mayor precio)\b/;
const BEST_RATED =
  /\b(?:(?:best|top|highest|most highly)[- ](?:rated|reviewed|scored?)|(?:best|highest) (?:ratings?|reviews?)|mejor(?:es)? (?:valorad|puntuad|calificad)[oa]s?|(?:mejor(?:es)?|mayor) (?:valoracion|puntuacion|nota|opiniones|resenas|valoraciones))\b/;

/** Reads in which order products are asked for. Pure. */
export function takeOrder(text: string, attributes: ReadonlyMap<string, MeasuredAttribute>): TakenOrder {
  for (const [pattern, sort] of [
    [CHEAPEST, 'price_asc'],
    [DEAREST, 'price_desc'],
    [BEST_RATED, 'rating'],
  ] as const) {
    const found = cut(text, pattern);
    if (found !== null) return { sort, order: null, said: sort, unmatched: [], rest: found.rest };
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
  return { sort: 'relevance', order: null, said: null, unmatched: [], rest: text };
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
  { said, rest }: { said: string; rest: string },
  rankOf: (one: MeasuredAttribute) => number = () => 0,
): TakenOrder {
  const [main] = stated;
  if (main === undefined)
    return { sort: 'relevance', order: null, said: null, unmatched: [said.trim()], rest };
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
    rest,
  };
}

function cut(text: string, pattern: RegExp): { said: string; rest: string } | null {
  const match = new RegExp(pattern.source + FIRST, 'u').exec(text);
  if (match === null) return null;
  const { index } = match;
  const rest = `${text.slice(0, index)}${'|'.repeat(match[0].length)}${text.slice(index + match[0].length)}`;
  return { said: match[0], rest };
}
