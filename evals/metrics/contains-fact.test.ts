import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsFact } from './contains-fact.ts';
import { normaliseText } from './normalise-text.ts';

describe('containsFact', () => {
  it.each([
    ['We can’t accept WORN  items.', "can't accept worn items"],
    ['It takes 5 – 7 days', '5-7 days'],
    ['It takes 5–7\u202Fdays', '5 - 7 days'],
    ['It costs $129.00.', '$129'],
    ['It costs $129', '$129.00'],
    ['It costs $1,299.00', '$1299'],
    ['It costs 1\u202F299 €', '1299 €'],
    ['You were refunded', 'refund'],
    ['La chaqueta cuesta «129 €»', '"129 €"'],
    ['free ship\u00ADping', 'free shipping'],
    ['Wait 30 days, then ask', '30 days'],
    ['Within 30.', '30'],
    ['Cuesta 1.299,00 €', '1.299 €'],
    ['请在30天内退货', '退货'],
  ])('finds in %j the fact %j', (text, fact) => {
    expect(containsFact(text, fact)).toBe(true);
  });

  it.each([
    ['It takes 130 days', '30 days'],
    ['It takes 300 days', '30'],
    ['It weighs 30.5 g', '30'],
    ['It weighs 30,5 g', '30'],
    ['It weighs 1,30 kg', '30'],
    ['It costs $129.50', '$129'],
    ['It costs $1,299', '$1'],
    ['It costs $1,299', '299'],
    ['unworn items', 'worn'],
    ['the model X30', '30'],
    ['un ano', 'año'],
    ['nothing', '—'],
    ['nothing', ' '],
  ])('does not find in %j the fact %j', (text, fact) => {
    expect(containsFact(text, fact)).toBe(false);
  });

  it('finds a later whole occurrence behind an earlier partial one', () => {
    expect(containsFact('130 grams or 30 grams', '30 grams')).toBe(true);
  });

  it('finds any word of a text and is not moved by case or spacing', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(), (words, pick) => {
        const fact = words[pick % words.length] ?? '';
        return containsFact(words.join(' \n ').toUpperCase(), fact);
      }),
    );
  });
});

describe('normaliseText', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });
  it('keeps accents and decimals', () => {
    expect(normaliseText('Año 1.299, 2.5')).toBe('año 1.299, 2.5');
  });
  it('joins every group of a long number', () => {
    expect(normaliseText('1,234,567.00 and 1,23')).toBe('1234567 and 1,23');
  });
});
