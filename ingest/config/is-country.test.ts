import { expect, it } from 'vitest';
import { isCountry } from './is-country.ts';

it('knows the countries, in either case', () => {
  expect(['US', 'gb', 'ES', 'cw', 'XK'].filter((code) => !isCountry(code))).toEqual([]);
});

it('takes nothing else: unions, placeholders, codes that stand for another or that are gone', () => {
  expect(['EU', 'UN', 'ZZ', 'XA', 'UK', 'DD', 'QQ', 'USA', 'U', '', '419', 'É!'].filter(isCountry)).toEqual(
    [],
  );
});
