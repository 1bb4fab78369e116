import { expect, it } from 'vitest';
import { foreignLanguage, languageName, noteOtherLanguage } from './other-language.ts';

it.each([
  ['es', ['en'], 'en'],
  ['en', ['es-MX', 'es'], 'es'],
  ['es', ['en', 'es'], null],
  ['en', ['en-GB'], null],
  ['en', [], null],
  ['en', [''], null],
])('tells for a shopper in %s the language of quotes in %s: %s', (locale, quoted, language) => {
  expect(foreignLanguage(locale, quoted)).toBe(language);
});

it('says so in the shopper’s language', () => {
  expect(noteOtherLanguage('es', ['en'])).toBe('La tienda solo tiene esto en inglés:');
  expect(noteOtherLanguage('en', ['es-MX'])).toBe('The store has this only in Spanish:');
  expect(noteOtherLanguage('en', ['en'])).toBeNull();
});

it('names a language that has no name by its code', () => {
  expect(languageName('xx-not a tag', 'en')).toBe('xx-not a tag');
});
