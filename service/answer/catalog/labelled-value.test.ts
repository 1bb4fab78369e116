import { expect, test } from 'vitest';
import { labelledValue } from './labelled-value.ts';
import type { Vocabulary } from './vocabulary.ts';

const values = [
  'nib\n18 ct gold, f',
  'nib\ngold-plated steel, m',
  'colour\ngold',
  'plumín\noro, f',
  'strap\nbrown leather',
];
const vocabulary = {
  locale: 'en',
  attributes: new Map([
    ['nib', ['nib']],
    ['plumin', ['plumín']],
    ['strap', ['strap']],
    ['colour', ['colour']],
  ]),
  valueCounts: new Map(values.map((key) => [key, 1])),
} as unknown as Vocabulary;

function read(text: string, word: string) {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: one, index }) => ({
    text: one,
    start: index,
    end: index + one.length,
  }));
  const at = words.findIndex((one) => one.text === word);
  const found = labelledValue(text, words, at, vocabulary);
  return found === null || 'brand' in found
    ? null
    : {
        said: found.said,
        values: found.entries.map(({ value }) => value),
        read: text.slice(found.start, found.end),
      };
}

test.each([
  ['a pen with a gold nib', 'gold', { said: 'gold', values: ['18 ct gold, f'], read: 'gold nib' }],
  ['a pen with a real gold nib', 'gold', { said: 'gold', values: ['18 ct gold, f'], read: 'gold nib' }],
  [
    'watches with leather straps',
    'leather',
    { said: 'leather', values: ['brown leather'], read: 'leather straps' },
  ],
  ['pluma con plumin de oro', 'plumin', { said: 'oro', values: ['oro, f'], read: 'plumin de oro' }],
])('%s: of that attribute', (text, word, expected) => {
  expect(read(text, word)).toEqual(expected);
});

test.each([
  ['a gold nib', 'gold'],
  ['a pen with a gold cap', 'gold'],
  ['a pen with a copper nib', 'copper'],
  ['a gold pen with a nib', 'gold'],
])('%s: nothing', (text, word) => {
  expect(read(text, word)).toBeNull();
});
