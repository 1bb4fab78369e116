import { numberLexeme } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';

/** Something in a text that is true to the letter or false: it must be in the quote as well. */
export interface Claim {
  /** One form for all ways of writing it: `money:129`, `percent:20`, `day:30`, `time:540`, `number:3`, `link:…`. */
  key: string;
  /** As written. */
  written: string;
}

/** Units by the words for them, folded, English and Spanish; what is not here counts as a bare number. */
const UNITS: [string, string][] = [
  ['minute', 'minutes? mins? minutos?'],
  ['hour', 'hours? hrs? hr horas?'],
  ['day', 'days? dias?'],
  ['week', 'weeks? wks? semanas?'],
  ['month', 'months? meses mes'],
  ['year', 'years? yrs? anos? ano'],
  ['percent', '% percent por_ciento'],
  ['kg', 'kg kgs kilos? kilograms? kilogramos?'],
  ['g', 'g grams? gramos?'],
  ['lb', 'lbs? pounds? libras?'],
  ['oz', 'oz ounces? onzas?'],
  ['mm', 'mm millimet(?:er|re)s? milimetros?'],
  ['cm', 'cm centimet(?:er|re)s? centimetros?'],
  ['m', 'm met(?:er|re)s? metros?'],
  ['km', 'km kilomet(?:er|re)s? kilometros?'],
  ['in', 'inch(?:es)? pulgadas? ″ "'],
  ['ft', 'ft feet foot pies?'],
  ['mile', 'miles? mi millas?'],
  ['l', 'l lit(?:er|re)s? litros?'],
  ['ml', 'ml millilit(?:er|re)s? mililitros?'],
  ['celsius', '°\\s?c celsius'],
  ['fahrenheit', '°\\s?f fahrenheit'],
  ['w', 'w watts? vatios?'],
  ['wh', 'wh'],
  ['mah', 'mah'],
  ['v', 'v volts? voltios?'],
  ['lumen', 'lm lumens? lumenes'],
  ['gb', 'gb'],
  ['tb', 'tb'],
  ['mb', 'mb'],
];
const UNIT_PATTERNS: [string, RegExp][] = UNITS.map(([unit, words]) => [
  unit,
  new RegExp(
    `^[\\s-]?(?:(?:full|business|working|calendar|consecutive)[\\s-])?(?:${words.replaceAll(' ', '|').replaceAll('_', ' ')})(?![\\p{L}\\p{N}])`,
    'u',
  ),
]);

