import { fold } from '../../../ingest/analysis/stem.ts';
import { weekdayRanges } from './closed-classes.ts';
import { foldNumbers } from './fold-numbers.ts';
import { MONTH_NAME, monthNumber, NUMERIC_DATE, readNumericDate } from './months.ts';
import { readNumbers, valueKey } from './numbers.ts';
import { readRelations } from './relations.ts';

/** What several claims say together: each alone may be in a quote without their belonging together there. */
export interface Compound {
  /** `date:4-12` (April 12), `when:mid-5`, `range:minute:7200-10080`, `end:minute:10080`, `bound:most:g:500`, `side:width:mm:900`. */
  key: string;
  written: string;
}

const ORDINAL = '(?:st|nd|rd|th|º|o)?';
const TO = String.raw`\s?(?:-|–|—|to|and|through|until|y|al|a|hasta)\s(?:the\s|el\s)?|\s?[-–—]\s?`;
const DAY_MONTH = new RegExp(
  String.raw`(?<![\d.,/])(?:(\d{1,2})${ORDINAL}(?:${TO}))?(\d{1,2})${ORDINAL}\s(?:de\s|of\s)?(${MONTH_NAME})(?!\p{L})`,
  'gu',
);
const MONTH_DAY = new RegExp(
  String.raw`(?<!\p{L})(${MONTH_NAME})\.?\s(\d{1,2})${ORDINAL}(?!\d)(?:(?:${TO})(\d{1,2})${ORDINAL}(?![\d\p{L}]|\s(?:de\s|of\s)?${MONTH_NAME}))?`,
  'gu',
);
const PARTS: [part: string, words: string][] = [
  ['early', 'early|(?:the )?(?:beginning|start) of|principios? de|inicios? de|comienzos? de|primeros de'],
  ['mid', 'mid|(?:the )?middle of|mediados de'],
  ['late', 'late|(?:the )?end of|finales? de|fin de|fines de|ultimos de'],
];
const PERIODS: [period: string, words: string][] = [
  ['week', 'week|semana'],
  ['month', 'month|mes'],
  ['year', 'year|ano'],
];
const PART_OF = PARTS.map(([part, words]) => ({
  part,
  pattern: new RegExp(
    String.raw`(?<!\p{L})(?:${words})[\s-](?:the\s|el\s|la\s|each\s|every\s|cada\s)?(${MONTH_NAME}|${PERIODS.map(([, names]) => names).join('|')})(?!\p{L})`,
    'gu',
  ),
}));
/** Words of a bound, before a number and after it. */
const BOUNDS: [bound: string, before: RegExp, after: RegExp][] = [
  [
    'most',
    /\b(?:up to|at most|(?:a )?maximum(?: of)?|less than|fewer than|under|below|hasta(?: un maximo de)?|(?:un )?maximo(?: de)?|como maximo|menos de|por debajo de|inferior(?:es)? a)\s\p{Sc}?$/u,
    /^\s*(?:or (?:less|fewer|under|below)|at (?:the )?most|(?:como )?maximo|o menos)\b/,
  ],
  [
    'least',
    /\b(?:at least|(?:a )?minimum(?: of)?|more than|over|above|from|starting at|al menos|como minimo|(?:un )?minimo(?: de)?|mas de|por encima de|superior(?:es)? a|desde|a partir de)\s\p{Sc}?$/u,
    /^\s*(?:or (?:more|over|above)|at (?:the )?least|(?:como )?minimo|o mas)\b/,
  ],
];
const SIDES = [
  ['width', 'wide|width|ancho|ancha|anchura'],
  ['height', 'high|tall|height|alto|alta|altura'],
  ['depth', 'deep|depth|fondo|profundidad|profundo'],
  ['length', 'long|length|largo|larga|longitud'],
  ['thickness', 'thick|thickness|grosor|grueso|espesor'],
].map(([side, words]) => ({
  side,
  before: new RegExp(String.raw`(?<!\p{L})(?:${words})(?:\s?:|\s(?:is|of|de|es de))?\s$`, 'u'),
  after: new RegExp(String.raw`^\s?(?:de\s|in\s)?(?:${words})(?!\p{L})`, 'u'),
}));
/** Durations: an end of a size range is a size that there is, an end of a time range is not the time that it takes. */
const DURATION = /^(?:working )?(?:minute|month|second)$/;
const BOUND_BEFORE =
  /\b(?:up to|at (?:most|least)|within|as (?:long|little|few|soon|fast|quickly) as|more than|less than|under|over|maximum(?: of)?|minimum(?: of)?|from|starting at|until|before|after|about|around|desde|a partir de|hasta|como (?:maximo|minimo)|en menos de|en mas de|al menos|a los|antes de|despues de|mas de|menos de|plazo (?:maximo )?de|en unos|unos)\s*$/;
