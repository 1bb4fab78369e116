import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOrder, readEnclitic } from './spanish-clitics.ts';

it.each([
  ['cancélenmelo', 'me lo', 'cancelen'],
  ['devuelvanme', 'me', 'devuelvan'],
  ['devolvedme', 'me', 'devolved'],
  ['dámelo', 'me lo', 'da'],
  ['dime', 'me', 'di'],
  ['guardarmelo', 'me lo', 'guardar'],
  ['regresarles', 'les', 'regresar'],
  ['comprándola', 'la', 'comprando'],
])('reads the pronouns of "%s"', (word, pronouns, verb) =>
  expect(readEnclitic(word)).toEqual({ pronouns, verb }),
);

it.each([
  'tomate',
  'paquete',
  'chocolate',
  'parte',
  'modelo',
  'regalo',
  'cable',
  'papeles',
  'sandalias',
  'artículos',
  'teléfonos',
  'pétalos',
  'tarjeta',
])('finds none in "%s"', (word) => expect(readEnclitic(word)).toBeNull());

it('tells an order from an infinitive', () => {
  const order = readEnclitic('mándenme');
  const infinitive = readEnclitic('mandarme');
  expect(order !== null && isOrder(order)).toBe(true);
  expect(infinitive !== null && isOrder(infinitive)).toBe(false);
});

it('takes nothing away but what hangs at the end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (word) => {
      const read = readEnclitic(word);
      if (read !== null)
        expect(read.verb + read.pronouns.replace(' ', '')).toHaveLength(
          word.normalize('NFKD').replace(/\p{M}+/gu, '').length,
        );
    }),
  );
});
