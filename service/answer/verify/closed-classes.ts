import { fold } from '../../../ingest/analysis/stem.ts';

/** A word of which another one of its class is never as good, whatever their vectors say. */
export interface ClosedWord {
  /** `weekday:monday`, `color:red`, `country:CA`, `stock:in`. */
  key: string;
  written: string;
}

interface ClosedClass {
  name: string;
  pattern: RegExp;
  /** On text as written, for `Turkey` is no turkey. */
  cased: boolean;
  keyOf: Map<string, string>;
  /** Words that its names begin with: a text without one of them is not searched for any. */
  begins: ReadonlySet<string>;
}

const WEEKDAYS = [
  'mondays monday lunes',
  'tuesdays tuesday martes',
  'wednesdays wednesday miercoles',
  'thursdays thursday jueves',
  'fridays friday viernes',
  'saturdays saturday sabados sabado',
  'sundays sunday domingos domingo',
];
const COLORS = [
  'black negro negra negros negras', 'white blanco blanca blancos blancas', 'red rojo roja rojos rojas', 'blue azul azules',
  'green verde verdes', 'yellow amarillo amarilla amarillos amarillas', 'orange naranja', 'purple morado morada morados moradas',
  'pink rosa rosado rosada', 'brown marron marrones', 'gray grey gris grises', 'navy marino', 'beige', 'turquoise turquesa',
]; // biome-ignore format: a table
const STOCK = [
  'in_stock en_stock en_existencias',
  'sold_out out_of_stock agotado agotada agotados agotadas sin_existencias',
  'pre-order preorder pre-ordered preordered pre-orders preorders reserva_anticipada preventa',
  'on_back_order on_backorder bajo_pedido',
  'discontinued descatalogado descatalogada descatalogados descatalogadas',
];

/** Other names than those that `Intl` has; `US` only in capitals. */
const COUNTRY_ALIASES: Record<string, string> = {
  US: 'US,USA,U.S.,U.S,U.S.A.,America,EE. UU.,EE.UU.,EEUU,Estados Unidos',
  GB: 'UK,U.K.,Great Britain,Britain,England,Gran Bretaña,Inglaterra',
  NL: 'Holland,Holanda',
  CZ: 'Czech Republic,República Checa',
};

function lines(name: string, sets: string[]): ClosedClass {
  const keyOf = new Map(
    sets.flatMap((line) =>
      line.split(' ').map((word) => [word.replaceAll('_', ' '), line.split(' ')[0] ?? word] as const),
    ),
  );
  return { name, cased: false, keyOf, pattern: anyOf(keyOf, 'gu'), begins: beginnings(keyOf) };
}

function countries(): ClosedClass {
  const keyOf = new Map<string, string>();
  const names = ['en', 'es'].map(
    (locale) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }),
  );
  for (const a of LETTERS) {
    for (const b of LETTERS) {
      for (const name of names) {
        const found = name.of(a + b);
        if (found !== undefined && !keyOf.has(found)) keyOf.set(found, a + b);
      }
    }
  }
  for (const [code, aliases] of Object.entries(COUNTRY_ALIASES))
    for (const alias of aliases.split(',')) keyOf.set(alias, code);
  return { name: 'country', cased: true, keyOf, pattern: anyOf(keyOf, 'gu'), begins: beginnings(keyOf) };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function beginnings(keyOf: Map<string, string>): ReadonlySet<string> {
  return new Set([...keyOf.keys()].map((word) => /[\p{L}\p{N}]+/u.exec(word)?.[0] ?? ''));
}

