import { describe, expect, it } from 'vitest';
import { cleanPart, sentenceKey } from './clean-part.ts';

const clean = (text: string, citations: unknown = [1]) => cleanPart({ text, citations }, 3, 'en');

describe('cleanPart', () => {
  it.each([
    ['Boots are waterproof [1].', 'Boots are waterproof.'],
    ['Boots are waterproof.[1][2]', 'Boots are waterproof.'],
    ['Boots are waterproof [1, 2]【3†source】.', 'Boots are waterproof.'],
    ['- **Boots** are waterproof.', 'Boots are waterproof.'],
    ['Boots [leather] cost $5 (in 2 colors).', 'Boots [leather] cost $5 (in 2 colors).'],
    ['Price: $129.00; Size: 5*2 cm', 'Price: $129.00; Size: 5*2 cm'],
  ])('reads %s', (text, expected) => {
    expect(clean(text)).toEqual([{ text: expected, citations: [0] }]);
  });

  it('makes a sentence of each, with the same citations', () => {
    expect(clean('Returns cost $1.50. They take 5 days!', [2, 3, 2])).toEqual([
      { text: 'Returns cost $1.50.', citations: [1, 2] },
      { text: 'They take 5 days!', citations: [1, 2] },
    ]);
  });

  it.each([
    [[3, 0, -1, 4, 1.5, null, {}], [2]],
    [
      ['2', '[3]', 'x', '1.5'],
      [1, 2],
    ],
    [2, [1]],
  ])('of the citations %j keeps those of passages', (citations, expected) => {
    expect(clean('Yes.', citations)).toEqual([{ text: 'Yes.', citations: expected }]);
  });

  it('takes the marks in the text where the list is missing', () => {
    expect(cleanPart({ text: 'Yes [2].', citations: undefined }, 3, 'en')).toEqual([
      { text: 'Yes.', citations: [1] },
    ]);
  });

  it.each([
    ['Yes.', [9], 'no-valid-citation'],
    ['Yes.', [], 'no-valid-citation'],
    [' [1] ', [1], 'empty'],
    ['[link]', [1], 'empty'],
    ['See https://a.example', [1], 'link'],
  ])('drops %j citing %j', (text, citations, reason) => {
    expect(clean(text, citations)).toBe(reason);
  });
});

describe('sentenceKey', () => {
  it('is the same for the same words, and not for another number or sign', () => {
    expect(sentenceKey('It costs $5.50!')).toBe(sentenceKey('it costs  $5.50'));
    expect(sentenceKey('It costs $5.50')).not.toBe(sentenceKey('It costs $55.0'));
    expect(sentenceKey('Down to -5 C')).not.toBe(sentenceKey('Down to 5 C'));
  });
});
