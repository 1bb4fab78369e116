const VALUES: Record<string, number> = {};
const LISTS = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
];
for (const list of LISTS)
  list.split(' ').forEach((word, value) => {
    VALUES[word] = value;
  });
const TENS = [
  'twenty thirty forty fifty sixty seventy eighty ninety',
  'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
];
for (const list of TENS)
  list.split(' ').forEach((word, position) => {
    VALUES[word] = 10 * (position + 2);
  });
const HUNDREDS =
  'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
    ' ',
  );
HUNDREDS.forEach((word, position) => {
  VALUES[word] = 100 * (position + 1);
  VALUES[word.replace(/os$/, 'as')] = 100 * (position + 1);
});
Object.assign(VALUES, {
  hundred: 100,
  thousand: 1000,
  cien: 100,
  mil: 1000,
  dozen: 12,
  docena: 12,
  a: 1,
  an: 1,
  un: 1,
  una: 1,
});

/** Words that are numbers only where a unit follows: "one of our", "once you", "a day". */
const NEEDS_UNIT = new Set(['one', 'a', 'an', 'un', 'una', 'uno', 'once', 'mil', 'zero', 'cero']);
/** What the number before them is multiplied by. */
const MULTIPLIERS = new Set(['hundred', 'thousand', 'mil', 'dozen', 'docena', 'docenas']);
const WORDS = Object.keys(VALUES)
  .filter((word) => !['once', 'zero', 'cero', 'a', 'an'].includes(word))
  .sort((a, b) => b.length - a.length)
  .join('|');
const SEQUENCE = new RegExp(
  `(?<![\\p{L}-])(?:a (?=hundred|thousand|dozen))?(?:${WORDS})(?:(?:-| and | y | )(?:${WORDS}))*(?![\\p{L}])`,
  'giu',
);
const HALF =
  /(?<![\p{L}\d])(?:half an? |half-|media |medio )(?=(?:hour|day|year|kilo|lit(?:er|re)|met(?:er|re)|hora|dia|litro|metro)s?\b)/giu;
const AND_A_HALF = /(?<![\d.,])(\d+) (?:and a half|y medi[oa])(?!\p{L})/giu;
/** "One and a half", "una hora y media". */
const ONE_AND_A_HALF =
  /(?<!\p{L})(?:one and a half|an? (\p{L}+) and a half|una? (\p{L}+) y medi[oa])(?!\p{L})/giu;

/** @returns the value of a folded number word, and whether it is one only before a unit; null for another word. */
export function numberWord(word: string): { value: number; needsUnit: boolean } | null {
  const value = Object.hasOwn(VALUES, word) ? VALUES[word] : undefined;
  return value === undefined ? null : { value, needsUnit: NEEDS_UNIT.has(word) };
}

/** Number words that make one number, in digits: `twenty-four` is `24`, `doscientos cincuenta` is `250`. Its length changes. */
export function joinNumberWords(text: string): string {
  return text
    .replace(ONE_AND_A_HALF, (_, english?: string, spanish?: string) =>
      `1.5 ${english ?? spanish ?? ''}`.trimEnd(),
    )
    .replace(SEQUENCE, (whole) => {
      const words = whole.toLowerCase().split(/[-\s]/);
      const value = words.length < 2 ? null : valueOfSequence(words);
      return value === null ? whole : String(value);
    })
    .replace(
      /(?<!\p{L})(two|three|four|five|six|dos|tres|cuatro|cinco|seis) (?=and a half|y medi[oa])/giu,
      (_, word: string) => `${VALUES[word.toLowerCase()]} `,
    )
    .replace(AND_A_HALF, '$1.5')
    .replace(HALF, '0.5 ');
}

/** @returns null for words that are numbers beside each other ("two three"), or in a form that numbers do not have. */
function valueOfSequence(words: string[]): number | null {
  let total = 0;
  let current = 0;
  let last = '';
  for (const word of words) {
    if (word === 'and' || word === 'y') {
      if (word === 'and' ? !/^(?:hundred|thousand)$/.test(last) : current % 100 < 30 || current % 10 !== 0)
        return null;
      last = word;
      continue;
    }
    const value = VALUES[word];
    if (value === undefined) return null;
    if (MULTIPLIERS.has(word)) {
      if (current === 0 && last !== '') return null;
      const product = (current || 1) * value;
      if (value === 1000) total += product;
      current = value === 1000 ? 0 : product;
    } else {
      const room = value >= 100 ? current === 0 : value >= 20 ? current % 100 === 0 : current % 10 === 0;
      const fits = value >= 10 && value < 20 ? current % 100 === 0 : current % 10 === 0;
      if (!room || !fits || (last !== '' && current === 0 && total === 0)) return null;
      current += value;
    }
    last = word;
  }
  return /^(?:and|y)$/.test(last) ? null : total + current;
}
