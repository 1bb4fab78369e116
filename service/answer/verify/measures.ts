/** A unit of measure: what it measures, how much of the base unit it is, and the words for it, folded, English and Spanish. */
type Unit = [dimension: string, factor: number, words: string];

const UNITS: Unit[] = [
  ['minute', 1, 'minutes? mins? minutos?'],
  ['minute', 60, 'hours? hrs? hr h horas?'],
  ['minute', 1440, 'days? dias?'],
  ['minute', 10_080, 'weeks? wks? semanas?'],
  ['minute', 20_160, 'fortnights?'],
  ['minute', 21_600, 'quincenas?'],
  ['month', 1, 'months? meses mes'],
  ['month', 12, 'years? yrs? anos? ano'],
  ['second', 1, 'seconds? secs? segundos?'],
  ['percent', 1, '% percent per_cent por_ciento'],
  ['g', 1000, 'kg kgs kilos? kilograms? kilogramos?'],
  ['g', 1, 'g grams? gramos?'],
  ['oz', 16, 'lbs? pounds? libras?'],
  ['oz', 1, 'oz ounces? onzas?'],
  ['mm', 1, 'mm millimet(?:er|re)s? milimetros?'],
  ['mm', 10, 'cm centimet(?:er|re)s? centimetros?'],
  ['mm', 1000, 'm met(?:er|re)s? metros?'],
  ['mm', 1_000_000, 'km kilomet(?:er|re)s? kilometros?'],
  ['in', 1, 'in(?!\\s\\p{L}) inch(?:es)? pulgadas? ″ "'],
  ['in', 12, 'ft feet foot pies?'],
  ['mile', 1, 'miles? mi millas?'],
  ['ml', 1000, 'l lit(?:er|re)s? litros?'],
  ['ml', 1, 'ml millilit(?:er|re)s? mililitros?'],
  ['celsius', 1, '°\\s?c celsius degrees_celsius grados_celsius grados_centigrados'],
  ['fahrenheit', 1, '°\\s?f fahrenheit degrees_fahrenheit grados_fahrenheit'],
  ['degree', 1, 'degrees? grados? ° º'],
  ['w', 1, 'w watts? vatios?'],
  ['wh', 1, 'wh'],
  ['mah', 1, 'mah'],
  ['v', 1, 'v volts? voltios?'],
  ['lumen', 1, 'lm lumens? lumenes'],
  ['gb', 1, 'gb'],
  ['gb', 1000, 'tb'],
  ['mb', 1, 'mb'],
];
const WORKING = '(?:business|working) _ laborables? habiles? habil'.split(' _ ');
const alternatives = (words: string): string => words.replaceAll(' ', '|').replaceAll('_', ' ');
const PATTERNS = UNITS.map(([dimension, factor, words]) => ({
  dimension,
  factor,
  after: new RegExp(
    `^[\\s-]?(?:(?:full|calendar|consecutive|naturales|whole|primer[oa]s|first|more|extra|additional|further)[\\s-])?((?:${WORKING[0]})[\\s-])?(?:${alternatives(words)})(?![\\p{L}\\p{N}])(\\s(?:${alternatives(WORKING[1] ?? '')}))?`,
    'u',
  ),
  label: new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(words)})(?![\\p{L}\\p{N}])`, 'u'),
}));

/** What follows a number, or labels it. */
export interface Measure {
  /** `minute`, `g`, …; `working minute` for business days, which are longer than days. */
  dimension: string;
  /** How many of the base unit one of it is. */
  factor: number;
}

/** @returns the unit that the text after a number begins with, folded; null for none. */
export function measureAfter(after: string): (Measure & { written: string }) | null {
  for (const { dimension, factor, after: pattern } of PATTERNS) {
    const match = pattern.exec(after);
    if (match === null) continue;
    const working = match[1] !== undefined || match[2] !== undefined;
    return { dimension: working ? `working ${dimension}` : dimension, factor, written: match[0] };
  }
  return null;
}

/** @returns every unit that a label names, as in `Time (days)`: its numbers may stand without. */
export function measuresOfLabel(label: string): Measure[] {
  return PATTERNS.filter(({ label: pattern }) => pattern.test(label)).map(({ dimension, factor }) => ({
    dimension,
    factor,
  }));
}

/** Words, folded, that say no more than what a value measures: "a weight of 5 kg". */
const DIMENSION_WORDS: Record<string, string> = {
  g: 'weight weighs weigh peso pesa pesan', oz: 'weight weighs weigh peso pesa pesan',
  mm: 'size sizes dimension dimensions medida medidas dimensiones', in: 'size sizes dimension dimensions medida medidas dimensiones',
  ml: 'capacity volume capacidad volumen',
  celsius: 'temperature temperatures temperatura temperaturas', fahrenheit: 'temperature temperatures temperatura temperaturas',
  degree: 'temperature temperatures temperatura temperaturas', w: 'power potencia', v: 'voltage voltaje tension',
  minute: 'time period duration term tiempo duracion', month: 'time period duration term tiempo duracion', money: 'pay pays paying paid', percent: 'pay pays paying paid',
  age: 'children child kids kid ninos nino ninas nina', lumen: 'brightness brillo luminosidad',
}; // biome-ignore format: a table

/** @param key of a claim, such as `g:5000` */
export function wordsOfDimension(key: string): string[] {
  const dimension = key.slice(0, key.indexOf(':')).replace(/^(?:working |was )/, '');
  return DIMENSION_WORDS[dimension.replace(/^money .*/, 'money')]?.split(' ') ?? [];
}
