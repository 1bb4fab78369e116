import { literal } from '../../../ingest/analysis/literal.ts';
import { type Bounds, boundingLength, boundsOf, warmToLength } from './bounds.ts';
import { isPlainly, PROPERTIES, type Property, SIZE_PROPERTIES } from './measure-words.ts';
import type { MeasuredAttribute } from './measured-attributes.ts';
import { negatedSpans } from './negated-spans.ts';
import { type Dimension, inBase, type Quantity, readQuantities, type Unit } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isStated, writtenAs } from './written-as.ts';

/** A bound on a measured attribute, as understood. */
export interface MeasureBound {
  /** The attribute, or the one that most products state, where several may say it. */
  attribute: string;
  min?: number;
  max?: number;
  /** Of `min` and `max`. */
  unit: string;
}

export interface TakenMeasures {
  bounds: MeasureBound[];
  /** For each bound: the values, lower case, that are within it, by attribute; none where the catalog has none. */
  options: Record<string, string[]>[];
  /** For each bound: how names of products write it, where it is an amount and no limit: "35mm film". */
  names: string[][];
  /** Values, lower case, by attribute, of which none is wanted: "not the 7 qt one". */
  not: Record<string, string[]>[];
  /** Quantities that no attribute of the catalog could be held against, as written. */
  unmatched: string[];
  /** The text without what was read. */
  rest: string;
}

/** What is meant by "20 oz" is also what is stated as 0.6 l: shops round so. */
const ROUNDING = 0.03;

/**
 * Reads the quantities of a question and finds which values of which attributes are within them, converting units. Pure.
 * @param text folded, with its numbers in digits.
 */
export function takeMeasures(
  text: string,
  locale: string,
  attributes: ReadonlyMap<string, MeasuredAttribute>,
  vocabulary: Pick<Vocabulary, 'names' | 'values'> = { names: [], values: new Map() },
): TakenMeasures {
  const taken: TakenMeasures = { bounds: [], options: [], names: [], not: [], unmatched: [], rest: text };
  const all = [...attributes.values()];
  const unwanted = negatedSpans(text);
  const take = (
    attribute: string,
    { min, max }: Bounds,
    { unit }: Quantity,
    options: Record<string, string[]>,
    names: string[],
  ): void => {
    taken.bounds.push({
      attribute,
      ...(min === null ? {} : { min: round(min) }),
      ...(max === null ? {} : { max: round(max) }),
      unit: unit.label,
    });
    taken.options.push(options);
    taken.names.push(names);
  };
  for (const quantity of [...readQuantities(text, locale), ...readPartySize(text)]) {
    // "Within 30 days" is a rule's time, no product's.
    if (/^(?:days|months|years)$/.test(quantity.unit.label) && !all.some((one) => measures(one, quantity)))
      continue;
    const before = text.slice(0, quantity.start);
    const after = text.slice(quantity.end);
    let cut = quantity.start - boundingLength(before);
    const blank = (): void => {
      const said = nameBefore(text.slice(0, cut), all);
      taken.rest = `${taken.rest.slice(0, cut - said)}${'|'.repeat(quantity.end - cut + said)}${taken.rest.slice(quantity.end)}`;
    };
    const candidates = chooseAttributes(quantity, text, all);
    const written = writtenAs(text.slice(quantity.start, quantity.end), vocabulary);
    if (candidates.length === 0 && isStated(written) && boundingLength(before) === 0) {
      take(
        written.attribute,
        { min: quantity.from, max: quantity.to },
        quantity,
        written.options,
        written.names,
      );
      blank();
      continue;
    }
    if (candidates.length === 0) {
      taken.unmatched.push(text.slice(quantity.start, quantity.end).replace(/^-/, ''));
      blank();
      continue;
    }
    const bounds = boundsOf(
      [quantity.from, quantity.to],
      before,
      /^[\s-]/.test(after) || after === '' || after.startsWith('+') ? after : ` ${after}`,
      quantity.from !== quantity.to,
    );
    // "Warm to -10 °C": what is made for more cold is so as well.
    const cold = inBase(quantity.from, quantity.unit, 'temperature');
    const warmTo = cold === null ? null : warmToLength(before, cold);
    const isCold = warmTo !== null;
    cut = Math.min(cut, quantity.start - (warmTo ?? 0));
    const plus = text.slice(quantity.start, quantity.end).includes('+');
    const wanted =
      bounds ??
      (isCold ? { min: null, max: quantity.to } : null) ??
      (plus ? { min: quantity.from, max: null } : exactly(quantity, candidates, text));
    const narrowed = prefer(candidates, quantity, wanted, text);
    const options = valuesWithin(narrowed, quantity, wanted);
    // "Not the 7 qt one": those of that size are not wanted.
    if (
      bounds === null &&
      unwanted.some(({ start, end }) => quantity.start >= start && quantity.start < end)
    ) {
      taken.not.push(options);
      blank();
      continue;
    }
    const main = narrowed.find(({ attribute }) => Object.hasOwn(options, attribute)) ?? narrowed[0];
    if (main === undefined) continue;
    const isAmount = bounds === null && !plus && !isCold;
    const more = isAmount && Object.keys(options).length === 0 ? written.options : {};
    take(main.attribute, wanted, quantity, { ...options, ...more }, isAmount ? written.names : []);
    blank();
  }
  taken.rest = taken.rest.replace(SAID_ALONE, (said) =>
    taken.bounds.length > 0 ? '|'.repeat(said.length) : said,
  );
  return taken;
}

