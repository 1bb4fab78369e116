/** What can be measured; quantities of one dimension can be compared. */
export type Dimension =
  | 'mass'
  | 'volume'
  | 'length'
  | 'area'
  | 'power'
  | 'voltage'
  | 'charge'
  | 'energy'
  | 'time'
  | 'people'
  | 'temperature'
  | 'light'
  | 'data'
  | 'noise'
  | 'frequency'
  | 'pressure'
  | 'pixels'
  | 'year';

export interface Unit {
  /** How it is written in a response: `kg`, `°F`. */
  label: string;
  /** Base units (g, ml, mm, m², W, V, mAh, Wh, s, °C, lm, GB, dB, Hz, bar, MP) in one of it; an ounce has two. */
  factors: Partial<Record<Dimension, number>>;
  /** Added after the factor: of degrees Fahrenheit. */
  offset: number;
}

/** Label, dimensions with factors, words: folded, English and Spanish; longest first where one begins another. */
const TABLE: [label: string, factors: Unit['factors'], words: string, offset?: number][] = [
  ['mg', { mass: 0.001 }, 'mg'],
  ['kg', { mass: 1000 }, 'kg|kgs|kilos?|kilograms?|kilogramos?'],
  ['g', { mass: 1 }, 'g|gr|grams?|grammes?|gramos?'],
  ['lb', { mass: 453.592 }, 'lbs?|pounds?|libras?'],
  ['fl oz', { volume: 29.5735 }, 'fl\\.?\\s?oz|fluid ounces?|onzas? liquidas?'],
  ['oz', { mass: 28.3495, volume: 29.5735 }, 'oz|ounces?|onzas?'],
  ['ml', { volume: 1 }, 'ml|millilit(?:er|re)s?|mililitros?'],
  ['cl', { volume: 10 }, 'cl|centilit(?:er|re)s?|centilitros?'],
  ['dl', { volume: 100 }, 'dl'],
  ['l', { volume: 1000 }, 'l|lts?|lit(?:er|re)s?|litros?'],
  ['gal', { volume: 3785.41 }, 'gal|gallons?|galones|galon'],
  ['qt', { volume: 946.353 }, 'qts?|quarts?'],
  ['pt', { volume: 473.176 }, 'pints?|pintas?'],
  ['m²', { area: 1 }, 'm2|sqm|square met(?:er|re)s?|metros cuadrados'],
  ['ft²', { area: 0.092903 }, 'ft2|sq\\.?\\s?ft|square feet|pies cuadrados'],
  ['mm', { length: 1 }, 'mm|millimet(?:er|re)s?|milimetros?'],
  ['cm', { length: 10 }, 'cms?|centimet(?:er|re)s?|centimetros?'],
  ['km', { length: 1e6 }, 'kms?|kilomet(?:er|re)s?|kilometros?'],
  ['miles', { length: 1_609_344 }, 'miles?|millas?'],
  ['m', { length: 1000 }, 'm|met(?:er|re)s?|metros?'],
  [
    'in',
    { length: 25.4 },
    'inch(?:es)?|in(?!\\s\\p{L}|\\s\\d)|in(?=\\s(?:wide|tall|long|deep|high)\\b)|pulgadas?|"|\u201d|\u2032\u2032',
  ],
  ['ft', { length: 304.8 }, 'ft|feet|foot|pies'],
  ['kW', { power: 1000 }, 'kw|kilowatts?|kilovatios?'],
  ['W', { power: 1 }, 'w|watts?|vatios?'],
  ['V', { voltage: 1 }, 'v|volts?|voltios?'],
  ['mAh', { charge: 1 }, 'mah'],
  ['Ah', { charge: 1000 }, 'ah'],
  ['kWh', { energy: 1000 }, 'kwh'],
  ['Wh', { energy: 1 }, 'wh'],
  ['s', { time: 1 }, 's|secs?|seconds?|segundos?'],
  ['min', { time: 60 }, 'mins?|minutes?|minutos?'],
  ['h', { time: 3600 }, 'h|hrs?|hours?|horas?'],
  ['days', { time: 86_400 }, 'days?|dias?'],
  ['months', { time: 2_629_800 }, 'months?|mes(?:es)?'],
  ['years', { time: 31_557_600 }, 'years?|anos?'],
  ['people', { people: 1 }, 'people|persons?|personas?|seats?|seaters?|plazas?|guests|comensales'],
  ['°C', { temperature: 1 }, '°\\s?c|degrees c(?:elsius)?|celsius|grados(?: centigrados| celsius)?'],
  ['°F', { temperature: 5 / 9 }, '°\\s?f|degrees f(?:ahrenheit)?|fahrenheit', -160 / 9],
  ['lumens', { light: 1 }, 'lm|lumens?|lumenes'],
  ['TB', { data: 1000 }, 'tb|terabytes?'],
  ['GB', { data: 1 }, 'gb|gigas?|gigabytes?'],
  ['MB', { data: 0.001 }, 'mb|megabytes?'],
  ['dB', { noise: 1 }, 'db(?:\\(?a\\)?)?|decibels?|decibelios?'],
  ['kHz', { frequency: 1000 }, 'khz'],
  ['MHz', { frequency: 1e6 }, 'mhz'],
  ['GHz', { frequency: 1e9 }, 'ghz'],
  ['Hz', { frequency: 1 }, 'hz|hertz|hercios'],
  ['bar', { pressure: 1 }, 'bars?|bares'],
  ['psi', { pressure: 0.0689476 }, 'psi'],
  ['MP', { pixels: 1 }, 'mp|mpx|megapixels?|megapixeles'],
];
const UNITS = TABLE.map(([label, factors, words, offset = 0]) => ({
  unit: { label, factors, offset } satisfies Unit,
  pattern: new RegExp(`^(?:${words})$`, 'u'),
}));

