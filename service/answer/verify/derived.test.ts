import { describe, expect, it, test } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { withDerivedValues } from './derived.ts';
import { makeGround } from './ground.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);

describe('the amount of an order', () => {
  const quote = 'Orders under $75 ship for $6.95. Orders of $75 and over ship free.';

  test('is the one bound that it meets', () => {
    expect(withDerivedValues('A $90 order ships free.', [quote])).toBe('A $75 and over order ships free.');
    expect(withDerivedValues('A $60 order ships free.', [quote])).toBe('A under $75 order ships free.');
  });

  test('is left alone where it is stated, meets nothing, is in another currency or is the price of a thing', () => {
    for (const sentence of [
      'A $75 order ships free.',
      'A €90 order ships free.',
      'The kettle costs $90.',
      'You pay $90 for shipping.',
      'Orders of $90 ship free.',
      'Orders over $90 ship free.',
      'An order of $90 or more ships free.',
    ])
      expect(withDerivedValues(sentence, [quote])).toBe(sentence);
    expect(withDerivedValues('A $90 order ships free.', ['Shipping is free from $120.'])).toBe(
      'A $90 order ships free.',
    );
  });

  it.each([
    ['A $90 order ships free.', true],
    ['A $90 order ships for $6.95.', false],
    ['A $60 order ships free.', false],
  ])('%s', (sentence, ok) => {
    expect(verify(sentence, [makeGround(quote, { context: ['Shipping'] })]).ok).toBe(ok);
  });
});

describe('a price for several', () => {
  const ground = makeGround('Gift wrapping is available for all games. Price: €3.50 per item.');

  it.each([
    ['Gift wrapping for two items costs €7.', true],
    ['Gift wrapping for three items costs €10.50.', true],
    ['Gift wrapping for two items costs €8.', false],
    ['Gift wrapping for three items costs €7.', false],
  ])('%s', (sentence, ok) => {
    expect(verify(sentence, [ground]).ok).toBe(ok);
  });

  test('does not follow where the second one costs otherwise', () => {
    const graded = makeGround('Hire: £12 per day for the first day, £5 for each further day.');
    expect(verify('Hire for two days costs £24.', [graded]).ok).toBe(false);
    const discount = makeGround('A jar costs €4.50 per jar, with a discount of 10% for six.');
    expect(verify('Six jars cost €27.', [discount]).ok).toBe(false);
  });
});

describe('initials, pure and notice', () => {
  it.each([
    ['It has no GM ingredients.', 'Contains no genetically modified ingredients.', true],
    ['Riders leave an ID with us.', 'Riders leave an identity document with us.', true],
    ['It has no GM ingredients.', 'Contains no artificial ingredients.', false],
    ['The canvas is pure cotton.', 'Composition: 100% cotton canvas.', true],
    ['The canvas is pure cotton.', 'Composition: 60% cotton canvas.', false],
    ['You can cancel at least 24 hours before your visit.', 'Cancel your visit up to 24 hours before.', true],
    [
      'You can cancel at least 24 hours before your visit.',
      'Cancel your visit up to 48 hours before.',
      false,
    ],
    ['Toys arrive at least 5 days before.', 'Toys may arrive up to 5 days before.', false],
  ])('%s <= %s: %s', (sentence, quote, ok) => {
    expect(verify(sentence, [makeGround(quote)]).ok).toBe(ok);
  });
});

describe('every member of the European Union', () => {
  const all = makeGround('We ship to all member states of the European Union and to Norway.');

  it.each([
    ['We ship to France.', all, true],
    ['We ship to the United Kingdom.', all, false],
    ['We ship to France.', makeGround('We ship to some countries of the European Union.'), false],
  ])('%s', (sentence, ground, ok) => {
    expect(verify(sentence, [ground]).ok).toBe(ok);
  });
});

describe('the same denied or restricted in other words', () => {
  it.each([
    ['You can order without an account.', 'Do I need an account to order? No, you can check out as a guest.', true],
    ['The prescription is no older than two years.', 'The prescription must not be older than 24 months.', true],
    ['The prescription is older than two years.', 'The prescription must not be older than 24 months.', false],
    ['The rice cakes are gluten-free.', 'Rice cakes. Gluten free.', true],
    ['The rice cakes contain gluten.', 'Rice cakes. Gluten free.', false],
    ['The bakery opens at 6:30 every day except Monday.', 'The bakery is closed on Mondays and opens at 6:30 on all other days.', true],
    ['The bakery opens at 6:30 on Monday.', 'The bakery is closed on Mondays and opens at 6:30 on all other days.', false],
    ['On Friday the shop closes at 5 pm.', 'The shop is open Monday to Friday 9–17. We are closed on Sundays.', true],
    ['On Friday the shop closes at 4 pm.', 'The shop is open Monday to Friday 9–17. We are closed on Sundays.', false],
  ])('%s <= %s: %s', (sentence, quote, ok) => {
    expect(verify(sentence, [makeGround(quote)]).ok).toBe(ok);
  });
}); // biome-ignore format: a table
