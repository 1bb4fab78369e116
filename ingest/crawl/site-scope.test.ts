import { expect, it } from 'vitest';
import { makeSiteScope } from './site-scope.ts';

it('writes http, https and www variants of a site as one', () => {
  const scope = makeSiteScope(new URL('https://www.shop.example/home'));
  for (const url of [
    'http://shop.example/a',
    'https://shop.example/a',
    'http://www.shop.example/a#x',
    '/a',
  ]) {
    expect(scope.place(url, 'https://www.shop.example/')).toBe('https://www.shop.example/a');
  }
});

it('leaves out other hosts, subdomains, ports and schemes', () => {
  const scope = makeSiteScope(new URL('https://shop.example/'));
  for (const url of [
    'https://other.example/',
    'https://help.shop.example/',
    'https://shop.example:8443/',
    'mailto:a@shop.example',
  ]) {
    expect(scope.place(url)).toBeNull();
  }
});

it('takes a port by itself for another site, whatever the scheme', () => {
  const scope = makeSiteScope(new URL('http://127.0.0.1:8788/'));
  expect(scope.place('http://127.0.0.1:8788/a')).toBe('http://127.0.0.1:8788/a');
  expect(scope.place('https://127.0.0.1:8788/a')).toBeNull();
  expect(scope.place('http://127.0.0.1/a')).toBeNull();
});
