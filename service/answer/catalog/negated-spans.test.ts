import { describe, expect, it } from 'vitest';
import { fold } from '../../../ingest/analysis/stem.ts';
import { negatedSpans, withoutNegated } from './negated-spans.ts';

const unwanted = (question: string) =>
  negatedSpans(fold(question)).map(({ start, end }) => question.slice(start, end));

describe('what a question names as not wanted', () => {
  it.each([
    ['a good kitchen knife under 100 bucks, not a bread knife tho', 'bread knife'],
    ['frying pan for steaks, NOT nonstick, below $60', 'nonstick'],
    ["lock that isn't a cable", 'cable'],
    ['anything but leather boots', 'leather boots'],
    ['non electric kettle', 'electric'],
    ['patinete que no sea eléctrico', 'eléctrico'],
    ['bloques de madera, no imanes', 'imanes'],
  ])('%s: %s', (question, said) => {
    expect(unwanted(question)).toEqual([said]);
  });

  it.each([
    'my kettle is not working',
    'not sure which one to buy',
    'what if it does not fit',
    'tent for 4 that is not too heavy',
    'non-stick pan',
    'nothing over 50 dollars',
    'no me funciona',
  ])('finds nothing in: %s', (question) => {
    expect(unwanted(question)).toEqual([]);
  });

  it('is taken out of what calls products by name', () => {
    const question = 'guitar strings, not nickel';
    expect(withoutNegated(question, fold(question))).toBe('guitar strings, not       ');
  });
});
