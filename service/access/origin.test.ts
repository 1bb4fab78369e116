import { expect, test } from 'vitest';
import { parseOrigin } from './origin.ts';

test.each([
  ['https://shop.example', 'https://shop.example'],
  ['https://Shop.Example/', 'https://shop.example'],
  ['HTTPS://shop.example:443', 'https://shop.example'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['https://müller.example', 'https://xn--mller-kva.example'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('reads %s as browsers send it', (text, origin) => {
  expect(parseOrigin(text)).toBe(origin);
});

test.each([
  'null',
  '*',
  'https://*.shop.example',
  'shop.example',
  'https://shop.example/path',
  'https://shop.example?x',
  'https://me@shop.example',
  'ftp://shop.example',
  'file:///x',
  'https://',
  'https://shop.example https://other.example',
  '',
])('refuses %j', (text) => {
  expect(parseOrigin(text)).toBeNull();
});
