import { expect, it } from 'vitest';
import { makeUrlFilter } from './url-filter.ts';

const wants = (options: Parameters<typeof makeUrlFilter>[0], path: string) =>
  makeUrlFilter(options)(`https://shop.example${path}`) === null;

it('wants everything without globs', () => {
  expect(wants({}, '/a?b=c')).toBe(true);
});

it.each([
  ['/help/*', '/help/returns', true],
  ['/help/*', '/help/returns/worn', false],
  ['/help/**', '/help/returns/worn', true],
  ['/cart*', '/cart/', true],
  ['/cart*', '/cart/items', false],
  ['/help', '/help/?lang=en', false],
  ['/help?lang=en', '/help/?lang=en', true],
  ['https://shop.example/help/*', '/help/returns/', true],
  ['/', '/', true],
  ['**/returns', '/es/returns', true],
  ['help/**', '/help/a', true],
  ['/a.b', '/aXb', false],
  ['/page?', '/page1', true],
  ['https://shop.example/help/**', '/help/a', true],
  ['https://other.example/**', '/help/a', false],
  ['/search**', '/search?q=a', true],
])('include %s on %s: %s', (glob, path, expected) => {
  expect(wants({ include: [glob] }, path)).toBe(expected);
});

it('names the exclude pattern that matched, which wins over an include', () => {
  const filter = makeUrlFilter({ include: ['/**'], exclude: ['/cart**'] });
  expect(filter('https://shop.example/cart?x=1')).toContain('/cart**');
  expect(filter('https://shop.example/help')).toBeNull();
});
