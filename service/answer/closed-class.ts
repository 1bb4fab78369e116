import { fold } from '../../ingest/analysis/stem.ts';

/**
 * Words of which another one is always another thing, however alike their use: countries, months and days of the week, in
 * English and Spanish (CLDR's names, through Intl), colors and units of measure.
 */
export function isClosedClass(word: string): boolean {
  return NAMES.has(fold(word));
}

const LOCALES = ['en', 'es'];
const COLORS =
  'black white red blue green yellow orange purple pink brown gray grey negro blanco rojo azul verde amarillo naranja morado rosa marron gris';

const UNITS =
  'watt watts volt volts amp amps lumen lumens liter liters litre litres gallon gallons gram grams kilo kilos kilogram kilograms pound pounds ounce ounces inch inches foot feet yard yards mile miles meter meters metre metres centimeters millimeters kilometers degrees celsius fahrenheit percent decibels hertz mph vatios voltios litros gramos kilogramos libras pulgadas pies millas metros grados';

const NAMES: ReadonlySet<string> = new Set([
  ...COLORS.split(' '),
  ...UNITS.split(' '),
  ...LOCALES.flatMap((locale) => [...regionNames(locale), ...calendarNames(locale)]),
]);

/** Names of all regions with a two-letter code, word by word where they have several. */
function regionNames(locale: string): string[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => names.of(first + second)))
    .flatMap((name) => (name === undefined ? [] : fold(name).split(/[^\p{L}]+/u)))
    .filter(
      (word) =>
        word.length > 3 &&
        !/^(?:islands?|islas?|united|unidos?|south|north|territor.*|republic.*|south|guinea)$/.test(word),
    );
}

function calendarNames(locale: string): string[] {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const weekdays = Array.from({ length: 7 }, (_, index) => day.format(Date.UTC(2024, 0, 1 + index)));
  const months = Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2024, index, 1)));
  return [...weekdays, ...months].map(fold);
}