/** Any unit, not as a part of a word and not of a rate: the `g` of `260 g/m²` weighs nothing. */
const ANY = TABLE.map(([, , words]) => words).join('|');
const NUMBER = String.raw`[-\u2212]?\d+(?:[.,]\d+)*`;
const MEASURED = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(${NUMBER})(?:\s?\+)?(?:\s?(?:-|–|—|×|x|to|a|and|y|or|o|hasta)\s?(${NUMBER})(?:\s?\+)?)?[\s-]?(${ANY})(?![\p{L}\p{N}/]|\s(?:per|por (?:minuto|hora|segundo|dia|metro|litro|lavado)|a day)\b)`,
  'gu',
);

/** A number with its unit, or two numbers that share it (`65–135 cm`). */
export interface Quantity {
  /** UTF-16 offsets in the folded text. */
  start: number;
  end: number;
  /** In `unit`, the lower one first; alike where there is one number. */
  from: number;
  to: number;
  unit: Unit;
}

/**
 * Reads every number with a unit of a folded text; `3 min 30 s` is one. Pure.
 * @param locale tells how thousands are written: `7.200 W` is 7200 in Spanish and 7.2 in English.
 */
export function readQuantities(folded: string, locale: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of folded.matchAll(MEASURED)) {
    const [whole, first = '', second = first, written = ''] = match;
    const unit = UNITS.find(({ pattern }) => pattern.test(written))?.unit ?? inches(written);
    if (unit === null) continue;
    const [a, b] = [readNumber(first, locale), readNumber(second, locale)];
    const start = match.index;
    const quantity = { start, end: start + whole.length, from: Math.min(a, b), to: Math.max(a, b), unit };
    const before = found.at(-1);
    const joined = before === undefined ? null : join(before, quantity, folded);
    if (joined === null) found.push(quantity);
    else found[found.length - 1] = joined;
  }
  return found;
}

/** `in` alone is cut off from what must follow it. */
function inches(written: string): Unit | null {
  return written === 'in' ? (UNITS.find(({ unit }) => unit.label === 'in')?.unit ?? null) : null;
}

/** `3 min` and `30 s` that follow each other are one time; null for any others. */
function join(a: Quantity, b: Quantity, text: string): Quantity | null {
  if (!/^\s?$/.test(text.slice(a.end, b.start)) || a.from !== a.to) return null;
  for (const dimension of ['time', 'length', 'mass'] as const) {
    const [large, small] = [a.unit.factors[dimension], b.unit.factors[dimension]];
    if (large === undefined || small === undefined || small >= large) continue;
    const sum = a.from + (b.from * small) / large;
    return { ...a, end: b.end, from: sum, to: sum };
  }
  return null;
}

/** @returns the base units of an amount; null where the unit does not measure that dimension. */
export function inBase(amount: number, unit: Unit, dimension: Dimension): number | null {
  const factor = unit.factors[dimension];
  return factor === undefined ? null : amount * factor + unit.offset;
}

/** `7.200` and `1,5` in Spanish, `7,200` and `1.5` in English; where both signs stand, the last is the decimal one. */
function readNumber(written: string, locale: string): number {
  const text = written.replace('\u2212', '-');
  const comma = locale.startsWith('en') ? '.' : ',';
  const separators = text.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  const grouped = /^-?[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(text);
  const decimal =
    new Set(separators).size > 1
      ? last
      : separators.length > 1 || (grouped && last !== comma)
        ? undefined
        : last;
  const plain = [...text].map((sign) => (sign === decimal ? '.' : /[.,]/.test(sign) ? '' : sign)).join('');
  return Number(plain);
}
