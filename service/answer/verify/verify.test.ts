import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { productText } from '../../../ingest/extract/product-text.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import type { Availability, ProductFacts } from '../../../sql/document.ts';
import type { DraftSentence, Evidence, Ground } from '../answerer.ts';
import { nameProducts } from '../catalog/find-products.ts';
import { sayAvailability } from '../catalog/product-availability.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { sayRow } from '../rank/labelled-line.ts';
import { makeGround } from './ground.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const verdict = (sentence: string, text: string, own: Partial<Ground> = {}) =>
  verify(sentence, [makeGround(text, own)]);

const words = fc.array(
  fc.constantFrom(
    'free',
    'returns',
    'not',
    '$5.95',
    'except',
    'only',
    'if',
    'Monday',
    '30 days',
    'red',
    'no',
    'members',
    'envío',
    'sin',
    'nunca',
    'over',
    'Canada',
    '10%',
    'pack',
  ),
  { minLength: 1, maxLength: 12 },
);

describe('words of the store itself', () => {
  it('pass whole sentence by sentence, whatever they say', () => {
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('en', 'es'),
        (sentences, locale) => {
          const text = sentences.map((sentence) => `The ${sentence.join(' ')}.`).join(' ');
          for (const { start, end } of splitSentences(text, locale)) {
            expect(verify(text.slice(start, end), [makeGround(text, { locale })])).toEqual({ ok: true });
          }
        },
      ),
    );
  });

  it('pass as a table row that is said by its subject', () => {
    const value = words.map((parts) => parts.join(' '));
    fc.assert(
      fc.property(value, value, value, fc.constantFrom('en', 'es'), (region, time, price, locale) => {
        const row = `Region: ${region}; Time: ${time}; Price: ${price}`;
        expect(verify(sayRow(row), [makeGround(row, { locale })])).toEqual({ ok: true });
      }),
    );
  });

  it('are stopped where a part of a sentence stands for the whole', () => {
    expect(
      verdict('Items can be returned', 'Sale items never sell out, no. No Items can be returned').ok,
    ).toBe(false);
    expect(verdict('All returns are free', 'All returns are free unless you are abroad.').ok).toBe(false);
  });
});

const availability = fc.constantFrom<Availability>(
  'in_stock',
  'out_of_stock',
  'preorder',
  'backorder',
  'discontinued',
  'unknown',
);
const product: fc.Arbitrary<ProductFacts> = fc
  .record({
    name: fc.constantFrom(
      'Stormline Jacket',
      'Larch 2 Tent',
      'Nightjar 20 Sleeping Bag',
      'Chaleco Cima',
      'Not Only Socks',
    ),
    cents: fc.integer({ min: 1, max: 200_000 }),
    list: fc.option(fc.integer({ min: 1, max: 200_000 })),
    currency: fc.constantFrom('USD', 'EUR', 'GBP', 'MXN', 'CAD', null),
    colors: fc.uniqueArray(fc.constantFrom('red', 'Glacier Blue', 'black', 'verde', 'Not Quite White'), {
      minLength: 1,
      maxLength: 3,
    }),
    sizes: fc.uniqueArray(fc.constantFrom('S', 'M', '10.5', 'W32 L34', 'One size'), {
      minLength: 1,
      maxLength: 3,
    }),
    stock: fc.infiniteStream(availability),
    rating: fc.option(fc.integer({ min: 10, max: 50 })),
  })
  .map(({ name, cents, list, currency, colors, sizes, stock, rating }) => {
    const price = cents / 100;
    const variants = colors.flatMap((color) =>
      sizes.map((size) => ({
        sku: `${color}-${size}`,
        attributes: { color, size },
        price,
        availability: stock.next().value ?? 'unknown',
      })),
    );
    const order: Availability[] = [
      'in_stock',
      'preorder',
      'backorder',
      'out_of_stock',
      'discontinued',
      'unknown',
    ];
    return {
      sku: 'SKU-1',
      gtin: null,
      name,
      brand: 'Tarn',
      category: 'Clothing > Jackets',
      price,
      priceMax: price,
      listPrice: list === null ? null : list / 100,
      currency,
      availability:
        order.find((one) => variants.some((variant) => variant.availability === one)) ?? 'unknown',
      rating: rating === null ? null : rating / 10,
      ratingCount: rating,
      image: null,
      url: 'https://shop.example/p',
      attributes: { color: colors, size: sizes },
      variants,
      asOf: '2026-11-22T09:00:00Z',
    };
  });

