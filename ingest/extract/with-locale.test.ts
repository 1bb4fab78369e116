import { expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';
import { ownText, withLocale } from './with-locale.ts';

const page = (lang: string) => {
  const data = { '@type': 'Product', name: 'Tienda', offers: { price: 1129, priceCurrency: 'EUR' } };
  const html = `<html${lang}><title>Tienda</title><script type="application/ld+json">${JSON.stringify(data)}</script>
    <main><h1>Tienda</h1><p>Para dos personas y sus mochilas.</p><h2>Cuidados</h2><p>Sécala antes de guardarla.</p></main>`;
  const document = extractPage(parsePage(html), {
    url: 'https://s.example/t',
    fetchedAt: '2026-11-22T09:00:00Z',
  });
  if (document === null) throw new Error('no document');
  return document;
};

it('words the facts of a page as if it had named its language', () => {
  const unnamed = page('');
  expect(unnamed.text).toMatch(/^Price:/);
  expect(withLocale(unnamed, 'es')).toEqual(page(' lang="es"'));
  expect(withLocale(withLocale(unnamed, 'es'), 'und')).toEqual(unnamed);
});

it('tells the page’s own text from the facts', () => {
  expect(ownText(page('')).trim()).toMatch(/^Para dos personas/);
  expect(ownText({ text: 'Uno.', sections: [] })).toBe('Uno.');
});
