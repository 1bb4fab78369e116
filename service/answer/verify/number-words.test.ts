import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinNumberWords } from './number-words.ts';

it.each([
  ['twenty-four hours', '24 hours'],
  ['two hundred and fifty grams', '250 grams'],
  ['doscientos cincuenta euros', '250 euros'],
  ['dos mil quinientos', '2500'],
  ['two and a half years', '2.5 years'],
  ['media hora', '0.5 hora'],
  ['una hora y media', '1.5 hora'],
  ['two dozen eggs', '24 eggs'],
  ['five and ten', 'five and ten'],
  ['two three', 'two three'],
  ['once you order', 'once you order'],
])('%s is %s', (text, expected) => {
  expect(joinNumberWords(text)).toBe(expected);
});

it('reads every number below 1,000 as it is written in words', () => {
  const ones =
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
  const below100 = (n: number): string =>
    n < 20
      ? (ones[n - 1] ?? '')
      : `${tens[Math.floor(n / 10) - 2]}${n % 10 === 0 ? '' : `-${ones[(n % 10) - 1]}`}`;
  fc.assert(
    fc.property(fc.integer({ min: 101, max: 999 }), (n) => {
      const rest = n % 100 === 0 ? '' : ` and ${below100(n % 100)}`;
      expect(joinNumberWords(`${ones[Math.floor(n / 100) - 1]} hundred${rest} of them`)).toBe(`${n} of them`);
    }),
  );
});