/** What is left of "that weighs less than 2 kg" and "1.5 m wide" once the quantity is gone. */
const SAID_ALONE =
  /\b(?:weigh(?:s|ing)?|holds?|holding|fits?|quep[ae]n?|caben?|wide|tall|high|long|deep|thick|pes(?:en?|an?|ando)|(?:de )?(?:ancho|alto|largo|fondo|grosor|peso|capacidad|capacity|width|height|length|depth))\b/gu;

/** "A table for four": a party is of people, though nobody says so. */
function readPartySize(text: string): Quantity[] {
  return [
    ...text.matchAll(
      /(?<=\b(?:for|para|sleeps|seats)\s)(\d{1,2})(?=\s*(?:$|[,.?!;]|(?:under|in|with|that|de|por|con|que)\b))/gu,
    ),
  ].map((match) => {
    const amount = Number(match[1]);
    return {
      start: match.index,
      end: match.index + match[0].length,
      from: amount,
      to: amount,
      unit: { label: 'people', factors: { people: 1 }, offset: 0 },
    };
  });
}

function measures({ dimensions }: MeasuredAttribute, { unit }: Quantity): boolean {
  return Object.keys(unit.factors).some((dimension) => dimensions.has(dimension as Dimension));
}

/** The attributes that a quantity may bound: those that the question names, else those of its kind. */
function chooseAttributes(quantity: Quantity, text: string, all: MeasuredAttribute[]): MeasuredAttribute[] {
  const fitting = all.filter((one) => measures(one, quantity)).sort((a, b) => b.products - a.products);
  // "Waterproof rating over 15,000 mm": the whole name stands in the question.
  const near = text.slice(Math.max(0, quantity.start - NEAR), quantity.end + NEAR);
  const named = fitting.filter(({ folded }) =>
    new RegExp(String.raw`(?<!\p{L})${literal(folded)}(?!\p{L})`, 'u').test(near),
  );
  if (named.length > 0) {
    const longest = Math.max(...named.map(({ folded }) => folded.length));
    return named.filter(({ folded }) => folded.length === longest).concat(sameProperty(named[0], fitting));
  }
  const saidAs = PROPERTIES.filter(
    ({ dimensions, said }) =>
      said?.test(near) && dimensions.some((dimension) => quantity.unit.factors[dimension] !== undefined),
  );
  if (saidAs.length > 0) return saidAs.flatMap((property) => plainest(fitting, property));
  return fitting;
}

/** How far from a quantity the word stands that says what it measures: "with a total weight of less than". */
const NEAR = 32;

/** Of the plain name `weight` also `packed weight`; of `battery capacity` only itself. */
function sameProperty(
  named: MeasuredAttribute | undefined,
  fitting: MeasuredAttribute[],
): MeasuredAttribute[] {
  const property = PROPERTIES.find(
    (one) => named !== undefined && one.names.exec(named.folded)?.[0] === named.folded,
  );
  return property === undefined
    ? []
    : fitting.filter(
        (one) => one !== named && isPlainly(one.attribute, property) && property.names.test(one.folded),
      );
}

