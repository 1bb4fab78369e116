import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSize } from './color-and-size-words.ts';
import { splitOptions } from './split-options.ts';

const split = (options: string[], known = {}) =>
  splitOptions(
    options.map((option) => ({ option })),
    known,
  );

describe('sizes', () => {
  it.each([
    ...[
      'S',
      '3XL',
      'XXL',
      '2XS',
      'X-Large',
      'S/M',
      'M-L',
      'One Size',
      'EU 42',
      'UK 8.5',
      '7.5',
      '1000 ml',
      '30 L',
    ],
    ...['60 x 40 cm', 'Talla única', 'W32 L34', '2 person', '6-12 months', 'Extra Large', 'Mediana'],
  ])('are told by how they are written: %s', (size) => {
    expect(isSize(size)).toBe(true);
  });

  it.each(['Red', 'US', 'Regular', '100% wool', 'Pack of 2', 'Long', ''])('are not %j', (text) => {
    expect(isSize(text)).toBe(false);
  });
});

describe('splitOptions', () => {
  it('tells colors from sizes by their words, in either order', () => {
    expect(split(['Red / S', 'Midnight / S', 'Forest green / XL'])).toEqual([
      { color: 'Red', size: 'S' },
      { color: 'Midnight', size: 'S' },
      { color: 'Forest green', size: 'XL' },
    ]);
    expect(split(['EU 42 - Azul marino', 'EU 43 - Negro'])[0]).toEqual({
      size: 'EU 42',
      color: 'Azul marino',
    });
    expect(split(['Talla única', 'Talla única'])[0]).toEqual({ size: 'Talla única' });
    expect(split(['Black / White', 'Red / White'])[0]).toEqual({ color: 'Black / White' });
    expect(split(['60 x 40 cm', '90 x 60 cm'])[0]).toEqual({ size: '60 x 40 cm' });
  });

  it('believes the product’s other data before any word', () => {
    const known = { flavor: ['Mint', 'Lime'], weight: ['250 g', '1 kg'] };
    expect(split(['Mint, 250 g', 'lime, 1 kg'], known)).toEqual([
      { flavor: 'Mint', weight: '250 g' },
      { flavor: 'lime', weight: '1 kg' },
    ]);
  });

  it('keeps the part that nothing tells under its own name', () => {
    expect(split(['M / Regular', 'L / Tall'])).toEqual([
      { size: 'M', option: 'Regular' },
      { size: 'L', option: 'Tall' },
    ]);
  });

  it('leaves what it cannot tell, and what does not fit together, as it is', () => {
    for (const options of [
      ['Gift card', 'Voucher'],
      ['Oak / Long / Left', 'Ash / Short / Right'],
      ['Red / S', 'Whatever'],
    ])
      expect(split(options)).toEqual(options.map((option) => ({ option })));
    const named = [{ option: 'Red / S', color: 'Crimson' }];
    expect(splitOptions(named, {})).toEqual([{ color: 'Crimson', option: 'Red', size: 'S' }]);
  });

  it('names options whose names were lost', () => {
    expect(splitOptions([{ 'option 1': 'Red', 'option 2': 'M' }, { 'option 1': 'Blue' }], {})).toEqual([
      { color: 'Red', size: 'M' },
      { color: 'Blue' },
    ]);
  });

  it('loses no word, whatever the options are', () => {
    const option = fc.string({ unit: fc.constantFrom(...'Red /S-|,; 42'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(option, { maxLength: 5 }), (options) => {
        const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
        const result = split(options);
        expect(result.map((attributes) => letters(Object.values(attributes).join('')))).toEqual(
          options.map(letters),
        );
      }),
    );
  });
});
