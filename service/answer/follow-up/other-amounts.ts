import { analyze } from '../../../ingest/analysis/analyze.ts';
import type { ShownProduct } from '../../../sql/answers.ts';
import { PROPERTIES, SIZE_PROPERTIES } from '../catalog/measure-words.ts';
import type { MeasuredAttribute } from '../catalog/measured-attributes.ts';
import type { Quantity } from '../catalog/units.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { foldInPlace } from './fold-in-place.ts';
import { append } from './replace-value.ts';
import { spokenValues } from './spoken-values.ts';

/** Comparatives by what they compare: its price, or a measure whose attributes are called so. Folded. */
const COMPARED: [names: 'price' | RegExp[], less: string, more: string][] = [
  ['price', 'cheaper|less expensive|more affordable|mas barat[oa]s?|mas economic[oa]s?|menos car[oa]s?', 'more expensive|pricier|dearer|mas car[oa]s?'],
  [namesOf('weight'), 'lighter|less heavy|mas liger[oa]s?|mas livian[oa]s?|menos pesad[oa]s?', 'heavier|mas pesad[oa]s?'],
  [[...SIZE_PROPERTIES], 'smaller|more compact|mas pequen[oa]s?|mas compact[oa]s?', 'bigger|larger|roomier|mas grandes?|mas espacios[oa]s?'],
  [namesOf('width'), 'narrower|mas estrech[oa]s?', 'wider|mas anch[oa]s?'],
  [namesOf('height'), 'lower|mas baj[oa]s?', 'taller|higher|mas alt[oa]s?'],
  [namesOf('length'), 'shorter|mas cort[oa]s?', 'longer|mas larg[oa]s?'],
  [namesOf('thickness'), 'thinner|slimmer|mas (?:fin|delgad)[oa]s?', 'thicker|mas grues[oa]s?'],
  [namesOf('power'), 'less powerful|menos potentes?', 'more powerful|stronger|mas potentes?'],
  [namesOf('brightness'), 'dimmer|menos brillantes?', 'brighter|mas brillantes?|mas luminos[oa]s?'],
  [namesOf('noise'), 'quieter|less noisy|mas silencios[oa]s?|menos ruidos[oa]s?', 'louder|mas ruidos[oa]s?'],
]; // biome-ignore format: a table

/** How attributes of a property are called, by one of those names. */
function namesOf(attribute: string): RegExp[] {
  return PROPERTIES.flatMap(({ names }) => (names.test(attribute) ? [names] : [])).slice(0, 1);
}

const BEFORE =
  "(?:(?:any(?:thing)?|some(?:thing)?|do you have|have you got|you have|is there|are there|show me|find me|got|hay|tienen|tienes|teneis|l[ao]s?|algo|algun[oa]?|otr[oa]s?|another|quiero|busco|muestrame|i want|i need|i(?: would|'d) (?:like|prefer)|prefiero|que sean?|an?|one|ones|una?|un[oa]s|de|the|that(?:'s| is| are)?|but|pero|much|a bit|a little|slightly|even|mucho|un poco|algo) )*";
const AFTER =
  '(?: (?:ones?|options?|alternatives?|alternativas?|opcion(?:es)?|models?|modelos?|version(?:s|es)?|than (?:it|this|that|those|these)(?: one)?|que (?:est[eao]s?|es[eao]s?)|please|por favor))*';

/** What a message compares with what was shown. */
interface Comparison {
  names: 'price' | RegExp[];
  less: boolean;
}

function readComparison(message: string): Comparison | null {
  const folded = foldInPlace(message).replace(/^[\s¿¡]+/u, '');
  for (const [names, less, more] of COMPARED)
    for (const [pattern, isLess] of [
      [less, true],
      [more, false],
    ] as const)
      if (new RegExp(`^${BEFORE}(?:${pattern})${AFTER}[\\s?.!]*$`, 'u').test(folded))
        return { names, less: isLess };
  return null;
}