const BOUND_AFTER =
  /^\s*(?:or (?:more|less|fewer|longer|sooner|later)|at (?:most|least)|(?:como )?(?:maximo|minimo)|o (?:mas|menos))\b/;

/**
 * Reads what claims say together: days of the year, parts of a period (`mid-May`), ranges with both ends. An end that stands
 * alone and without a bound ("it takes 7 days") is `end:…`. Pure.
 */
export function readCompounds(text: string, locale: string): Compound[] {
  const folded = foldNumbers(text);
  return [
    ...readDays(folded, locale),
    ...readParts(folded),
    ...readRanges(folded),
    ...readBounds(folded),
    ...readRelations(text, locale),
    ...weekdayRanges(text),
  ];
}

function readDays(folded: string, locale: string): Compound[] {
  const days: Compound[] = [];
  const add = (month: number, written: string, ...numbers: (string | undefined)[]): void => {
    for (const day of numbers)
      if (day !== undefined) days.push({ key: `date:${month}-${Number(day)}`, written });
  };
  for (const [written, first, last, name = ''] of folded.matchAll(DAY_MONTH))
    add(monthNumber(name), written, first, last);
  for (const [written, name = '', first, last] of folded.matchAll(MONTH_DAY))
    add(monthNumber(name), written, first, last);
  for (const [written] of folded.matchAll(NUMERIC_DATE)) {
    const date = readNumericDate(written, locale);
    if (date !== null) add(date.month, written, String(date.day));
  }
  return days;
}

function readParts(folded: string): Compound[] {
  return PART_OF.flatMap(({ part, pattern }) =>
    [...folded.matchAll(pattern)].map(([written, name = '']) => {
      const period = PERIODS.find(([, names]) => names.split('|').includes(name))?.[0];
      return { key: `when:${part}-${period ?? monthNumber(name)}`, written };
    }),
  );
}

function readRanges(folded: string): Compound[] {
  const numbers = readNumbers(folded);
  return numbers.flatMap((number, at): Compound[] => {
    const key = valueKey(number);
    const written = `${number.written}${number.measure?.written ?? ''}`;
    const next = numbers[at + 1];
    if (number.rangeEnd === 'low' && next !== undefined) {
      const high = valueKey(next);
      return [
        { key: `range:${key}-${high.slice(high.indexOf(':') + 1)}`, written: `${written}–${next.written}` },
      ];
    }
    if (number.rangeEnd !== null || number.measure === null || !DURATION.test(number.measure.dimension))
      return [];
    const after = number.end + (number.measure.written?.length ?? 0);
    const isBound =
      BOUND_BEFORE.test(folded.slice(Math.max(0, number.start - 24), number.start)) ||
      BOUND_AFTER.test(folded.slice(after, after + 16));
    return isBound ? [] : [{ key: `end:${key}`, written }];
  });
}

/** Bounds on numbers, and the side of a thing that a length measures. */
function readBounds(folded: string): Compound[] {
  return readNumbers(folded).flatMap((number): Compound[] => {
    const before = folded.slice(Math.max(0, number.start - 24), number.start);
    const end = number.end + (number.measure?.written?.length ?? 0);
    const after = folded.slice(end, end + 24);
    const key = valueKey(number);
    const written = folded.slice(number.start, end);
    const years =
      number.measure === null ? number.value : /^month:\d+$/.test(key) ? Number(key.slice(6)) / 12 : null;
    const bound = BOUNDS.find(([, lead, tail]) => lead.test(before) || tail.test(after));
    const side =
      SIDES.find(({ after: tail }) => tail.test(after)) ??
      SIDES.find(({ before: lead }) => lead.test(before));
    return [
      ...(bound === undefined || number.rangeEnd !== null
        ? []
        : [key, ...(years === null ? [] : [`age:${years}`])].map((one) => ({
            key: `bound:${bound[0]}:${one}`,
            written: `${bound[0] === 'most' ? 'at most' : 'at least'} ${written}`,
          }))),
      ...(side === undefined
        ? []
        : [{ key: `side:${side.side}:${key}`, written: `${side.side} ${written}` }]),
    ];
  });
}