function evidenceOf(facts: ProductFacts, locale: string): Evidence {
  const { text } = productText(facts, { locale });
  const [piece] = fakeEvidence({
    text,
    title: facts.name,
    heading: [facts.name],
    kind: 'product',
    shape: 'facts',
    locale,
    product: facts,
  });
  if (piece === undefined) throw new Error('no evidence');
  return piece;
}

function verifyDraft(draft: DraftSentence, piece: Evidence) {
  return verify(
    draft.text,
    draft.quotes.map(({ start, end }) => ({
      text: piece.text.slice(start - piece.start, end - piece.start),
      context: [piece.title, ...piece.heading],
      locale: piece.locale,
      product: piece.product,
    })),
  );
}

describe('what is said of products', () => {
  it('passes as name, price and availability, in English and Spanish, from pages in either', () => {
    fc.assert(
      fc.property(product, fc.constantFrom('en', 'es'), fc.constantFrom('en', 'es'), (facts, page, asked) => {
        const piece = evidenceOf(facts, page);
        for (const draft of nameProducts([piece], asked))
          expect([draft.text, verifyDraft(draft, piece)]).toEqual([draft.text, { ok: true }]);
      }),
    );
  });

  it('passes as name and fact line', () => {
    fc.assert(
      fc.property(product, fc.constantFrom('en', 'es'), (facts, locale) => {
        const piece = evidenceOf(facts, locale);
        for (const { start, end } of splitSentences(piece.text, locale)) {
          const text = piece.text.slice(start, end);
          const draft = {
            text: `${facts.name} – ${text}`,
            quotes: [{ evidence: 0, start: piece.start + start, end: piece.start + end }],
          };
          expect([draft.text, verifyDraft(draft, piece)]).toEqual([draft.text, { ok: true }]);
        }
      }),
    );
  });

  it('passes as the availability of the version that is asked for', () => {
    fc.assert(
      fc.property(product, fc.constantFrom('en', 'es'), fc.nat(8), (facts, locale, nth) => {
        const piece = evidenceOf(facts, 'en');
        const { color, size } = facts.variants[nth % facts.variants.length]?.attributes ?? {};
        for (const question of [
          `Is it in stock in ${color}?`,
          `size ${size} in ${color}`,
          `size ${size}`,
          'en stock?',
        ]) {
          const draft = sayAvailability(question, piece, locale);
          if (draft) expect([draft.text, verifyDraft(draft, piece)]).toEqual([draft.text, { ok: true }]);
        }
      }),
    );
  });

  const [jacket] = fc.sample(
    product.filter((facts) => facts.name === 'Stormline Jacket'),
    { numRuns: 1, seed: 1 },
  );
  if (jacket === undefined) throw new Error('no product');
  const variant = (color: string, availability: Availability) => ({
    sku: color,
    attributes: { color },
    price: 129,
    availability,
  });
  const facts: ProductFacts = {
    ...jacket,
    price: 129,
    priceMax: 129,
    listPrice: 159,
    currency: 'USD',
    availability: 'in_stock',
    attributes: { color: ['red', 'black'] },
    variants: [variant('red', 'out_of_stock'), variant('black', 'in_stock')],
  };
  it.each([
    ['Stormline Jacket – $129.00 (was $159.00), in stock', true],
    ['Stormline Jacket – $129.00, en stock', true],
    ['Stormline Jacket (red) – agotado', true],
    ['Stormline Jacket (negro) – en stock', true],
    ['Stormline Jacket (red) – in stock', false],
    ['Stormline Jacket (rojo) – en stock', false],
    ['Stormline Jacket (black) – sold out', false],
    ['Stormline Jacket – sold out', false],
    ['Stormline Jacket – $159.00, in stock', false],
    ['Stormline Jacket – €129.00', false],
    ['Stormline Jacket – $119.00', false],
    ['Alpine Jacket – $129.00', false],
    ['Stormline Jacket (blue) – in stock', false],
  ])('%s: %s', (sentence, ok) => {
    const piece = evidenceOf(facts, 'en');
    const all = { text: sentence, quotes: [{ evidence: 0, start: piece.start, end: piece.end }] };
    expect(verifyDraft(all, piece).ok).toBe(ok);
  });
});

