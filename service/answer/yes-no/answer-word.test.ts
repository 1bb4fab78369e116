import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerWord } from './answer-word.ts';
import type { QuoteContext } from './reading.ts';

const under = (...headings: string[]): QuoteContext => ({ headings, locale: 'en', product: null });

describe('answerWord', () => {
  it('compares limits in other units: a year is more than 60 days', () => {
    const quote = 'Unworn items can be returned within 60 days of delivery.';
    expect(answerWord('A full year for returns, right?', quote, under('Returns'), 'en')).toBe('no');
  });

  it('keeps a condition that the question does not make', () => {
    const quote = 'Shipping is free if you are a Trail Club member.';
    expect(answerWord('Is shipping free?', quote, under('Shipping'), 'en')).toBeNull();
    expect(answerWord('Is shipping free if I am a Trail Club member?', quote, under('Shipping'), 'en')).toBe(
      'yes',
    );
  });

  it('says no to what stands under a heading that denies it, and nothing to more than that', () => {
    const above = under('Return policy', 'What we cannot accept:');
    expect(answerWord('Can I return opened bulbs?', 'Opened bulbs.', above, 'en')).toBe('no');
    expect(
      answerWord('Can I return opened bulbs?', 'What we cannot accept – Opened bulbs.', above, 'en'),
    ).toBe('no');
    expect(answerWord('Can I return bulbs?', 'Opened bulbs.', above, 'en')).toBeNull();
    expect(answerWord('Can I return unopened bulbs?', 'Opened bulbs.', above, 'en')).toBeNull();
    expect(answerWord('Is it free?', 'Opened bulbs.', under('Exceptions'), 'en')).toBeNull();
    const arriba = { ...under('Devoluciones', 'Lo que no podemos aceptar:'), locale: 'es' };
    expect(answerWord('¿Puedo devolver bombillas abiertas?', 'Bombillas abiertas.', arriba, 'es')).toBe('no');
  });

  it('says no to one item of a list after a label that denies it, and nothing to a part of one', () => {
    const quote = 'Not accepted: Checks, money orders, cash on delivery and cryptocurrency';
    const ask = (question: string): string | null => answerWord(question, quote, under('Ways to pay'), 'en');
    expect(ask('Can I pay with crypto?')).toBe('no');
    expect(ask('Do you accept checks?')).toBe('no');
    expect(ask('Can I pay cash?')).toBeNull();
    expect(ask('Can I pay by card?')).toBeNull();
    const pago = { ...under('Formas de pago'), locale: 'es' };
    const negado = 'No aceptamos: cheques ni criptomonedas.';
    expect(answerWord('¿Puedo pagar con cheque?', negado, pago, 'es')).toBe('no');
  });

  it('forbids nothing that is only said of the things that are not taken', () => {
    const quote = "We can't accept items that have been worn outdoors or washed.";
    const above = under('Returns & Exchanges', 'What condition must it be in?');
    expect(answerWord('Can I wash my boots?', quote, above, 'en')).toBeNull();
    expect(answerWord('Can I return a worn jacket?', quote, above, 'en')).not.toBe('yes');
  });

  it('reads a row whose first column has no name', () => {
    const row = 'Frame; Years: 10; Transferable: yes';
    const asked = 'Is the warranty on the frame transferable?';
    expect(answerWord(asked, row, under('Warranty by part'), 'en')).toBe('yes');
    expect(answerWord(asked, row.replace('yes', 'no'), under('Warranty by part'), 'en')).toBe('no');
  });

  it('takes nothing for granted under a heading for some', () => {
    expect(answerWord('Is shipping free?', 'Shipping is free.', under('Wholesale'), 'en')).toBeNull();
    expect(answerWord('Is shipping free?', 'Shipping is free.', under('Shipping'), 'en')).toBe('yes');
  });

  it('does not take what is denied outside a place for what is denied in it', () => {
    const quote = 'We do not ship outside the United States and Canada.';
    expect(answerWord('Do you ship to Canada?', quote, under('Shipping'), 'en')).toBeNull();
  });

  it('does not take a thing for one whose name begins alike', () => {
    const quote = 'Violins are in stock.';
    expect(answerWord('Are violas in stock?', quote, under('Strings'), 'en')).toBeNull();
  });

  it('says yes to a warranty of the years that the quote gives it, and no to others', () => {
    const years = fc.integer({ min: 2, max: 30 });
    fc.assert(
      fc.property(years, years, (asked, stated) => {
        const word = answerWord(
          `Is the warranty ${asked} years?`,
          `The warranty lasts ${stated} years.`,
          under('Warranty'),
          'en',
        );
        expect(word).toBe(asked === stated ? 'yes' : 'no');
      }),
    );
  });

  it('turns with the quote’s negation, and says nothing for another place', () => {
    const place = fc.constantFrom('Canada', 'Spain', 'Japan', 'Brazil', 'Norway', 'Kenya');
    fc.assert(
      fc.property(place, place, fc.boolean(), (asked, stated, denied) => {
        const quote = denied ? `We do not ship to ${stated}.` : `We ship to ${stated}.`;
        const word = answerWord(`Do you ship to ${asked}?`, quote, under('Shipping'), 'en');
        expect(word).toBe(asked !== stated ? null : denied ? 'no' : 'yes');
      }),
    );
  });

  it('bears any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '?', '¿No?', 'Color: ', ': yes'),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom('en', 'es'), (question, quote, locale) => {
        expect(['yes', 'no', null]).toContain(
          answerWord(question, quote, { ...under(quote), locale }, locale),
        );
      }),
    );
  });
});
