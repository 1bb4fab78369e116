import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePage } from '../extract/parse-page.ts';
import { saysNotFound } from './not-found-words.ts';
import { readPageText } from './page-text.ts';
import { isMissingPage, readNotFoundNotice, takeFingerprint } from './soft-404.ts';

const textOf = (html: string) => readPageText(parsePage(html));
const shell = (title: string, main: string) =>
  `<title>${title}</title><header><a href="/">Acme</a> Free shipping over $50</header><main>${main}</main><footer>Acme Ltd, 1 Main Street, Springfield. All rights reserved.</footer>`;
const start = textOf(
  shell('Acme', '<h1>Welcome to Acme</h1><p>Boots and shoes for every trail since 1970.</p>'),
);
const missing = (path: string) =>
  textOf(
    shell('Acme', `<h1>Hm</h1><p>We have nothing at ${path}, or it went elsewhere. Try the search.</p>`),
  );
const url = 'https://a.example/aisleqwertz';

it.each([
  'Page not found',
  'Page Not Found | Acme',
  'Acme – 404',
  '404',
  'Error 404',
  '404 Not Found',
  'Oops! Page not found.',
  "Sorry, we couldn't find that page",
  'The page you are looking for does not exist',
  'The requested URL was not found',
  'This product is no longer available',
  'Product no longer available',
  'Página no encontrada',
  'Error 404: página no encontrada',
  'La página que buscas no existe',
  'Este producto ya no está disponible',
  'Lo sentimos, no hemos encontrado la página',
  'Page introuvable',
  'Cette page n’existe plus',
  'Seite nicht gefunden',
  'Diese Seite existiert nicht mehr',
  'Pagina non trovata',
  'Página não encontrada',
  'Pagina niet gevonden',
  'This page doesn’t exist',
])('hears a missing page in "%s"', (text) => {
  expect(saysNotFound(text)).toBe(true);
});

it.each([
  'Returns',
  'My parcel was not found',
  'What if my item is not found in my order?',
  'Peugeot 404 spare parts',
  'Levi’s 404 jeans',
  'Lost and found',
  'Available colors',
  'Boots no longer leak',
  'Producto disponible',
  'How we found the page of history',
  '',
])('hears none in "%s"', (text) => {
  expect(saysNotFound(text)).toBe(false);
});

it('knows the page for missing pages again, whatever address it repeats', () => {
  const known = takeFingerprint({ url, landing: null }, missing('/aisleqwertz'), start);
  if (known === null) throw new Error('expected a fingerprint');
  expect(isMissingPage('https://a.example/old-boots', missing('old boots'), known)).toBe(true);
  const thin = textOf(shell('Acme', '<h1>Care</h1><p>Brush them, then wax them with a soft cloth.</p>'));
  expect(isMissingPage('https://a.example/care', thin, known)).toBe(false);
  const titled = { ...missing('/boots'), title: 'Trail boots' };
  expect(isMissingPage('https://a.example/b', titled, known)).toBe(false);
});

it('takes no fingerprint of the start page, of a shell, or of a page without words', () => {
  expect(takeFingerprint({ url, landing: null }, start, start)).toBeNull();
  expect(
    takeFingerprint({ url, landing: null }, textOf('<div id="root"></div><script>x()</script>'), start),
  ).toBeNull();
  expect(takeFingerprint({ url, landing: null }, textOf(shell('Acme', '<p>Loading</p>')), start)).toBeNull();
});

it('believes a notice on a short page only, and not beside a product', () => {
  const notice = (html: string) => readNotFoundNotice(parsePage(html), textOf(html));
  const say = (body: string, title = 'Page not found') => shell(title, body);
  expect(notice(say('<p>Try our search.</p>'))).toBe('Page not found');
  expect(notice(say(`<ul>${'<li><a href="/p">A fine pair of boots</a></li>'.repeat(60)}</ul>`))).toBe(
    'Page not found',
  );
  expect(notice(say(`<p>${'Here is how to deal with it. '.repeat(30)}</p>`))).toBeNull();
  const gone = '<h1>This product is no longer available</h1><p>Red boots.</p>';
  expect(notice(say(gone, 'Red boots'))).toBe('This product is no longer available');
  expect(notice(say(`${gone}<p>Was $120.00</p>`, 'Red boots'))).toBeNull();
  expect(notice(say('<h1><div>Page</div> not found</h1>', 'Acme'))).toBe('Page not found');
  const data = '<script type="application/ld+json">{"@type": "Product", "name": "Red boots"}</script>';
  expect(notice(say(gone + data, 'Red boots'))).toBeNull();
  expect(
    notice(say(`<div itemscope itemtype="https://schema.org/Product">${gone}</div>`, 'Red boots')),
  ).toBeNull();
  expect(notice(say(`${gone}<p>${'Warm and dry all winter. '.repeat(12)}</p>`, 'Red boots'))).toBeNull();
  expect(
    notice(say('<h1>Red boots</h1><p>This product is no longer available.</p>', 'Red boots')),
  ).toBeNull();
});

it('is never sure of a page that shares no words with the fingerprint', () => {
  const known = takeFingerprint({ url, landing: null }, missing('/aisleqwertz'), start);
  if (known === null) throw new Error('expected a fingerprint');
  const words = fc.array(fc.stringMatching(/^[x-z]{2,9}$/), { maxLength: 40 });
  fc.assert(
    fc.property(words, (list) => {
      const page = textOf(shell('Acme', `<p>${list.join(' ')}</p>`));
      expect(isMissingPage('https://a.example/some-page', page, known)).toBe(false);
    }),
  );
});
