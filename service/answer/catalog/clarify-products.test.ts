import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../../sql/document.ts';
import { makeProduct } from '../made-up-store.fixture.ts';
import { priceBands } from './clarify-price.ts';
import { chooseQuestion } from './clarify-products.ts';
import { wantsList } from './clarify-search.ts';

function product(name: string, given: Partial<ProductFacts> = {}): ProductFacts {
  const { product: facts } = makeProduct(name, { price: 50, category: 'Jackets', colors: { red: true } });
  if (facts === null) throw new Error('no product');
  return { ...facts, attributes: {}, ...given };
}
const eight = (of: (at: number) => Partial<ProductFacts>): ProductFacts[] =>
  Array.from({ length: 8 }, (_, at) => product(`Jacket ${at}`, of(at)));
const pick = <T>(values: T[], at: number): T => values[at % values.length] as T;

describe('chooseQuestion', () => {
  it('asks for what tells most, with the values that there are', () => {
    const products = eight((at) => ({
      attributes: { color: [pick(['red', 'blue', 'green', 'black'], at)], fit: [at === 0 ? 'slim' : 'wide'] },
    }));
    expect(chooseQuestion(products, {}, 'en')).toEqual({
      attribute: 'color',
      question: 'Which color?',
      options: ['black', 'blue', 'green', 'red'],
    });
    expect(chooseQuestion(products, {}, 'es')?.question).toBe('¿Qué color?');
  });

  it('asks for nothing that the shopper has said, or was asked before', () => {
    const products = eight((at) => ({
      attributes: { color: [pick(['red', 'blue'], at)], size: [pick(['S', 'M', 'L', 'XL'], at)] },
    }));
    expect(chooseQuestion(products, {}, 'en')?.attribute).toBe('size');
    expect(chooseQuestion(products, { attributes: { size: ['m'] } }, 'en')?.attribute).toBe('color');
    expect(chooseQuestion(products, {}, 'en', ['size'])?.attribute).toBe('color');
    expect(chooseQuestion(products, { notAttributes: { color: ['red'] } }, 'en', ['size'])).toBeNull();
  });

  it('asks for no size that nearly all have, nor for what is each of one product', () => {
    const sizes = eight((at) => ({
      attributes: { size: ['S', 'M', 'L'], weight: [`${100 + at} g`], style: [pick(['a', 'b'], at)] },
    }));
    expect(chooseQuestion(sizes, {}, 'en')?.attribute).toBe('style');
    expect(chooseQuestion(sizes, { attributes: { style: ['a'] } }, 'en')).toBeNull();
  });

  it('asks for no attribute that many do not state', () => {
    const products = eight((at) => ({
      attributes: at < 4 ? { color: [pick(['red', 'blue'], at)] } : ({} as Record<string, string[]>),
    }));
    expect(chooseQuestion(products, {}, 'en')).toBeNull();
  });

  it('asks for the kind where categories differ, from their first level that does', () => {
    const products = eight((at) => ({ category: `Clothing > ${pick(['Jackets', 'Socks'], at)}` }));
    expect(chooseQuestion(products, {}, 'en')).toEqual({
      attribute: 'category',
      question: 'What kind?',
      options: ['Jackets', 'Socks'],
    });
  });

  it('offers bands of prices where nothing else tells', () => {
    const products = eight((at) => ({ price: 20 + 20 * at, priceMax: 20 + 20 * at }));
    const asked = chooseQuestion(products, {}, 'en');
    expect(asked?.attribute).toBe('price');
    expect(asked?.question).toBe('What price range?');
    expect(asked?.options[0]).toMatch(/^Under \$\d+$/);
    expect(asked?.options.at(-1)).toMatch(/^Over \$\d+$/);
    expect(chooseQuestion(products, { maxPrice: 100 }, 'en')).toBeNull();
  });
});

describe('priceBands', () => {
  it('splits evenly at round amounts, in the words of the language', () => {
    const products = [12, 18, 25, 60, 75, 80, 120, 150, 199].map((price) => product('P', { price }));
    expect(priceBands(products, 'en')).toEqual(['Under $30', '$30–$100', 'Over $100']);
    expect(priceBands(products, 'es')?.[0]).toMatch(/^Menos de 30/);
  });

  it('has nothing to offer for one price, several currencies or unknown prices', () => {
    expect(
      priceBands(
        eight(() => ({ price: 50 })),
        'en',
      ),
    ).toBeNull();
    expect(
      priceBands(
        eight((at) => ({ price: 50 + at * 30, currency: pick(['USD', 'EUR'], at) })),
        'en',
      ),
    ).toBeNull();
    expect(
      priceBands(
        eight((at) => ({ price: at === 0 ? null : at * 30 })),
        'en',
      ),
    ).toBeNull();
  });

  it('leaves no band empty, whatever the prices', () => {
    const prices = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 7, maxLength: 40 });
    fc.assert(
      fc.property(prices, (all) => {
        const bands = priceBands(
          all.map((price) => product('P', { price })),
          'en',
        );
        const limits = (bands?.join(' ').match(/\d[\d,]*/g) ?? []).map((amount) =>
          Number(amount.replace(/,/g, '')),
        );
        const [low = 0, high = limits.at(-1) ?? 0] = [limits[0], limits.at(-1)];
        if (bands === null) return true;
        return all.some((price) => price < low) && all.some((price) => price >= high) && bands.length <= 3;
      }),
    );
  });
});

it('does not ask who wants to see a list', () => {
  for (const question of ['show me all tents', 'list your boots', '¿qué tiendas tenéis? todas'])
    expect(wantsList(question, { sort: 'relevance' })).toBe(true);
  expect(wantsList('show me tents', { sort: 'price_asc' })).toBe(true);
  expect(wantsList('show me tents', { sort: 'relevance' })).toBe(false);
});
