import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainOfDiminutive } from './spanish-diminutive.ts';

it.each([
  ['chamarritas', 'chamarras'],
  ['movilito', 'movil'],
  ['zapatitos', 'zapatos'],
  ['cafecito', 'cafe'],
  ['tacita', 'taza'],
  ['cochecito', 'coche'],
  ['barquito', 'barco'],
  ['lucecita', 'luz'],
  ['papelitos', 'papeles'],
  ['baratisimo', 'barato'],
])('reads "%s" as "%s"', (word, plain) => expect(plainOfDiminutive(word)).toBe(plain));

it('leaves what is no form of a known word', () => {
  for (const word of ['xylkrito', 'kit', 'limite', 'kritito']) expect(plainOfDiminutive(word)).toBeNull();
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (word) => void plainOfDiminutive(word)));
});
