import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, parseMoney } from './money.ts';

describe('parseMoney', () => {
  it.each([
    ['$129', 129, 'USD'],
    ['129.00 USD', 129, 'USD'],
    ['USD 1,299.00', 1299, 'USD'],
    ['1.299,00 €', 1299, 'EUR'],
    ['1.299 €', 1299, 'EUR'],
    ['€ 0,99', 0.99, 'EUR'],
    ['1\u00A0299,50 zł', 1299.5, 'PLN'],
    ["CHF 1'299.–", 1299, 'CHF'],
    ['₹1,29,900', 129900, 'INR'],
    ['CA$20.50', 20.5, 'CAD'],
    ['R$ 1.234,56', 1234.56, 'BRL'],
    ['1.250 KWD', 1.25, 'KWD'],
    ['129.0000', 129, null],
  ])('reads %s', (text, amount, currency) => {
    expect(parseMoney(text)).toEqual({ amount, currency });
  });

  it('lets the document decide what a shared sign means', () => {
    expect(parseMoney('$20', 'CAD')).toEqual({ amount: 20, currency: 'CAD' });
    expect(parseMoney('€20', 'USD')).toEqual({ amount: 20, currency: 'EUR' });
    expect(parseMoney(20, 'eur')).toEqual({ amount: 20, currency: 'EUR' });
  });

  it.each(['', 'free', '$10 – $20', '-$5', null, undefined, {}, Number.NaN, -1])(
    'finds no amount in %j',
    (value) => {
      expect(parseMoney(value)).toBeNull();
    },
  );

  it('reads what formatMoney writes, in any of these locales', () => {
    const cents = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom('en', 'es', 'de', 'fr', 'pt-br'),
        fc.constantFrom('USD', 'EUR', 'GBP'),
        (value, locale, currency) => {
          expect(parseMoney(formatMoney(value / 100, currency, locale), currency)).toEqual({
            amount: value / 100,
            currency,
          });
        },
      ),
    );
  });

  it('writes plain spaces, and English for an unknown locale', () => {
    expect(formatMoney(129, 'EUR', 'es')).toBe('129,00 €');
    expect(formatMoney(129, 'USD', 'en')).toBe('$129.00');
    expect(formatMoney(1299, 'MXN', 'es')).toBe('$1,299.00');
    expect(formatMoney(1299, 'EUR', 'es')).toBe('1299,00 €');
    expect([formatMoney(129, null, 'en'), formatMoney(12.5, null, 'es')]).toEqual(['129', '12,50']);
    expect(formatMoney(129, 'USD', 'not a locale')).toBe('$129.00');
  });
});
