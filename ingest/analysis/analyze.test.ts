import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, lexemes, numberLexeme } from './analyze.ts';

describe('analyze', () => {
  it('brings forms of a word together, in English and in Spanish', () => {
    expect(lexemes('returns', 'en')).toEqual(lexemes('returned', 'en'));
    expect(lexemes('devolución', 'es')).toEqual(lexemes('devoluciones', 'es'));
    expect(lexemes('devolucion', 'es')).toEqual(lexemes('devoluciones', 'es-mx'));
    expect(lexemes('garantía', 'es')).toEqual(lexemes('garantias', 'es'));
    expect(lexemes('enviais, reparareis, envolveriais', 'es')).toEqual(
      lexemes('enviar reparar envolver', 'es'),
    );
    expect(lexemes('país, seis', 'es')).toEqual(['pais', 'seis']);
  });

  it('drops function words and what contractions leave', () => {
    expect(lexemes("Don't you ship to the U.K.?", 'en')).toEqual(['ship', 'uk', 'k']);
    expect(lexemes('¿Cuánto cuesta el envío?', 'es')).toEqual(['cuest', 'envi']);
    expect(lexemes('según cuando podéis, teneis, tengais, podés, querés', 'es')).toEqual([]);
  });

  it('keeps model numbers whole and in parts', () => {
    expect(lexemes('TR-200 in GORE-TEX', 'en')).toEqual(['tr200', 'tr', '200', 'goretex', 'gore', 'tex']);
    expect(lexemes('A7S, WH-1000XM5s and 30days', 'en')).toEqual([
      'a7s',
      'wh1000xm5s',
      'wh',
      '1000xm5s',
      '30dai',
    ]);
  });

  it('gives every token its place in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of analyze(text, 'en')) {
          expect(text.slice(token.start, token.end).toLowerCase()).toBe(token.word);
        }
      }),
    );
  });
});

describe('numberLexeme', () => {
  it.each([
    ['1,000', '1000'],
    ['1.000', '1000'],
    ['1.299,00', '1299'],
    ['129.00', '129'],
    ['2,5', '2.5'],
    ['10,000.', '10000'],
  ])('reads %s as %s', (written, lexeme) => expect(numberLexeme(written)).toBe(lexeme));
});
