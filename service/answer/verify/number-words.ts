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
const COMPOUND =
  /(?<!\p{L})(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?:-| y | )(one|two|three|four|five|six|seven|eight|nine|uno|una|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)(?!\p{L})/giu;

/** @returns the value of a folded number word, and whether it is one only before a unit; null for another word. */
export function numberWord(word: string): { value: number; needsUnit: boolean } | null {
  const value = Object.hasOwn(VALUES, word) ? VALUES[word] : undefined;
  return value === undefined ? null : { value, needsUnit: NEEDS_UNIT.has(word) };
}

/** `twenty-four` as `24`. Its length changes. */
export function joinNumberWords(text: string): string {
  return text.replace(COMPOUND, (_, tens: string, ones: string) =>
    String((VALUES[tens.toLowerCase()] ?? 0) + (VALUES[ones.toLowerCase()] ?? 0)),
  );
}
