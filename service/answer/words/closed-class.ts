import { fold } from '../../../ingest/analysis/stem.ts';
import { placeAt } from '../within/places.ts';
import { spanishAdjectiveForms, spanishNounForms } from './spanish-noun-forms.ts';

/**
 * Words of which another one is always another thing, however alike their use: countries, months and days of the week, in
 * English and Spanish (CLDR's names, through Intl), what comes from a country, colors, units of measure, the day that is meant, and groups
 * of people that shops have terms for.
 */
export function isClosedClass(word: string): boolean {
  names ??= readNames();
  return names.has(fold(word));
}

/** Towns and regions that are called as everyday things are: folded. */
const ALSO_THINGS = new Set(
  'cork phoenix lima leon granada rosario kona cali reno york lexington norfolk madison columbus porto skye derry galway sonora tabasco guerrero hidalgo zamora soria avila reus castilla'.split(
    ' ',
  ),
);

/** Whether a word is the whole name of a place: a country, region or town of `within/`. Pure. */
export function isPlaceName(word: string): boolean {
  const folded = fold(word);
  const place = ALSO_THINGS.has(folded) ? null : placeAt([folded], 0);
  return place !== null && place.key !== 'worldwide';
}

const LOCALES = ['en', 'es'];
const COLORS =
  'black white red blue green yellow orange purple pink brown gray grey negro blanco rojo azul verde amarillo naranja morado rosa marron gris';

const UNITS =
  'watt watts volt volts amp amps lumen lumens liter liters litre litres gallon gallons gram grams kilo kilos kilogram kilograms pound pounds ounce ounces inch inches foot feet yard yards mile miles meter meters metre metres centimeters millimeters kilometers degrees celsius fahrenheit percent decibels hertz mph vatios voltios litros gramos kilogramos libras pulgadas pies millas metros grados';

/** Of a country: masculine forms in Spanish, the others by rule. */
const DEMONYMS =
  'american british english french german italian spanish portuguese dutch belgian swiss swedish norwegian danish japanese chinese korean indian mexican colombian brazilian argentine peruvian ethiopian kenyan turkish greek moroccan';
const SPANISH_DEMONYMS =
  'americano ingles frances aleman italiano espanol portugues holandes belga suizo sueco noruego danes japones chino coreano mexicano colombiano brasileno argentino peruano turco griego marroqui';

/** For whom a shop may have terms of their own. */
const GROUPS =
  'student students undergraduate undergraduates teacher teachers nurse nurses military veteran veterans senior seniors pensioner pensioners estudiante estudiantes universitario universitarios universitaria universitarias profesor profesores maestro maestros enfermera enfermeras enfermero enfermeros militar militares jubilado jubilados jubilada jubiladas pensionista pensionistas';

const DAYS = 'today tomorrow yesterday tonight hoy manana ayer';

/** Made by the first question: Intl is asked for 1,352 names. */
let names: ReadonlySet<string> | undefined;

function readNames(): ReadonlySet<string> {
  return new Set([
    ...COLORS.split(' '),
    ...UNITS.split(' '),
    ...DEMONYMS.split(' '),
    ...SPANISH_DEMONYMS.split(' ').flatMap(spanishDemonymForms),
    ...DAYS.split(' '),
    ...GROUPS.split(' '),
    ...LOCALES.flatMap((locale) => [...regionNames(locale), ...calendarNames(locale)]),
  ]);
}

/** "Francesa", "alemanes": what ends in a consonant takes an `a` as well. */
function spanishDemonymForms(name: string): string[] {
  return /[nls]$/.test(name)
    ? [name, `${name}es`, ...spanishNounForms(`${name}a`)]
    : spanishAdjectiveForms(name);
}

/** Names of regions with a two-letter code, where they are one word: of several, some are everyday words. */
function regionNames(locale: string): string[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => names.of(first + second)))
    .flatMap((name) => (name === undefined || /[^\p{L}]/u.test(name) ? [] : [fold(name)]));
}

function calendarNames(locale: string): string[] {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const weekdays = Array.from({ length: 7 }, (_, index) => day.format(Date.UTC(2024, 0, 1 + index)));
  const months = Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2024, index, 1)));
  // "On Sundays", "los domingos": those that end in s are their own plural.
  return [...weekdays, ...weekdays.map((name) => `${name}s`), ...months].map(fold);
}
