import { expect, it } from 'vitest';
import { isHome, templateOf } from './page-template.ts';

const nameOf = (path: string, kind: 'page' | 'policy' | 'product' | 'file' = 'page', locale = 'en') =>
  templateOf({ url: `https://shop.example${path}`, kind, locale, product: null })?.name;

it('puts products of a language together, however deep they are, and pages by their first folder', () => {
  expect(nameOf('/products/tent', 'product')).toBe('product en');
  expect(nameOf('/camping/tents/large/tent', 'product')).toBe('product en');
  expect(nameOf('/help/a')).toBe('page en /help');
  expect(nameOf('/help/b/c', 'policy')).toBe('page en /help');
  expect(nameOf('/about')).toBe('page en /');
});

it('looks behind the segment of a language', () => {
  expect(nameOf('/es-mx/ayuda/envios', 'page', 'es')).toBe('page es /ayuda');
  expect(nameOf('/es/contacto', 'page', 'es')).toBe('page es /');
});

it('tells pages by their query apart from others, and home pages from all', () => {
  expect(nameOf('/item.php?id=4')).toBe('page en /item.php?');
  expect(nameOf('/help/a?print=1')).toBe('page en /help?');
  expect(nameOf('/?page=4')).toBe('page en /?');
  expect(nameOf('/es')).toBe('page en home');
  expect(['/', '/es/', '/about', '/es/about'].map((path) => isHome(`https://shop.example${path}`))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('has no template for a file', () => {
  expect(
    templateOf({ url: 'https://shop.example/a.pdf', kind: 'file', locale: 'en', product: null }),
  ).toBeNull();
});
