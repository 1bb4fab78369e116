import { describe, expect, it } from 'vitest';
import { writtenLanguage, wrongLanguage } from './written-language.ts';

describe('writtenLanguage', () => {
  it.each([
    ['You can return it within 30 days.', 'en'],
    ['Puedes devolverlo en un plazo de 30 días.', 'es'],
    ['Los gastos de envío no se reembolsan.', 'es'],
    ['Vous pouvez retourner les articles dans les 30 jours.', 'fr'],
    ['Sie können die Artikel nicht zurückgeben.', 'de'],
    ['返品は30日以内に可能です。', 'ja'],
  ])('%s', (sentence, language) => {
    expect(writtenLanguage(sentence)).toBe(language);
  });

  it.each(['Kestrel Jacket – $129.00', 'Color: red, blue', '30 días', 'Nightjar 20 Down Sleeping Bag', ''])(
    'cannot tell that of "%s"',
    (sentence) => {
      expect(writtenLanguage(sentence)).toBeNull();
    },
  );

  it('does not go by what is quoted', () => {
    expect(writtenLanguage('Un cliente escribió: “These are the best boots that I have ever had”.')).not.toBe(
      'en',
    );
    expect(writtenLanguage('La página se llama "How to return what you have bought from us".')).toBe('es');
  });
});

describe('wrongLanguage', () => {
  it.each([
    ['You can return it within 30 days.', 'es', 'en'],
    ['You can return it within 30 days.', 'en-GB', null],
    ['Puedes devolverlo en un plazo de 30 días.', 'en', 'es'],
    ['Puedes devolverlo en un plazo de 30 días.', 'ca', null],
    ['You can return it within 30 days.', 'ca', 'en'],
    ['Kestrel Jacket – $129.00', 'es', null],
  ])('"%s" for %s: %s', (sentence, locale, wrong) => {
    expect(wrongLanguage(sentence, locale)).toBe(wrong);
  });
});
