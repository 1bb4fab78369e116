import { expect, it } from 'vitest';
import { spanishAdjectiveForms, spanishNounForms, stemsOfBothNumbers } from './spanish-noun-forms.ts';

it.each([
  ['chaqueta', ['chaqueta', 'chaquetas']],
  ['ordenador', ['ordenador', 'ordenadores']],
  ['vez', ['vez', 'veces']],
  ['plazos', ['plazos']],
])('makes the plural of %s', (noun, forms) => expect(spanishNounForms(noun)).toEqual(forms));

it('makes the feminine of adjectives, without accents', () => {
  expect(spanishAdjectiveForms('rápido')).toEqual(['rapido', 'rapidos', 'rapida', 'rapidas']);
  expect(spanishAdjectiveForms('fácil')).toEqual(['facil', 'faciles']);
});

it('knows one noun by the stems of both its numbers', () => {
  const both = (one: string, many: string) =>
    expect([...stemsOfBothNumbers(one)].sort()).toEqual([...stemsOfBothNumbers(many)].sort());
  both('escáner', 'escáneres');
  both('collar', 'collares');
  both('celular', 'celulares');
  expect(stemsOfBothNumbers('escaner').size).toBe(2);
});
