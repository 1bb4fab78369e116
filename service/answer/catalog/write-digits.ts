const VALUES = new Map<string, number>();
for (const [first, words] of [
  [
    0,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ],
  [
    0,
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
  ],
] as const)
  words.split(' ').forEach((word, at) => {
    VALUES.set(word, first + at);
  });
for (const words of [
  'twenty thirty forty fifty sixty seventy eighty ninety',
  'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
])
  words.split(' ').forEach((word, at) => {
    VALUES.set(word, 10 * (at + 2));
  });
'cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'
  .split(' ')
  .forEach((word, at) => {
    VALUES.set(word, 100 * (at + 1));
    VALUES.set(word.replace(/os$/, 'as'), 100 * (at + 1));
  });
for (const [word, value] of [
  ['ciento', 100],
  ['a', 1],
  ['an', 1],
  ['un', 1],
  ['una', 1],
] as const)
  VALUES.set(word, value);

/** What people call an amount of money. */
const NOTES = /(?<!\p{L})(?:an?\s)?(fiver|tenner)(?!\p{L})/gu;

const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['mil', 1000],
]);
/** Articles, and "once" of English: numbers only before a scale ("a hundred") or where a number must stand. */
const AMBIGUOUS = new Set(['a', 'an', 'un', 'una', 'uno', 'one', 'once', 'mil']);
/** After these a number is meant: "under a thousand", "más de un metro". */
const BEFORE_NUMBER =
  /\b(?:under|below|over|above|than|least|most|to|max|maximum|minimum|between|around|about|de|menos|hasta|entre|unos|minimo|maximo)\s$/;
/** What a counted unit looks like: "one liter", "once euros". */
const UNIT_AFTER =
  /^\s(?:\p{Sc}|dollars?|bucks|euros?|pounds?|dolares|pesos|kg|kilos?|g|grams?|gramos?|l|lit(?:er|re)s?|litros?|ml|oz|ounces?|onzas?|lbs?|libras?|cm|mm|m|met(?:re|er)s|metros?|metre|meter(?=\s(?:long|wide|tall|high|deep|thick|of|or|and|by)(?!\p{L}))|in|inch(?:es)?|pulgadas?|ft|feet|foot|pies|people|persons?|personas?|plazas|hours?|horas?|watts?|vatios)(?!\p{L})/u;

const DEGREES = String.raw`\s?(?:°|degrees?|grados?|[cf](?![\p{L}\p{N}])|celsius|fahrenheit|centigrade|centigrados)`;
const MINUS = new RegExp(String.raw`(?<!\p{L})(?:minus|negative|menos)\s(?=\d+(?:[.,]\d+)?${DEGREES})`, 'gu');
const BELOW_ZERO = new RegExp(
  String.raw`(?<![\p{L}\d.,-])(\d+(?:[.,]\d+)?(?:${DEGREES}\s?[cf]?)?)\s(?:below (?:zero|0|freezing)|bajo (?:cero|0))(?!\p{L})`,
  'gu',
);

/**
 * A folded text with its numbers in digits: `two hundred and fifty` as `250`, `treinta y cinco` as `35`, `un metro` as
 * `1 metro`, `minus ten degrees` as `-10 degrees`, `diez grados bajo cero` as `-10 grados`. "A tent" and "once opened"
 * stay. Pure.
 */
export function writeDigits(question: string): string {
  const folded = question.replace(NOTES, (_, note: string) => (note === 'fiver' ? '5 quid' : '10 quid'));
  const words = [...folded.matchAll(/\p{L}+/gu)];
  let written = '';
  let end = 0;
  for (let at = 0; at < words.length; ) {
    const run = numberRun(folded, words, at);
    const first = words[at];
    if (run === null || first === undefined) {
      at++;
      continue;
    }
    written += folded.slice(end, first.index) + String(run.value);
    end = run.end;
    at = run.next;
  }
  return (written + folded.slice(end))
    .replace(MINUS, '-')
    .replace(BELOW_ZERO, (_, cold: string) => `-${cold}${/\d$/.test(cold) ? ' degrees' : ''}`);
}

function numberRun(
  text: string,
  words: RegExpExecArray[],
  from: number,
): { value: number; end: number; next: number } | null {
  let total = 0;
  let current = 0;
  let last = 0;
  let at = from;
  let next = from;
  let end = 0;
  for (; at < words.length; at++) {
    const found = words[at];
    if (found === undefined) break;
    const [word] = found;
    if (at > from && !/^[\s-]$/.test(text.slice(endOf(words[at - 1]), found.index))) break;
    const scale = SCALES.get(word);
    const value = VALUES.get(word);
    if (scale !== undefined && (current > 0 || word === 'mil')) {
      const scaled = Math.max(1, current) * scale;
      if (scale > 100) total += scaled;
      current = scale > 100 ? 0 : scaled;
      last = scale;
    } else if (value !== undefined && (at === from || value < last)) {
      current += value;
      // Ones are added to tens, tens to hundreds: "twenty two", and not "two twenty".
      last = value >= 100 ? 100 : value >= 20 ? 10 : 1;
    } else if (/^(?:and|y)$/.test(word) && at > from && last > 1) {
      const following = VALUES.get(words[at + 1]?.[0] ?? '');
      if (following === undefined || following >= last) break;
      continue;
    } else break;
    next = at + 1;
    end = endOf(found);
  }
  const first = words[from];
  if (next === from || first === undefined) return null;
  const alone = next === from + 1 && AMBIGUOUS.has(first[0]);
  if (alone && !UNIT_AFTER.test(text.slice(end))) {
    const asked = BEFORE_NUMBER.test(text.slice(0, first.index)) && /^mil$|^one$|^uno$/.test(first[0]);
    if (!asked || /^\s\p{L}/u.test(text.slice(end))) return null;
  }
  return { value: total + current, end, next };
}

function endOf(match: RegExpExecArray | undefined): number {
  return match === undefined ? 0 : match.index + match[0].length;
}