describe('values', () => {
  it.each([
    ['The code is valid for 24 hours.', 'The code is valid for one day.', true],
    ['The pack weighs 1200 g.', 'The pack weighs 1.2 kg.', true],
    ['We open at 5 p.m.', 'We open at 17:00.', true],
    ['We open at noon.', 'We open at 12 p.m.', true],
    ['It takes twenty-four hours.', 'It takes 24 hours.', true],
    ['You have 5 days.', 'You have 5 business days.', false],
    ['You have 5 business days.', 'You have 5 days.', false],
    ['We open on Wednesday.', 'We open Monday to Friday.', true],
    ['We open on Sunday.', 'We open Mon–Fri.', false],
    ['Renting costs $10 a day.', 'Renting costs $10 per day.', true],
    ['It costs 1,299 USD.', 'It costs $1,299.00.', true],
    ['It costs CA$1,299.', 'It costs $1,299.00.', false],
    ['We ship to the USA.', 'We ship to the United States.', true],
    ['Delivery takes 5 to 7 days.', 'Delivery time (days): 5–7', true],
    ['Delivery takes 5 to 7 weeks.', 'Delivery time (days): 5–7', false],
  ])('%s (%s): %s', (sentence, text, ok) => {
    expect(verdict(sentence, text).ok).toBe(ok);
  });

  it('keep a number from any change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 999 }),
        fc.integer({ min: 2, max: 999 }),
        fc.constantFrom('days', '%', 'kg', 'dollars', 'hours', 'points'),
        (a, b, unit) => {
          fc.pre(a !== b);
          expect(verdict(`You get ${b} ${unit} back.`, `In short, you get ${a} ${unit} back.`).ok).toBe(
            false,
          );
        },
      ),
    );
  });
});

it('excuses no word for being near: vectors put opposites and kin together', () => {
  for (const [one, other] of [
    ['red', 'blue'],
    ['Monday', 'Tuesday'],
    ['students', 'teachers'],
    ['winter', 'summer'],
    ['small', 'large'],
    ['cotton', 'wool'],
  ] as const) {
    expect(verdict(`It is for ${other}.`, `So it is for ${one}.`).ok).toBe(false);
    expect(makeVerify(() => 1)(`It is for ${other}.`, [makeGround(`So it is for ${one}.`)]).ok).toBe(false);
  }
});

it('says why it stops a sentence', () => {
  expect(verify('Anything.', [])).toEqual({ ok: false, reason: 'it cites nothing' });
  expect(verdict('Returns take 9 days.', 'All returns take 5 days.')).toEqual({
    ok: false,
    reason: '"9 days" is not in the quotes',
  });
  expect(verdict('Returns cost and bicycles.', 'All returns cost a lot.')).toMatchObject({
    reason: expect.stringContaining('bicycles'),
  });
});

it('never throws and ends soon on any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      (a, b) => {
        expect(verify(a, [makeGround(b)])).toHaveProperty('ok');
      },
    ),
  );
});