/** Any of the words, whole, the longest first. */
function anyOf(keyOf: Map<string, string>, flags: string): RegExp {
  const words = [...keyOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.()[\]*+?^$|\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

let classes: ClosedClass[] | undefined;

/** Reads the words of closed classes: days of the week (a range holds all its days), colors, countries, stock. Pure. */
export function readClosedWords(text: string): ClosedWord[] {
  classes ??= [lines('weekday', WEEKDAYS), lines('color', COLORS), lines('stock', STOCK), countries()];
  const plain = [fold(text), text.normalize('NFC')].map((form) => ({
    form,
    words: form.match(/[\p{L}\p{N}]+/gu) ?? [],
  }));
  const found = classes.flatMap(({ name, pattern, cased, keyOf, begins }) => {
    const { form = '', words = [] } = plain[cased ? 1 : 0] ?? {};
    if (!words.some((word) => begins.has(word))) return [];
    return [...form.matchAll(pattern)].map(([written]) => ({
      key: `${name}:${keyOf.get(written)}`,
      written,
    }));
  });
  return [...found, ...shortWeekdays(text)];
}

const SHORT = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SHORT_WEEKDAY =
  /\b(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b(?=\.?\s?(?:[-–—,:&/]|to\b|through\b|and\b|\d|$))|(?<=(?:[-–—&/]|\bto|\bthrough|\band)\s?)(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b/g;

/** `Mon–Fri`: `Sun` alone is the sun. */
function shortWeekdays(text: string): ClosedWord[] {
  return [...text.matchAll(SHORT_WEEKDAY)].map((match) => ({
    key: `weekday:${weekdayKey(SHORT.indexOf(match[0].slice(0, 3).toLowerCase()))}`,
    written: match[0],
  }));
}

function weekdayKey(position: number): string {
  return WEEKDAYS[position]?.split(' ')[0] ?? '';
}

const DAY = String.raw`(mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)\p{L}*\.?`;
const DAY_RANGE = new RegExp(
  String.raw`(?<!\p{L})${DAY}\s?(?:-|–|—|to|through|a|al|hasta)\s?${DAY}(?!\p{L})`,
  'gu',
);
const SPANISH_SHORT = ['lun', 'mar', 'mie', 'jue', 'vie', 'sab', 'dom'];

/** Ranges of days as written, each as one claim: `days:monday-friday`. */
export function weekdayRanges(text: string): { key: string; written: string }[] {
  return [...fold(text).matchAll(DAY_RANGE)].map(([written, ...ends]) => {
    const [from, to] = ends.map((day = '') => Math.max(SHORT.indexOf(day), SPANISH_SHORT.indexOf(day)));
    return { key: `days:${weekdayKey(from ?? -1)}-${weekdayKey(to ?? -1)}`, written };
  });
}

/** All days of the week but those that are excepted. */
const EVERY_DAY =
  /\b(?:every day(?: of the week)?|(?:7|seven) days a week|todos los dias(?: de la semana)?|(?:los )?(?:7|siete) dias (?:de|a) la semana)(?:,? (?:except|but|excepto|salvo|menos)(?: for| on| el| los)? (\p{L}+))?/gu;

/** The days of "every day except Monday". */
export function weekdaysOfAll(text: string): string[] {
  return [...fold(text).matchAll(EVERY_DAY)].flatMap(([, excepted = '']) =>
    SHORT.flatMap((short, day) => {
      const isExcepted = excepted.startsWith(short) || excepted.startsWith(SPANISH_SHORT[day] ?? short);
      return isExcepted ? [] : [`weekday:${weekdayKey(day)}`];
    }),
  );
}

/** The days that ranges such as `Monday to Friday` hold between their ends. */
export function weekdaysWithin(text: string): string[] {
  return [...fold(text).matchAll(DAY_RANGE)].flatMap((match) => {
    const [from, to] = [match[1], match[2]].map((day = '') =>
      Math.max(SHORT.indexOf(day), SPANISH_SHORT.indexOf(day)),
    );
    if (from === undefined || to === undefined) return [];
    const days = (to - from + 7) % 7;
    return Array.from({ length: days + 1 }, (_, step) => `weekday:${weekdayKey((from + step) % 7)}`);
  });
}

/** Its members of 2026 (Treaty on European Union, art. 52). */
const UNION = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');
const ALL_OF_UNION =
  /\b(?:all|every|any|each|tod[oa]s?|cualquier|cada)\b[^.;!?\n]{0,40}\b(?:european union|union europea|eu|ue)\b/u;

/** The countries of "every member state of the European Union". */
export function countriesOfUnion(text: string): string[] {
  return ALL_OF_UNION.test(fold(text)) ? UNION.map((code) => `country:${code}`) : [];
}
