import { describe, expect, it } from 'vitest';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { calledAs } from './called-as.ts';

const place = (name: string, category: string | null, kind: string, locale = 'en') =>
  calledAs({ name, category }, locale, new Set(lexemes(kind, locale)));

describe('how plainly a product is of a kind', () => {
  it.each([
    ['Feather Pro Fry Pan 11 in', 'Cookware > Nonstick', 'pan', 2],
    ['Tonal P88 Furniture', 'Keys > Digital pianos', 'pianos', 2],
    ['Birch Knife Block', 'Knives', 'knife', 1],
    ['Padded Gig Bag for Guitar', 'Accessories > Cases', 'guitar', 1],
    ['Clarinet Reeds Box of 10', 'Accessories > Reeds', 'clarinet', 1],
    ['Bramley Busker', 'Amplifiers > Guitar', 'guitar', 1],
    ['Phosphor Bronze Strings Light', 'Accessories > Strings', 'strings', 2],
    ['Tundra Leather Boot', 'Footwear', 'tent', 0],
  ])('%s of %s as a %s: %i', (name, category, kind, expected) => {
    expect(place(name, category, kind)).toBe(expected);
  });

  it('has the first noun for the thing in Spanish', () => {
    expect(place('Molinillo de café Aldo', 'Molinillos', 'molinillo', 'es')).toBe(2);
    expect(place('Molinillo de café Aldo', 'Molinillos', 'café', 'es')).toBe(1);
  });
});