/**
 * Whether a sentence puts claims together that its grounds keep apart: another day of a month that they name, a range with
 * ends of two, one end of a range for the whole.
 * @returns what it says, or null. Pure.
 */
export function findWrongCompound(
  sentence: { text: string; locale: string },
  grounds: { text: string; locale: string }[],
): string | null {
  const said = readCompounds(sentence.text, sentence.locale);
  if (said.length === 0) return null;
  const stated = grounds.flatMap(({ text, locale }) => readCompounds(text, locale).map(({ key }) => key));
  for (const { text } of grounds) stated.push(...otherSides(text, stated));
  const keys = new Set(stated);
  const wrong = said.find(({ key }) => {
    const kind = key.slice(0, key.indexOf(':'));
    if (kind === 'when') return !keys.has(key);
    if (kind === 'date') return !keys.has(key) && stated.some((one) => one.startsWith('date:'));
    if (kind === 'days') return !keys.has(key) && stated.some((one) => one.startsWith('days:'));
    if (/^(?:bound|side|reach|event|edge)$/.test(kind)) {
      const value = boundValue(key);
      return !keys.has(key) && stated.some((one) => one.startsWith(`${kind}:`) && boundValue(one) === value);
    }
    const ends = stated.flatMap(rangeEnds);
    if (kind === 'range') return !keys.has(key) && rangeEnds(key).some((end) => ends.includes(end));
    return ends.includes(key.slice('end:'.length)) && !grounds.some(({ text }) => standsAlone(text, key));
  });
  return wrong?.written ?? null;
}

/** "Orders over $80 are free; below that, …": the other side of a bound, named without its value. */
const BEYOND: [of: string, other: string, words: RegExp][] = [
  ['least', 'most', /\b(?:(?:below|under|less than) (?:that|this|it)|(?:smaller|lower|other) (?:orders?|purchases?|amounts?)|otherwise|por debajo|(?:pedidos?|compras?|importes?) (?:inferior(?:es)?|menor(?:es)?)(?! (?:a|de)\b)|de lo contrario|para el resto)\b/],
  ['most', 'least', /\b(?:(?:above|over|more than|beyond) (?:that|this|it)|(?:larger|bigger|other) (?:orders?|purchases?|amounts?)|otherwise|por encima|(?:pedidos?|compras?|importes?) (?:superior(?:es)?|mayor(?:es)?)(?! (?:a|de)\b)|de lo contrario|para el resto)\b/],
]; // biome-ignore format: a table

/** "Free for two hours, then €2": what is after them. */
const LATER =
  /\b(?:then|thereafter|afterwards|later|after that|beyond that|despues|luego|a partir de (?:ahi|entonces)|posterior(?:es|mente)?)\b/;

function otherSides(text: string, keys: readonly string[]): string[] {
  const folded = fold(text);
  const later = LATER.test(folded) ? keys.filter((key) => key.startsWith('reach:in:')) : [];
  return [
    ...later.map((key) => key.replace(':in:', ':past:')),
    ...BEYOND.filter(([, , words]) => words.test(folded)).flatMap(([of, other]) =>
      keys.filter((key) => key.startsWith(`bound:${of}:`)).map((key) => key.replace(of, other)),
    ),
  ];
}

/** `month:36` of `bound:most:month:36`. */
const boundValue = (key: string): string => key.split(':').slice(2).join(':');

/** `minute:7200` and `minute:10080` of `range:minute:7200-10080`. */
function rangeEnds(key: string): string[] {
  const [, dimension = '', low = '', high = ''] = /^range:(.+):([\d.]+)-([\d.]+)$/.exec(key) ?? [];
  return dimension === '' ? [] : [`${dimension}:${low}`, `${dimension}:${high}`];
}

function standsAlone(text: string, key: string): boolean {
  const folded = foldNumbers(text);
  return readNumbers(folded).some((number) => number.rangeEnd === null && `end:${valueKey(number)}` === key);
}
