import { describe, expect, it } from 'vitest';
import { checkSentence } from '../score/sentence-check.ts';
import { sampleAnswer, sampleCard } from '../testing/sample-answer.ts';
import { checkNumbers, numberExactness } from './number-exactness.ts';
import type { GroundedAnswer } from './part-grounds.ts';
import { findUnsupported, support } from './support.ts';

const [citation] = sampleAnswer().citations;
if (citation === undefined) throw new Error('the sample answer has a citation');

/** An answer of one sentence with one quote. */
const saying = (text: string, quote: string, changes: Partial<GroundedAnswer> = {}): GroundedAnswer => ({
  answer: `${text.replace(/\.$/, '')} [1].`,
  parts: [{ text, citations: [1] }],
  citations: [{ ...citation, quote, title: 'Page', heading: [] }],
  products: [],
  locale: 'en',
  ...changes,
});

describe('checkNumbers', () => {
  it.each([
    ['It costs $129.', 'Price: $129.00'],
    ['It takes 14 days.', 'Delivery takes two weeks.'],
    ['It takes 5 to 7 business days.', 'Time: 5–7 business days'],
    ['It takes 5 to 7 days.', 'Time (days): 5–7'],
    ['Cuesta 1.299,00 €.', 'Price: €1,299.00'],
    ['Use code SAVE10.', 'With SAVE10 you save ten percent.'],
    ['We close at 5 p.m.', 'Open until 17:00.'],
    ['Call 555-123-4567.', 'Phone: (555) 123 4567'],
    ['It was $159.', 'Price: $129.00 (was $159.00)'],
    ['Boards are 1x4.', 'Boards of 1x4'],
  ])('finds those of %j in %j', (text, quote) => {
    const { total, inexact } = checkNumbers(
      saying(text, quote, text.startsWith('Cu') ? { locale: 'es' } : {}),
    );
    expect(total).toBeGreaterThan(0);
    expect(inexact).toEqual([]);
  });

  it.each([
    ['It costs $139.', 'Price: $129.00', ['139']],
    ['It costs €129.', 'Price: $129.00', ['129']],
    ['It takes 14 weeks.', 'Delivery takes 14 days.', ['14 weeks']],
    ['Save 20%.', 'Save $20.', ['20%']],
    ['Use code SAVE20.', 'Use code SAVE10.', ['SAVE20']],
    ['Boards are 1x5.', 'Boards of 1x4', ['5']],
    ['Open until 18:00.', 'Open until 17:00.', ['18:00']],
  ])('misses those of %j in %j', (text, quote, inexact) => {
    expect(checkNumbers(saying(text, quote)).inexact).toEqual(inexact);
  });

  it('looks at the quotes that a sentence cites, not at those of others', () => {
    const answer = saying('It takes 5 days.', 'It takes 5 days.');
    const other = { ...answer, parts: [{ text: 'It takes 5 days.', citations: [2] }] };
    expect(checkNumbers(answer).inexact).toEqual([]);
    expect(checkNumbers(other).inexact).toEqual(['5 days']);
  });

  it('takes a price from a product card', () => {
    const text = 'The Tundra Parka costs $129.';
    expect(checkNumbers(saying(text, 'Tundra Parka', { products: [sampleCard] })).inexact).toEqual([]);
    const dearer = [{ ...sampleCard, price: 139 }];
    expect(checkNumbers(saying(text, 'Tundra Parka', { products: dearer })).inexact).toEqual(['129']);
  });

  it('looks beside the sentences too, but for a bare count', () => {
    const sentence = saying('It is warm.', 'It is warm.');
    expect(checkNumbers({ ...sentence, answer: `${sentence.answer} And 12 more.` }).inexact).toEqual([]);
    expect(checkNumbers({ ...sentence, answer: `${sentence.answer} Save 40%!` }).inexact).toEqual(['40%']);
    expect(checkNumbers({ ...sentence, answer: `${sentence.answer} Now $9.` }).inexact).toEqual(['9']);
  });

  it('does not take a mark for a number, and does not apply where there is none', () => {
    const check = checkNumbers(saying('It is warm.', 'It is warm.'));
    expect(check).toEqual({ total: 0, inexact: [] });
    expect(numberExactness(check)).toEqual({ value: null, reason: 'the answer says no number' });
  });
});

describe('findUnsupported', () => {
  const proven = new Set([1]);
  const faults = (answer: GroundedAnswer, ids = proven) => findUnsupported(answer, ids, checkSentence);

  it('finds none in a sentence that its quote carries', () => {
    expect(faults(saying('Worn items can’t be returned.', 'We can’t accept returns of worn items.'))).toEqual(
      [],
    );
  });

  it.each([
    ['turns it round', 'Worn items can be returned.', 'Worn items can’t be returned.'],
    ['has another number', 'It takes 9 days.', 'It takes 5 days.'],
    ['says more', 'It is waterproof and made of wool.', 'It is waterproof.'],
  ])('finds a sentence that %s', (_, text, quote) => {
    expect(faults(saying(text, quote))).toEqual([{ text, reason: expect.any(String) }]);
  });

  it('finds a sentence without citations, with one that does not exist, or with a quote that is not proven', () => {
    const answer = saying('It is warm.', 'It is warm.');
    const citing = (citations: number[]) => ({ ...answer, parts: [{ text: 'It is warm.', citations }] });
    expect(faults(citing([]))).toMatchObject([{ reason: 'it cites nothing' }]);
    expect(faults(citing([7]))).toMatchObject([{ reason: 'none of its quotes is proven' }]);
    expect(faults(answer, new Set())).toMatchObject([{ reason: 'none of its quotes is proven' }]);
  });

  it('takes a product’s facts from its card', () => {
    const text = 'The Tundra Parka costs $129.';
    const citations = [{ ...citation, quote: 'Tundra Parka', title: 'Tundra Parka', url: sampleCard.url }];
    expect(faults(saying(text, '', { citations, products: [sampleCard] }))).toEqual([]);
    expect(faults(saying(text, '', { citations }))).toHaveLength(1);
  });

  it('does not hold a card against a quote that says more: one size is sold out, the product is not', () => {
    const text = 'Tundra Parka (M) – sold out';
    const citations = [
      { ...citation, quote: 'Size sold out: M', title: 'Tundra Parka', url: sampleCard.url },
    ];
    expect(faults(saying(text, '', { citations, products: [sampleCard] }))).toEqual([]);
  });

  it('makes a share of the sentences', () => {
    expect(support(4, 1)).toEqual({ value: 0.75 });
    expect(support(0, 0)).toEqual({ value: null, reason: 'the answer has no sentences' });
  });
});
