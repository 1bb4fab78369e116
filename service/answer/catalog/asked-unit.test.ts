import { describe, expect, it } from 'vitest';
import { askedUnits } from './asked-unit.ts';

const states = (question: string, value: string) =>
  askedUnits(question).some((unit) => unit.states(value, 'en'));

describe('the unit that a question asks for', () => {
  it('is stated in whatever unit of the same measure', () => {
    expect(states('air fryer how many quarts', '5.8 qt')).toBe(true);
    expect(states('rice cooker capacity in liters', '64 oz')).toBe(true);
    expect(states('air fryer how many quarts', '1700 W')).toBe(false);
  });

  it('may be a thing that is counted', () => {
    expect(states('how many cups does it make', '6 cup, 10 cup')).toBe(true);
    expect(states('how many bulbs do I get', '25 bulbs')).toBe(true);
    expect(states('how many people work here', '25 bulbs')).toBe(false);
  });

  it('is none of "in the box"', () => {
    expect(askedUnits('what is in the box')).toEqual([]);
  });
});
