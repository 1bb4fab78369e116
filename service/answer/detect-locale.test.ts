import { expect, it } from 'vitest';
import { languageOf } from '../../ingest/analysis/language-of.ts';
import { detectLocale } from './detect-locale.ts';

it.each([
  ['Do you ship to México?', 'en'],
  ['returns?', 'en'],
  ['size guide', 'en'],
  ['waterproof jacket', 'en'],
  ['¿Envían?', 'es'],
  ['envios a canarias', 'es'],
  ['devolucion', 'es'],
  ['talla M', 'es'],
  ['cuanto cuesta el envio', 'es'],
  ['no me llega el paquete', 'es'],
])('tells the language of "%s", whichever the store speaks first', async (question, locale) => {
  expect(await detectLocale(question, ['en', 'es'], null)).toBe(locale);
  expect(await detectLocale(question, ['es', 'en'], null)).toBe(locale);
});

it('falls back to the conversation, then to the store', async () => {
  expect(await detectLocale('Klarna?', ['en', 'es'], 'es')).toBe('es');
  expect(await detectLocale('Klarna?', ['es-MX'], null)).toBe('es');
  expect(await detectLocale('Klarna?', [], null)).toBe('en');
});

it('does not take French for Spanish where the store speaks French', async () => {
  expect(await detectLocale('Quelle est la politique de retour de la boutique ?', ['fr'], null)).toBe('fr');
});

it('drops the region', () => expect(languageOf('es-MX')).toBe('es'));
