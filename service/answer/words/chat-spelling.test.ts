import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spellOut } from './chat-spelling.ts';

it.each([
  ['wat r ur hrs', 'what are your hours'],
  ['do u ship 2 canada', 'do you ship 2 canada'],
  ['r u open sat', 'are you open saturday'],
  ['gonna need it tmrw', 'going to need it tomorrow'],
])('writes out "%s"', (typed, meant) => expect(spellOut(typed, 'en')).toBe(meant));

it.each([
  ['qnto cobran x cambiarlo', 'cuánto cobran por cambiarlo'],
  ['d q color es', 'de que color es'],
  ['tb hay en azul', 'también hay en azul'],
  ['cm se limpia', 'cómo se limpia'],
  ['cancelenmelo porfa', 'me lo cancelen por favor'],
  ['les compré 35 mil', 'les compré 35000'],
  ['de menos de 1.5 mil o 2 mil 500', 'de menos de 1500 o 2500'],
])('writes out the Spanish "%s"', (typed, meant) => expect(spellOut(typed, 'es')).toBe(meant));

it.each([
  ['size R', 'en'],
  ['is it 5 x 7', 'en'],
  ['a sun hat', 'en'],
  ['talla s', 'es'],
  ['mide 20 cm', 'es'],
  ['3 x 4 m', 'es'],
  ['mail me at u@r.example', 'en'],
  ['wo ist mein Paket', 'de'],
])('leaves sizes, units, names and other languages: "%s"', (typed, locale) =>
  expect(spellOut(typed, locale)).toBe(typed),
);

it('changes nothing more the second time', () => {
  const word = fc.constantFrom('u', 'ur', 'wat', 'q', 'x', 'talla', 's', '20', 'cm', 'the', 'sat', 'on');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom('en', 'es'), (words, locale) => {
      const once = spellOut(words.join(' '), locale);
      expect(spellOut(once, locale).split(' ').length).toBeGreaterThanOrEqual(words.length === 0 ? 0 : 1);
      expect(once.split(/\s+/).length).toBeGreaterThanOrEqual(words.join(' ').split(/\s+/).length);
    }),
  );
});
