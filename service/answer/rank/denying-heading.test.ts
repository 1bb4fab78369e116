import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denyingHeading } from './denying-heading.ts';

const under = (heading: string, text: string, own = {}) =>
  denyingHeading(text, { heading: ['Returns', heading], shape: 'prose', kind: 'policy', ...own });

describe('denyingHeading', () => {
  it.each([
    ["What we can't take back", 'Opened pillows.'],
    ['What we can’t take back', 'Pillows, once their seal is not whole any more.'],
    ["What can't I return?", 'Gift cards'],
    ['Exceptions', 'Items marked Last Chance, unless they arrive damaged.'],
    ['Not covered', 'Stains and pet damage'],
    ['Non-returnable items', 'Underwear'],
    ['Artículos excluidos', 'Ropa interior y bañadores.'],
    ['Qué no se puede devolver', 'Tarjetas regalo.'],
  ])('is "%s" of "%s"', (heading, text) => {
    expect(under(heading, text)).toBe(heading);
  });

  it.each([
    ['What we take back', 'Opened pillows.'],
    ['Exclusive offers', 'Two pillows for $50.'],
    ["What we can't take back", 'Opened pillows cannot be returned.'],
    ["What we can't take back", 'We keep opened pillows out of the shop.'],
    ["Where we don't deliver", 'For Spain, see the Spanish page.'],
    ["Can't find your size?", 'Larger sizes on request.'],
    ['What if it does not arrive?', 'Ten days after the last scan.'],
    ['Qué no se puede devolver', 'Las tarjetas regalo no se devuelven.'],
  ])('is none where "%s" turns nothing round in "%s"', (heading, text) => {
    expect(under(heading, text)).toBeNull();
  });

  it('is none of a product, of a row, or where there is no heading', () => {
    expect(under('Not included', 'Batteries', { kind: 'product' })).toBeNull();
    expect(under('Not covered', 'Part: battery; Years: 1', { shape: 'rows' })).toBeNull();
    expect(under('Not covered', 'Batteries', { heading: [] })).toBeNull();
  });

  it('is the heading as it stands, or none, of any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (heading, text) => {
        expect([heading, null]).toContain(under(heading, text));
      }),
    );
  });
});
