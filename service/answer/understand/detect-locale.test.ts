import { expect, it } from 'vitest';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { detectLocale, readLanguage } from './detect-locale.ts';

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
  ['envío?', 'es'],
  ['talla M?', 'es'],
  ['hola, returns?', 'en'],
  ['hi, talla 40?', 'es'],
  ['Hola', 'es'],
  ['thanks', 'en'],
  ['in red?', 'en'],
  ['en azul', 'es'],
  ['cheaper ones', 'en'],
  ['mas baratas', 'es'],
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

it.each([
  ['Quelle est la politique de retour de la boutique ?', 'fr'],
  ['Combien coûte la livraison ?', 'fr'],
  ['Wie lange dauert der Versand nach Berlin?', 'de'],
  ['Kann ich meine Bestellung stornieren?', 'de'],
  ['Quanto costa la spedizione?', 'it'],
  ['Qual é o prazo de entrega?', 'pt'],
  ['Hoe lang duurt de verzending?', 'nl'],
  ['Quant costa l’enviament a Girona?', 'ca'],
  ['Вы доставляете в Москву?', 'ru'],
  ['返品できますか', 'ja'],
  ['هل تشحنون إلى دبي؟', 'ar'],
])(
  'knows "%s" for %s, and answers in the language of the store or the conversation',
  async (question, language) => {
    expect(await readLanguage(question, ['en'])).toBe(language);
    expect(await detectLocale(question, ['en'], null)).toBe('en');
    expect(await detectLocale(question, ['es'], null)).toBe('es');
    expect(await detectLocale(question, ['en'], 'es')).toBe('es');
    expect(await readLanguage(question, [language])).toBeNull();
    expect(await detectLocale(question, ['en', language], null)).toBe(language);
  },
);

it.each([
  'Do you ship to Spain?', 'Can I return a jacket?', 'What is the price of the Aldo Duo?', 'Is the Stormline waterproof?', 'Klarna?', 'XJ-900',
  'Larch 2 tent', '¿Cuánto cuesta el envío?', 'tienen botas de montaña', 'no me llega el paquete', 'cuanto tarda en llegar a casa', 'talla M?',
  'les puedo devolver las botas', 'do you have the Le Creuset pot', 'is the Das Keyboard in stock', 'quiero comprar dos', 'como se usa la cafetera',
])('takes "%s" for no other language than English or Spanish', async (question) => {
  expect(await readLanguage(question, ['en'])).toBeNull();
}); // biome-ignore format: a list

it.each([
  ['enviais a canada?', 'es'],
  ['aceptan american express', 'es'],
  ['podar rosales', 'es'],
  ['american express?', 'en'],
  ['trekking poles', 'en'],
  ['Norvik L10', 'en'],
])(
  'of %j the words that only one language has tell %s, in a store of the other',
  async (question, language) => {
    expect(await detectLocale(question, ['en'], null)).toBe(language);
  },
);
