import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { conceptAt } from './thesaurus.ts';

const at = (text: string, position = 0) => conceptAt(text.split(' '), position);
const concept = (text: string) => at(text)?.concept;

describe('conceptAt', () => {
  it('knows that two names mean one thing, across languages too', () => {
    expect(concept('refund')).toBeDefined();
    expect(concept('refund')).toBe(concept('money back'));
    expect(concept('refund')).toBe(concept('reembolso'));
    expect(concept('sofa')).toBe(concept('couch'));
    expect(concept('portatil')).toBe(concept('laptop'));
    expect(concept('refund')).not.toBe(concept('warranty'));
    expect(concept('walnut')).toBeUndefined();
  });

  it('tells what is cheaper elsewhere from the cheapest of a kind', () => {
    expect(at('mas barato en otra tienda')?.concept.name.en).toBe('pricematch');
    expect(at('mas barato que tengan en rojo')).toBeNull();
  });

  it('knows what is kept for somebody from what waits', () => {
    expect(at('put my subscription on hold')?.concept).toBe(concept('pause'));
    expect(at('on hold')?.concept).toBe(concept('pause'));
    expect(at('hold a lamp for me')?.concept).toBe(concept('reserve'));
    expect(concept('hold')).toBeUndefined();
  });

  it('takes no word of asking for a thing', () => {
    expect(concept('whats')).toBeUndefined();
    expect(concept('tienen whats')).toBe(concept('whatsapp'));
  });

  it('takes the longest phrase, and up to two words within one', () => {
    expect(at('gift card please')?.positions).toEqual([0, 1]);
    expect(concept('gift card')).not.toBe(concept('gift'));
    expect(at('send it back')?.positions).toEqual([0, 2]);
    expect(at('send the boots back')?.positions).toEqual([0, 3]);
    expect(at('send the red boots back')).toBeNull();
    expect(at('we mandar esto de vuelta', 1)?.positions).toEqual([1, 3, 4]);
  });

  it('knows the forms of Spanish verbs and plurals, without accents', () => {
    for (const form of ['devolveis', 'devuelvan', 'devolverlo', 'devolviendo'])
      expect(concept(form), form).toBe(concept('devolver'));
    expect(concept('cambiais')).toBe(concept('cambio'));
    expect(concept('chaquetas')).toBe(concept('jacket'));
    expect(at('me ingresan el dinero', 1)?.concept).toBe(concept('reembolso'));
    expect(at('no hay nadie')?.positions).toEqual([0, 1, 2]);
  });

  it('takes no form for a verb that is another thing, a function word or listed elsewhere', () => {
    expect(concept('cobrais')).toBe(concept('precio'));
    expect(concept('cobre')).toBeUndefined();
    expect(concept('mando')).toBeUndefined();
    expect(concept('page')).toBeUndefined();
    expect(concept('abierto')).toBe(concept('horario'));
  });

  it('reads a contraction as the analysis leaves it', () => {
    expect(at('hasn t arrived')?.positions).toEqual([0, 2]);
    expect(concept('hasn t arrived')).toBe(concept('hasnt arrived'));
    expect(concept('doesn t work')).toBe(concept('faulty'));
  });

  it('keeps the lexemes under which a text is indexed', () => {
    for (const [word, locale] of [
      ['deliveries', 'en'],
      ['entregas', 'es'],
    ] as const) {
      const [lexeme = ''] = lexemes(word, locale);
      expect(concept('shipping')?.lexemes.has(lexeme)).toBe(true);
    }
  });

  it('finds within the text, in order, and only words that it has been given', () => {
    const word = fc.constantFrom(
      'send',
      'back',
      'get',
      'my',
      'money',
      'gift',
      'card',
      'pay',
      'in',
      'constructor',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.nat(8), (words, from) => {
        const found = conceptAt(words, from);
        if (found === null) return;
        expect(found.positions[0]).toBe(from);
        expect(found.positions).toEqual([...new Set(found.positions)].sort((a, b) => a - b));
        expect(found.positions.at(-1)).toBeLessThan(words.length);
      }),
    );
  });

  it('takes no part of a compound for the whole: what is free is not paid in installments', () => {
    const installments = conceptAt(['installments'], 0)?.concept.lexemes;
    expect(installments).toContain('interestfree');
    expect(installments).not.toContain('free');
    expect(conceptAt(['gift', 'wrap'], 0)?.concept.lexemes).not.toContain('gift');
  });
});
