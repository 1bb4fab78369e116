import { describe, expect, it } from 'vitest';
import { besideTheThing } from './beside-the-thing.ts';

function beside(text: string, thing: string, word: string): boolean {
  const start = text.indexOf(thing);
  return besideTheThing(text, [{ start, end: start + thing.length }])(text.indexOf(word));
}

describe('besideTheThing', () => {
  it('tells what a thing is for from what it is', () => {
    expect(beside('a red dress for a wedding', 'dress', 'wedding')).toBe(true);
    expect(beside('a red dress for a wedding', 'dress', 'red')).toBe(false);
    expect(beside('un vestido rojo para una boda', 'vestido', 'boda')).toBe(true);
  });

  it('takes a feature for what was asked for', () => {
    expect(beside('a jacket with a heater', 'jacket', 'heater')).toBe(false);
  });

  it('takes no price limit for a purpose', () => {
    expect(beside('a dress for under fifty', 'dress', 'fifty')).toBe(false);
  });

  it('tells another sentence from the one that names the thing', () => {
    expect(beside('a hosta? nothing grows behind my garage', 'hosta', 'garage')).toBe(true);
    expect(beside('gardening gloves (vegan here)', 'gloves', 'vegan')).toBe(true);
    expect(beside('gardening gloves (vegan here)', 'gloves', 'gardening')).toBe(false);
  });

  it('says so of nothing where no thing is named', () => {
    expect(besideTheThing('something for a wedding', [])(16)).toBe(false);
  });
});
