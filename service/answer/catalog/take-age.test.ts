import { expect, test } from 'vitest';
import { takeAge } from './take-age.ts';

const vocabulary = {
  attributes: new Map([['edad', ['edad']]]),
  values: new Map(
    ['3+', '5-7', '10 meses+', '8+', 'birth', 'roja'].map((value) => [value, [{ attribute: 'edad', value }]]),
  ),
};

test.each([
  ['regalo para una nina de 5 anos', ['8+']],
  ['a toy for a 6-year-old', ['8+']],
  ['a toy for a baby of 11 months', ['3+', '5-7', '8+']],
  ["something for my son, he's 9", ['5-7']],
  ['a puzzle for ages 8', undefined],
])('%s: not what is for others', (text, not) => {
  expect(takeAge(text, vocabulary).not.edad).toEqual(not);
});

test('a guarantee of 5 years is no age, nor is a price', () => {
  for (const text of ['a lamp with 5 years guarantee', 'bikes under 500', 'boots size 5'])
    expect(takeAge(text, vocabulary)).toEqual({ not: {}, rest: text });
});

test('takes what it has read out of the text', () => {
  expect(takeAge('gift for a 4 year old girl', vocabulary).rest).toBe('gift for a |||||||||||||||');
});
