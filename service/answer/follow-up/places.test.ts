import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaces } from './places.ts';

const placesIn = (text: string) => findPlaces(text).map(({ start, end }) => text.slice(start, end));

describe('findPlaces', () => {
  it.each([
    ['Do you deliver to the Canary Islands?', ['the Canary Islands']],
    ['¿Cuánto tarda el envío a la Península?', ['la Península']],
    ['and from the U.S. to Côte d’Ivoire', ['the U.S', 'Côte d’Ivoire']],
    ['what about shipping to US or in New York?', ['US', 'New York']],
    ['envíos a EE.UU. y a Perú', ['EE.UU', 'Perú']],
    // What a store's pages are searched by is what a follow-up may name.
    ['is there a shop in Manchester?', ['Manchester']],
    ['¿tenéis tienda en Sevilla?', ['Sevilla']],
    ['do you ship to Asia or to the European Union', ['Asia', 'the European Union']],
  ])('finds, with articles, those of "%s"', (text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  it.each(['Is turkey in stock?', 'the jersey is red', 'give us a call', 'for international orders'])(
    'finds none in "%s"',
    (text) => expect(placesIn(text)).toEqual([]),
  );

  it.each(['Turkey', 'Jersey?', '¿Madrid?'])('takes "%s" alone for a place', (text) => {
    expect(placesIn(text)).toEqual([text.replace(/[¿?]/g, '')]);
  });

  it('gives spans within the text, in order and none overlapping', () => {
    const words = fc.constantFrom('to', 'a', 'la', 'new', 'york', 'Perú', 'US', 'EE.UU.', '🇪🇸', 'Islas Canarias', 'ﬁn', '’', '12'); // biome-ignore format: a list
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' }))), (said) => {
        const text = said.join(' ');
        let after = 0;
        for (const { start, end } of findPlaces(text)) {
          expect(start).toBeGreaterThanOrEqual(after);
          expect(end).toBeGreaterThan(start);
          after = end;
        }
        expect(after).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
