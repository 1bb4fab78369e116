import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namedMarket, shopperMarket } from './shopper-market.ts';

it.each([
  ['es-ES', 'ES'],
  ['en-gb', 'GB'],
  ['zh-Hans-CN', 'CN'],
  ['es', null],
  ['es-419', null],
  ['en-abcdefgh-x', null],
])('of locale %s is %s', (locale, market) => {
  expect(shopperMarket({ locale })).toBe(market);
});

it('is what the request says, whatever its locale', () => {
  expect(shopperMarket({ locale: 'en-US', market: 'es' })).toBe('ES');
  expect(shopperMarket({})).toBeNull();
});

it('is two capital letters or nothing, of any locale that a request may have', () => {
  const locale = fc.stringMatching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
  fc.assert(
    fc.property(locale, (value) => {
      expect(shopperMarket({ locale: value }) ?? 'ES').toMatch(/^[A-Z]{2}$/);
    }),
  );
});

it.each([
  ['¿Cuánto cuesta el envío a CDMX?', 'MX'],
  ['Do you ship to Mexico?', 'MX'],
  ['vivo en madrid, cuanto tarda', 'ES'],
  ['Is it the same in Spain and in Mexico?', null],
  ['Do you ship to Canada?', null],
  ['How do I return a gift?', null],
])('that %j names is %s', (question, market) => {
  expect(namedMarket(question, ['MX', 'ES'])).toBe(market);
});
