import { fold } from '../../../ingest/analysis/stem.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { type Dimension, inBase, type Quantity, readQuantities } from './units.ts';

/** An attribute whose values are quantities. */
export interface MeasuredAttribute {
  /** As in products' facts. */
  attribute: string;
  folded: string;
  /** Products that state it. */
  products: number;
  /** What its values begin with; ounces measure two things, and a `capacity` may be of liters or of people. */
  dimensions: Set<Dimension>;
  /** Lower case as it is searched for, and what it says. */
  values: { value: string; quantities: Quantity[] }[];
}

/** An attribute is measured when as many of its values as not have a unit. */
const LEAST_SHARE = 0.5;
const YEAR = /^\s*((?:19|20)\d{2})(?:-\d{2}(?:-\d{2})?)?\b/;

const UNIT_AT_END =
  /\s\(?(mg|g|kg|lbs?|oz|ml|cl|l|mm|cm|m|ft|w|kw|v|mah|ah|wh|kwh|gb|tb|mb|db|hz|khz|mhz|ghz|lm|lumens)\)?$/;

/** The unit that an attribute's name ends in; null for none. */
function unitIn(attribute: string): string | null {
  return UNIT_AT_END.exec(attribute)?.[1] ?? null;
}

/** Collects the attributes of a catalog that are measured. Pure. */
export function measuredAttributes(terms: CatalogTerm[], locale: string): Map<string, MeasuredAttribute> {
  const read = new Map<string, { measured: MeasuredAttribute; others: number; votes: Set<Dimension> }>();
  for (const { field, attribute, value, products } of terms) {
    if (field !== 'attribute') continue;
    let known = read.get(attribute);
    if (known === undefined) {
      const folded = fold(attribute).replaceAll('_', ' ');
      known = {
        measured: { attribute, folded, products: 0, dimensions: new Set(), values: [] },
        others: 0,
        votes: new Set(),
      };
      read.set(attribute, known);
    }
    const quantities = quantitiesOf(value, known.measured.folded, locale);
    const [first] = quantities;
    if (first === undefined) {
      known.others++;
      continue;
    }
    known.measured.values.push({ value: value.toLowerCase(), quantities });
    known.measured.products += products;
    for (const dimension of Object.keys(first.unit.factors) as Dimension[]) known.votes.add(dimension);
  }
  const found = new Map<string, MeasuredAttribute>();
  for (const [attribute, { measured, others, votes }] of read) {
    const { length } = measured.values;
    // "3 packs, 250 g, 12 oz" beside "Large, Small": a size is measured where any value of it is.
    if (length === 0 || (length < LEAST_SHARE * (length + others) && !/size|talla/.test(attribute))) continue;
    for (const dimension of votes) measured.dimensions.add(dimension);
    // It is spoken of without its unit.
    measured.folded = measured.folded.replace(UNIT_AT_END, '');
    found.set(attribute, measured);
  }
  return found;
}

function quantitiesOf(value: string, attribute: string, locale: string): Quantity[] {
  const text = fold(value);
  const year = YEAR.exec(text)?.[1];
  if (year !== undefined && /\b(?:year|date|ano|fecha|release|lanzamiento|published)\b/.test(attribute)) {
    const amount = Number(year);
    return [
      { start: 0, end: 4, from: amount, to: amount, unit: { label: '', factors: { year: 1 }, offset: 0 } },
    ];
  }
  const quantities = readQuantities(text, locale);
  if (quantities.length > 0) return quantities;
  // `Weight g: 712` has its unit in the name.
  const unit = unitIn(attribute);
  if (unit !== null && /^\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?$/.test(text.trim()))
    return readQuantities(`${text.trim()} ${unit}`, locale);
  // "Seats: 6" and "Sleeps: 4" count people.
  const count = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (
    count === undefined ||
    !/\b(?:seats|sleeps|plazas|people|persons|personas|capacity|capacidad|comensales)\b/.test(attribute)
  )
    return [];
  const amount = Number(count);
  return [
    {
      start: 0,
      end: 2,
      from: amount,
      to: amount,
      unit: { label: 'people', factors: { people: 1 }, offset: 0 },
    },
  ];
}

/** The least and the most that a value states, in base units of a dimension; null where it states none. */
export function extent(quantities: Quantity[], dimension: Dimension): { from: number; to: number } | null {
  const [first] = quantities.filter(({ unit }) => unit.factors[dimension] !== undefined);
  if (first === undefined) return null;
  const [a, b] = [inBase(first.from, first.unit, dimension), inBase(first.to, first.unit, dimension)];
  return a === null || b === null ? null : { from: Math.min(a, b), to: Math.max(a, b) };
}