function plainest(fitting: MeasuredAttribute[], property: Property): MeasuredAttribute[] {
  const called = fitting.filter(({ folded }) => property.names.test(folded));
  const plain = called.filter(({ attribute }) => isPlainly(attribute, property));
  return plain.length > 0 ? plain : called;
}

/** Of attributes that nobody named those that are meant: a most is of the weight, a least of what a thing takes. */
function prefer(
  candidates: MeasuredAttribute[],
  quantity: Quantity,
  wanted: Bounds,
  text: string,
): MeasuredAttribute[] {
  if (candidates.length < 2) return candidates;
  const exact = wanted.min === wanted.max;
  if (exact) {
    const stating = candidates.filter((one) => Object.keys(valuesWithin([one], quantity, wanted)).length > 0);
    const capacity = PROPERTIES.filter(({ dimensions }) => dimensions.includes('volume'));
    const first = stating.filter((one) => capacity.some((property) => property.names.test(one.folded)));
    return first.length > 0
      ? [...first, ...stating.filter((one) => !first.includes(one))]
      : stating.length > 0
        ? stating
        : candidates;
  }
  const { factors } = quantity.unit;
  const [mass, volume] = [PROPERTIES[0], PROPERTIES[1]];
  if (mass === undefined || volume === undefined) return candidates;
  const order: Property[] =
    factors.mass !== undefined && factors.volume === undefined
      ? wanted.max === null && !mass.said?.test(text)
        ? [volume, mass]
        : [mass, volume]
      : [volume, mass];
  for (const property of order) {
    const found = plainest(candidates, property);
    if (found.length > 0) return found;
  }
  if (factors.length !== undefined)
    for (const names of SIZE_PROPERTIES) {
      const found = candidates.filter(({ folded }) => names.test(folded));
      if (found.length > 0 && (names !== SIZE_PROPERTIES[0] || quantity.unit.label === 'in')) return found;
    }
  return candidates;
}

/** A number alone is that number; of people, where nothing is made for just so many, it is what they need. */
function exactly(quantity: Quantity, candidates: MeasuredAttribute[], text: string): Bounds {
  const bounds = { min: quantity.from, max: quantity.to };
  const isParty = quantity.unit.label === 'people' && /\b(?:for|para)\s$/.test(text.slice(0, quantity.start));
  if (!isParty || Object.keys(valuesWithin(candidates, quantity, bounds)).length > 0) return bounds;
  return { min: quantity.from, max: null };
}

function valuesWithin(
  attributes: MeasuredAttribute[],
  { unit }: Quantity,
  bounds: Bounds,
): Record<string, string[]> {
  const within: Record<string, string[]> = {};
  for (const { attribute, dimensions, values } of attributes) {
    const shared = [...dimensions].filter((dimension) => unit.factors[dimension] !== undefined);
    const matching = values.filter(({ quantities }) =>
      quantities.some((stated) => shared.some((dimension) => isWithin(stated, unit, bounds, dimension))),
    );
    if (matching.length > 0) within[attribute] = matching.map(({ value }) => value);
  }
  return within;
}

function isWithin(stated: Quantity, unit: Unit, { min, max, strict }: Bounds, dimension: Dimension): boolean {
  const low = inBase(stated.from, stated.unit, dimension);
  const high = inBase(stated.to, stated.unit, dimension);
  const least = min === null ? null : inBase(min, unit, dimension);
  const most = max === null ? null : inBase(max, unit, dimension);
  if (low === null || high === null) return false;
  const rounded = min === max && dimension !== 'temperature' && dimension !== 'people';
  const slack = (bound: number): number =>
    strict ? -TINY : TINY + (rounded ? ROUNDING * Math.abs(bound) : 0);
  return (least === null || high >= least - slack(least)) && (most === null || low <= most + slack(most));
}

/** For sums of binary fractions. */
const TINY = 1e-6;

/** The length of the attribute's name before "of at least 40 liters": it is no word of a product. */
function nameBefore(before: string, all: MeasuredAttribute[]): number {
  for (const { folded } of [...all].sort((a, b) => b.folded.length - a.folded.length)) {
    const match = new RegExp(
      String.raw`(?:\b(?:with|con|and|y|of|de)\s)?(?:(?:an?|una?)\s)?(?<!\p{L})${literal(folded)}(?:\s(?:of|is|de|es))?\s?$`,
      'u',
    ).exec(before);
    if (match !== null) return match[0].length;
  }
  return 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
