import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import type { ProductFacts } from '../../../sql/document.ts';
import { makeGround } from './ground.fixture.ts';
import { readOpinion } from './sources.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);

describe('what a customer wrote', () => {
  const review = makeGround('The zip broke after a week. Returns took a month.', { voice: 'customer' });
  it.each([
    ['A customer wrote: The zip broke after a week.', true],
    ['A customer wrote: "The zip broke after a week."', true],
    ['According to one customer, returns took a month.', true],
    ['In a review, returns took a month.', true],
    ['Un cliente escribió que la cremallera se rompió en una semana.', true],
    ['Un cliente escribió que la cremallera no se rompió.', false],
    ['The zip broke after a week.', false],
    ['Returns take a month.', false],
    ['A customer wrote: The zip broke after two weeks.', false],
    ['Customers say returns took a month.', false],
  ])('%s: %s', (sentence, ok) => {
    expect(verify(sentence, [review]).ok).toBe(ok);
  });

  it('is no frame for what the store says', () => {
    expect(verify('A customer wrote: Returns are free.', [makeGround('Returns are free.')]).ok).toBe(false);
  });

  it('is said of several only where several wrote', () => {
    const other = makeGround('For me returns took a month.', { voice: 'customer' });
    expect(verify('Customers say returns took a month.', [review, other]).ok).toBe(true);
  });

  it('is told from its frame in English and Spanish', () => {
    expect(readOpinion('Según una clienta, talla grande.')).toEqual({ one: true, said: 'talla grande.' });
    expect(readOpinion('Varios clientes dicen que talla grande.')).toEqual({
      one: false,
      said: 'talla grande.',
    });
    expect(readOpinion('Customers get 10% off.')).toBeNull();
  });
});

describe('prices', () => {
  const product: ProductFacts = {
    sku: 'L1', gtin: null, name: 'Lyra Lamp', brand: 'Oda', category: 'Lamps', price: 49, priceMax: 59, listPrice: 79,
    currency: 'USD', availability: 'in_stock', rating: null, ratingCount: null, image: null, url: 'https://shop.example/lyra',
    attributes: { color: ['black'] },
    variants: [{ sku: 'L1b', attributes: { color: 'black' }, price: 59, availability: 'in_stock' }],
    asOf: '2026-11-22T09:00:00Z',
  }; // biome-ignore format: a table

  it.each([
    ['Price: $45.00', 'Lyra Lamp – Price: $45.00', false],
    ['Now only $45!', 'Now only $45!', false],
    ['The Lyra Lamp costs $45.', 'The Lyra Lamp costs $45.', false],
    ['The Lyra Lamp costs $49.', 'The Lyra Lamp costs $49.', true],
    ['The Lyra Lamp costs $59 in black.', 'The Lyra Lamp costs $59 in black.', true],
    ['Was $79.00, now $49.00.', 'Was $79.00, now $49.00.', true],
    ['Spare shades cost $12.', 'Spare shades cost $12.', true],
    ['Orders over $75 ship free.', 'Orders over $75 ship free.', true],
  ])('of a product are its own: "%s"', (quote, sentence, ok) => {
    expect(verify(sentence, [makeGround(quote, { product })]).ok).toBe(ok);
  });

  it('are no numbers of its name', () => {
    const fryer = { ...product, name: 'Fryer 55' };
    expect(
      verify('Fryer 55 – $49.00 (was $79.00), in stock', [
        makeGround('Price: $49.00 (was $79.00)', { product: fryer }),
      ]).ok,
    ).toBe(true);
    expect(verify('Fryer 55 – $48.00, in stock', [makeGround('Price: $49.00', { product: fryer })]).ok).toBe(
      false,
    );
  });

  it('are taken from no article, but what else it says is', () => {
    const article = makeGround('Lamps are $20 this week. Brass does not rust.', { genre: 'article' });
    expect(verify('Lamps are $20 this week.', [article]).ok).toBe(false);
    expect(verify('Brass does not rust.', [article]).ok).toBe(true);
    expect(verify('Lamps are $20 this week.', [article, makeGround('All lamps are $20 this week.')]).ok).toBe(
      true,
    );
  });
});
