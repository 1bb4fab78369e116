import fc from 'fast-check';
import { expect, it } from 'vitest';
import { respell } from './respell.ts';

it.each([
  ['debolber', 'devolver'],
  ['keda', 'queda'],
  ['vateria', 'bateria'],
  ['enbio', 'envio'],
  ['kanselar', 'cancelar'],
  ['avrigo', 'abrigo'],
  ['sapato', 'zapato'],
  ['ueco', 'hueco'],
  ['yave', 'llave'],
])('hears "%s" as "%s"', (word, meant) => expect(respell(word)).toBe(meant));

it.each(['frenax', 'norvik', 'voltamex', 'balata', 'kit'])('leaves "%s"', (word) =>
  expect(respell(word)).toBeNull(),
);

it('ends for any word', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'bvkszcylljgnmhw'), maxLength: 24 }),
      (word) => void respell(word),
    ),
  );
});