const WORDS: Record<string, number> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
  thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1000,
  dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, once: 11, doce: 12, trece: 13,
  catorce: 14, quince: 15, veinte: 20, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70,
  ochenta: 80, noventa: 90, cien: 100, mil: 1000,
}; // biome-ignore format: a table
/** Ambiguous alone ("one of our", "once you"): numbers only where a unit follows. */
const NEEDS_UNIT = new Set(['one', 'a', 'an', 'un', 'una', 'once', 'mil']);

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9-]+\.(?:com|net|org|shop|store|es|io|co)\b(?:\/[^\s)\]]*)?/gi;
const PHONE = /(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)|\d{2,4})(?:[\s.-]\d{2,4}){2,4}(?!\d)/g;
const CODE = /\b(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*\b/g;
const CLOCK = /\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?\s?m\b\.?|\b(\d{1,2}):(\d{2})\b/g;
const MONTHS =
  /\b(?:(jan(?:uary)?|enero)|(feb(?:ruary)?|febrero)|(mar(?:ch)?|marzo)|(apr(?:il)?|abril)|(may|mayo)|(june?|junio)|(july?|julio)|(aug(?:ust)?|agosto)|(sept?(?:ember)?|septiembre)|(oct(?:ober)?|octubre)|(nov(?:ember)?|noviembre)|(dec(?:ember)?|diciembre))\b(?=\.?\s+\d|\.?\s+(?:de|of)\b)|(?<=\d(?:st|nd|rd|th)?\s(?:de\s|of\s)?)(?:(jan(?:uary)?|enero)|(feb(?:ruary)?|febrero)|(mar(?:ch)?|marzo)|(apr(?:il)?|abril)|(may|mayo)|(june?|junio)|(july?|julio)|(aug(?:ust)?|agosto)|(sept?(?:ember)?|septiembre)|(oct(?:ober)?|octubre)|(nov(?:ember)?|noviembre)|(dec(?:ember)?|diciembre))\b/g;
const MONEY_BEFORE = /(?:us|mx|ca|au)?[$€£¥]\s?$|\b(?:usd|eur|gbp|mxn|cad)\s?$/;
const MONEY_AFTER = /^\s?(?:[$€£¥]|(?:usd|eur|gbp|mxn|cad|dollars?|euros?|dolares|pesos)\b)/;
const NUMBER = /(?<![\p{L}\d])\d+(?:[.,]\d+)*(?:½|¼|¾)?|(?<![\p{L}\p{N}])\p{L}+(?![\p{L}])/gu;
const RANGE = /^\s?(?:-|–|—|to|a|o|or|and|y|hasta|through)\s?(?:[$€£¥]\s?)?$/;

/**
 * Reads the claims of a text: amounts of money, percentages, durations, measures, times, dates, codes, links, phone
 * numbers, and every other number. A range (`5–7 days`) claims both ends in its unit. Pure.
 */
export function readClaims(text: string): Claim[] {
  const claims: Claim[] = [];
  // Hyphens and dashes of all kinds are one, so that `30‑day` reads as `30-day`.
  let rest = fold(text.replace(/[‐‑‒]/g, '-').replace(/ | | /g, ' '));
  const take = (pattern: RegExp, source: string, keyOf: (match: RegExpMatchArray) => string): string =>
    source.replace(pattern, (...args) => {
      const written = String(args[0]);
      claims.push({ key: keyOf(args as unknown as RegExpMatchArray), written });
      return ' '.repeat(written.length);
    });
  for (const match of text.matchAll(CODE)) {
    claims.push({ key: `code:${match[0].toLowerCase().replaceAll('-', '')}`, written: match[0] });
  }
  rest = take(
    LINK,
    rest,
    (match) => `link:${match[0]?.replace(/^https?:\/\/(www\.)?/, '').replace(/[.,/]+$/, '')}`,
  );
  rest = take(PHONE, rest, (match) => `phone:${match[0]?.replace(/\D/g, '')}`);
  rest = take(CLOCK, rest, (match) => `time:${clockMinutes(match)}`);
  rest = take(
    MONTHS,
    rest,
    (match) =>
      `month:${(match.slice(1, 25).findIndex((group) => typeof group === 'string' && group !== '') % 12) + 1}`,
  );
  for (const [kind, names] of CLOSED) {
    for (const match of rest.matchAll(names.pattern)) {
      claims.push({ key: `${kind}:${names.keyOf.get(match[0])}`, written: match[0] });
    }
  }
  claims.push(...readNumbers(rest));
  return claims;
}

function clockMinutes(match: RegExpMatchArray): number {
  const [, hour12, minute12, half, hour24, minute24] = match;
  if (hour24 !== undefined) return Number(hour24) * 60 + Number(minute24);
  return ((Number(hour12) % 12) + (half === 'p' ? 12 : 0)) * 60 + Number(minute12 ?? 0);
}

/** Words of which one is never as good as another, whatever their vectors say: days of the week and colors. */
const CLOSED: [string, { pattern: RegExp; keyOf: Map<string, string> }][] = [
  [
    'weekday',
    closedClass([
      'mondays monday lunes',
      'tuesdays tuesday martes',
      'wednesdays wednesday miercoles',
      'thursdays thursday jueves',
      'fridays friday viernes',
      'saturdays saturday sabados sabado',
      'sundays sunday domingos domingo',
    ]),
  ],
  [
    'color',
    closedClass([
      'black negro negra negros negras',
      'white blanco blanca blancos blancas',
      'red rojo roja rojos rojas',
      'blue azul azules',
      'green verde verdes',
      'yellow amarillo amarilla amarillos amarillas',
      'purple morado morada morados moradas',
      'pink rosado rosada',
      'brown marron marrones',
      'gray grey gris grises',
    ]),
  ],
];

function closedClass(lines: string[]): { pattern: RegExp; keyOf: Map<string, string> } {
  const keyOf = new Map(
    lines.flatMap((line) => line.split(' ').map((word) => [word, line.split(' ')[0] ?? word] as const)),
  );
  return { pattern: new RegExp(`\\b(?:${[...keyOf.keys()].join('|')})\\b`, 'g'), keyOf };
}

interface FoundNumber {
  value: string;
  written: string;
  start: number;
  end: number;
  unit: string | null;
  needsUnit: boolean;
}

function readNumbers(text: string): Claim[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const written = match[0];
    const value = numberValue(written);
    if (value === null) continue;
    const start = match.index;
    const end = start + written.length;
    found.push({
      value,
      written,
      start,
      end,
      unit: unitOf(text, start, end),
      needsUnit: NEEDS_UNIT.has(written),
    });
  }
  // "5 to 7 days", "$20–$30": the first end takes the unit of the second.
  for (let i = found.length - 2; i >= 0; i--) {
    const here = found[i];
    const next = found[i + 1];
    if (here && next && here.unit === null && RANGE.test(text.slice(here.end, next.start)))
      here.unit = next.unit;
  }
  return found
    .filter((number) => number.unit !== null || !number.needsUnit)
    .map((number) => ({ key: `${number.unit ?? 'number'}:${number.value}`, written: number.written }));
}

function numberValue(written: string): string | null {
  if (/^\d/.test(written)) {
    const fraction = /[½¼¾]$/.exec(written)?.[0];
    const base = numberLexeme(fraction ? written.slice(0, -1) : written);
    if (!fraction) return base;
    return String(Number(base) + { '½': 0.5, '¼': 0.25, '¾': 0.75 }[fraction as '½']);
  }
  if (NEEDS_UNIT.has(written)) return written === 'once' ? '11' : written === 'mil' ? '1000' : '1';
  const value = WORDS[written];
  return value === undefined ? null : String(value);
}

function unitOf(text: string, start: number, end: number): string | null {
  const after = text.slice(end, end + 40);
  if (MONEY_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || MONEY_AFTER.test(after)) return 'money';
  for (const [unit, pattern] of UNIT_PATTERNS) if (pattern.test(after)) return unit;
  return null;
}