/**
 * "Something cheaper?", "una más grande": the question before with a limit that what was shown does not pass: below the
 * price of the cheapest of it, above the size of the largest. Of one product that was spoken of, its kind is asked for. Pure.
 * @returns null where the message is no such comparison, or nothing that was shown states what it compares.
 */
export function otherAmounts(
  message: string,
  earlier: string,
  shown: readonly ShownProduct[],
  locale: string,
  vocabulary: Vocabulary,
): string | null {
  const comparison = readComparison(message);
  if (comparison === null) return null;
  const limit = limitOf(comparison, shown, locale, vocabulary);
  if (limit === null) return null;
  const values = spokenValues(earlier, locale, vocabulary);
  const [first] = shown;
  const asksForOne = values.some(({ kind }) => kind === 'product');
  if (!asksForOne && values.some(({ kind }) => kind === 'thing'))
    return append(withoutPrices(earlier, comparison, locale, vocabulary), limit);
  const kind = first === undefined ? null : kindOf(first.name, vocabulary);
  if (kind === null) return null;
  return locale.startsWith('es') ? `¿Qué hay de ${kind} ${limit}?` : `Do you have a ${kind} ${limit}?`;
}

/** The limit as it would be typed. */
function limitOf(
  { names, less }: Comparison,
  shown: readonly ShownProduct[],
  locale: string,
  vocabulary: Vocabulary,
): string | null {
  const spanish = locale.startsWith('es');
  const bound = spanish ? (less ? 'menos de' : 'más de') : less ? 'under' : 'over';
  if (names === 'price') {
    const prices = shown.flatMap(({ price }) => price ?? []);
    if (prices.length === 0) return null;
    // A limit is within itself: a cent less is below it.
    const price = less ? Math.min(...prices) - CENT : Math.max(...prices) + CENT;
    return price <= 0 ? null : `${spanish ? 'por ' : ''}${bound} ${Number(price.toFixed(2))}`;
  }
  for (const pattern of names)
    for (const measured of vocabulary.measured.values()) {
      if (!pattern.test(measured.folded)) continue;
      const stated = shown.flatMap((product) => quantitiesOf(product, measured));
      const [unit] = stated.map((one) => one.unit);
      const same = stated.filter((one) => one.unit.label === unit?.label);
      if (unit === undefined) continue;
      const amount = less
        ? Math.min(...same.map(({ from }) => from)) * (1 - TINY)
        : Math.max(...same.map(({ to }) => to)) * (1 + TINY);
      const said = `${measured.folded} ${spanish ? 'de ' : ''}${bound} ${Number(amount.toPrecision(5))} ${unit.label}`;
      return `${spanish ? 'con' : 'with'} ${said}`;
    }
  return null;
}

const CENT = 0.01;
/** A share of an amount that tells it from itself. */
const TINY = 0.001;

function quantitiesOf({ attributes }: ShownProduct, { attribute, values }: MeasuredAttribute): Quantity[] {
  const stated = [attributes[attribute] ?? []].flat().map((value) => value.toLowerCase());
  return values.flatMap(({ value, quantities }) => (stated.includes(value) ? quantities.slice(0, 1) : []));
}

/** A price that was asked for before gives way to the new one. */
function withoutPrices(
  question: string,
  { names }: Comparison,
  locale: string,
  vocabulary: Vocabulary,
): string {
  if (names !== 'price') return question;
  const prices = spokenValues(question, locale, vocabulary).filter(({ kind }) => kind === 'price');
  return prices
    .reverse()
    .reduce((text, { start, end }) => `${text.slice(0, start).trimEnd()}${text.slice(end)}`, question);
}

/** The word of a product's name that says what kind of thing it is. */
function kindOf(name: string, { kinds, locale }: Vocabulary): string | null {
  return analyze(name, locale).findLast(({ lexeme }) => kinds.has(lexeme))?.word ?? null;
}
