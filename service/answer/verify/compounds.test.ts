import { describe, expect, it } from 'vitest';
import { findWrongCompound, readCompounds } from './compounds.ts';

const keys = (text: string, locale = 'en'): string[] => readCompounds(text, locale).map(({ key }) => key);

describe('readCompounds', () => {
  it.each([
    ['the sale ends on 3/4/2026', 'en', ['date:3-4']],
    ['the sale ends on 3/4/2026', 'en-GB', ['date:4-3']],
    ['la oferta acaba el 3/4/2026', 'es', ['date:4-3']],
    ['2026-04-03', 'en', ['date:4-3']],
    ['from the 3rd to the 12th of April', 'en', ['date:4-3', 'date:4-12']],
    ['del 3 al 12 de abril', 'es', ['date:4-3', 'date:4-12']],
    ['a mediados de mayo', 'es', ['when:mid-5']],
    ['in mid-May', 'en', ['when:mid-5']],
    ['90 cm wide', 'en', ['side:width:mm:900']],
    ['por encima de 16 años', 'es', ['bound:least:month:192', 'bound:least:age:16']],
  ])('%s (%s)', (text, locale, expected) => {
    expect(keys(text, locale)).toEqual(expect.arrayContaining(expected));
  });
});

describe('findWrongCompound', () => {
  const find = (sentence: string, quote: string, locale = 'en') =>
    findWrongCompound({ text: sentence, locale }, [{ text: quote, locale }]);
  it.each([
    ['It takes 5 to 14 days.', 'It takes 5 to 7 days, abroad 10 to 14 days.', true],
    ['It takes 5–7 days.', 'It takes 5 to 7 days, abroad 10 to 14 days.', false],
    ['It takes 5 days.', 'It takes 5 to 7 days.', true],
    ['It takes up to 7 days.', 'It takes 5 to 7 days.', false],
    ['It takes at least 5 days.', 'It takes 5 to 7 days.', false],
    ['From 12 April to 3 May.', 'From 3 April to 12 May.', true],
    ['It is 90 cm wide.', 'It is 200 cm wide and 90 cm high.', true],
    ['It holds at least 2 kg.', 'It holds up to 2 kg.', true],
  ])('%s (%s): wrong is %s', (sentence, quote, wrong) => {
    expect(find(sentence, quote) !== null).toBe(wrong);
  });
});
