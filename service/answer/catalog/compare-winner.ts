import { fold } from '../../../ingest/analysis/stem.ts';
import type { ProductFacts } from '../../../sql/document.ts';
import type { FactRow } from './describe-facts.ts';
import { extent } from './measured-attributes.ts';
import { type Dimension, readQuantities } from './units.ts';

const LESS =
  /\b(?:light|lighter|lightest|cheap|cheaper|cheapest|less|least|lower|lowest|smaller|smallest|shorter|shortest|narrower|narrowest|thinner|thinnest|slimmer|quieter|quietest|faster|fastest|quicker|sooner|fewer|fewest|menos|menor|liger[oa]s?|livian[oa]s?|barat[oa]s?|economic[oa]s?|pequen[oa]s?|cort[oa]s?|estrech[oa]s?|fin[oa]s?|silencios[oa]s?|antes|rapid[oa]s?)\b/;
const MORE =
  /\b(?:heavier|heaviest|dearer|pricier|more|most|higher|highest|bigger|biggest|larger|largest|longer|longest|further|farther|farthest|wider|widest|taller|tallest|deeper|deepest|thicker|thickest|brighter|brightest|louder|loudest|stronger|strongest|better rated|best rated|roomier|mas|mayor|mejor valorad[oa]s?)\b/;
/** Lower in number, and more of what is meant: "más ligero", "más silenciosa". */
const MORE_OF_LESS =
  /\bmas (?:liger|livian|barat|economic|pequen|cort|estrech|fin|silencios|rapid|antes)\p{L}*/u;
/** Faster boils in less time, but runs more kilometers: only of times is less faster. */
const SPEED = /\b(?:faster|fastest|quicker|sooner|rapid[oa]s?|antes)\b/;
/** A lower comfort temperature is warmer, a lower maximum is not: neither tells. */
const UNTOLD: readonly Dimension[] = ['temperature'];

/** How much a product has of something, at least and at most. */
export interface Amount {
  from: number;
  to: number;
}

/** Which end of a quantity a question asks for; null where it asks for none. Pure. */
export function askedEnd(question: string): 'less' | 'more' | null {
  const folded = fold(question);
  if (MORE_OF_LESS.test(folded)) return 'less';
  const [less, more] = [LESS.exec(folded), MORE.exec(folded)];
  if (less !== null && more !== null) return less.index < more.index ? 'less' : 'more';
  return less !== null ? 'less' : more !== null ? 'more' : null;
}

/**
 * How much products have of a fact, each in the same unit, where every one states it beyond doubt. Pure.
 * @param stated for each product its row of the fact.
 * @returns null where they cannot be compared as numbers.
 */
export function amountsOf(
  stated: { row: FactRow; product: ProductFacts; locale: string }[],
  question: string,
): Amount[] | null {
  const [first] = stated;
  if (first === undefined) return null;
  if (first.row.key === 'price') {
    const currencies = new Set(stated.map(({ product }) => product.currency));
    const prices = stated.map(({ product: { price, priceMax } }) =>
      price === null ? null : { from: price, to: priceMax ?? price },
    );
    return currencies.size === 1 ? allOf(prices) : null;
  }
  if (first.row.key === 'rating')
    return allOf(
      stated.map(({ product: { rating } }) => (rating === null ? null : { from: rating, to: rating })),
    );
  const read = stated.map(({ row, locale }) => ({
    quantities: readQuantities(fold(row.value), locale),
    plain: numberOf(row.value, locale),
  }));
  const dimension = (Object.keys(read[0]?.quantities[0]?.unit.factors ?? {}) as Dimension[]).find((one) =>
    read.every(({ quantities }) => extent(quantities, one) !== null),
  );
  if (dimension === undefined) {
    const unit = read[0]?.plain?.unit;
    const isAlike = !SPEED.test(fold(question)) && read.every(({ plain }) => plain?.unit === unit);
    return isAlike ? allOf(read.map(({ plain }) => plain && { from: plain.amount, to: plain.amount })) : null;
  }
  if (UNTOLD.includes(dimension)) return null;
  if (SPEED.test(fold(question)) && dimension !== 'time') return null;
  return allOf(read.map(({ quantities }) => extent(quantities, dimension)));
}

function allOf(amounts: (Amount | null)[]): Amount[] | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length ? known : null;
}

/** A number with what stands behind it, which the table of units need not know: `40 miles`. */
function numberOf(value: string, locale: string): { amount: number; unit: string } | null {
  const [, number, unit = ''] = /^\s*(\d+(?:[.,]\d+)*)\s*(\p{L}[\p{L}\s]*)?$/u.exec(fold(value)) ?? [];
  if (number === undefined) return null;
  // Read as its locale writes it, with any unit.
  const amount = readQuantities(`${number} m`, locale)[0]?.from;
  return amount === undefined ? null : { amount, unit: unit.trim() };
}
