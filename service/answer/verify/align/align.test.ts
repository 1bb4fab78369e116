import { describe, expect, it } from 'vitest';
import type { GroundText } from '../coverage.ts';
import { type AlignedSentence, alignClauses } from './align-clauses.ts';
import { findMixture } from './find-mixture.ts';
import { findOverreach } from './find-overreach.ts';
import { deniesAsQuoted, findTurnedDenial } from './find-turned-denial.ts';
import { findTurnedValue } from './find-turned-value.ts';
import { findUnsupported } from './find-unsupported.ts';
import { readClauses } from './read-clauses.ts';
import { readStatements } from './read-statements.ts';

const text = (written: string, locale = 'en'): GroundText => ({ text: written, locale });
const align = (sentence: string, quote: string, title = '', locale = 'en'): AlignedSentence =>
  alignClauses(text(sentence, locale), [{ ...text(quote, locale), titles: title === '' ? [] : [title] }]);

describe('the statements of a quote', () => {
  const statements = (quote: string): string[] => readStatements(text(quote)).map((one) => one.text);

  it('are its sentences, what stands against them, rows, and stretches of one value each', () => {
    expect(statements('Cards are free; transfers cost $2. We open at 9 a.m. on Monday.')).toEqual([
      'Cards are free;',
      'transfers cost $2.',
      'We open at 9 a.m. on Monday.',
    ]);
    expect(statements('Size S: 18 cm · Size M: 20 cm')).toHaveLength(2);
    expect(statements('Members get 10% off plants and 5% off furniture')).toEqual([
      'Members get 10% off plants',
      'Members get  5% off furniture',
    ]);
  });

  it('keep the cells of one record and a list of values together', () => {
    expect(statements('Country: Spain · Time: 5 days · Cost: $7')).toHaveLength(1);
    expect(statements('Sold in bags of 5, 10 and 20 kg')).toHaveLength(1);
  });

  it('are denied where a question is answered with no', () => {
    const [question, answer] = readStatements(text('Can I combine codes? No, one per order.'));
    expect([question?.isDenied, answer?.isDenied]).toEqual([true, false]);
  });
});

it('the clauses of a sentence each say something of their own', () => {
  const clauses = (sentence: string): string[] => readClauses(text(sentence)).map((one) => one.text);
  expect(
    clauses('Send us photos of the fault, and we collect the sofa because it is heavy furniture.'),
  ).toEqual(['Send us photos of the fault', 'and we collect the sofa', 'because it is heavy furniture.']);
  expect(clauses('It comes in red, navy, black and green.')).toHaveLength(1);
});

describe('a clause is aligned with the statement that says it', () => {
  it('in other words, in order, with what stands above the quote', () => {
    const { clauses } = align(
      'The parcel of the Larch tent weighs 4 kg.',
      'Weight of the package: 4 kg. The pegs weigh 1 kg.',
      'Larch tent',
    );
    expect(clauses[0]?.statement.text).toBe('Weight of the package: 4 kg.');
    expect(clauses[0]?.coverage).toBeGreaterThan(0.9);
    expect(clauses[0]?.missing).toEqual([]);
  });

  it('and tells what only another statement has, and what none has', () => {
    const [clause] = align(
      'Oak tables are oiled by elves.',
      'Oak tables are waxed. Pine shelves are oiled.',
    ).clauses;
    expect(clause?.borrowed.map(({ item }) => item.word)).toEqual(['oiled']);
    expect(clause?.missing.map(({ word }) => word)).toEqual(['elves']);
  });
});

describe('what two statements say is not mixed', () => {
  it.each([
    ['Toner T-410 fits the M450.', 'Toner T-410 fits the M380. Toner T-420 fits the M450.'],
    ['Members get 10% off furniture.', 'Members get 10% off plants and 5% off furniture.'],
    [
      'The spelt baguette contains spelt and sesame.',
      'Seeded roll: wheat, sesame. Spelt baguette: spelt, milk.',
    ],
    [
      'You can pay with PayPal in the shops.',
      'In our shops you can pay by card or Apple Pay. Online we take cards and PayPal.',
    ],
    [
      'There is a 2% surcharge on transfers.',
      'A surcharge of 2% applies to cards; transfers carry no surcharge.',
    ],
    [
      'With the subscription wet food is 15% cheaper.',
      'The 15% subscription discount is for dry food. Wet food has the normal price.',
    ],
    ['If your palm measures 22 cm, choose size M.', 'Size M: 20–21 cm · Size L: 22–23 cm'],
  ])('%s', (sentence, quote) => {
    expect(findMixture(align(sentence, quote))).not.toBeNull();
  });

  it.each([
    ['Members get 10% off plants, and 5% off furniture.', 'Members get 10% off plants and 5% off furniture.'],
    ['The Corsa has an aluminium frame and weighs 11 kg.', 'Frame: aluminium. Weight: 11 kg.'],
    ['Delivery to Spain takes 5 days and costs $7.', 'Country: Spain · Time: 5 days · Cost: $7'],
    [
      'The deposit of £80 is blocked on your card.',
      'The deposit for the cleaner is £80. It is blocked on your card.',
    ],
  ])('and may be joined: %s', (sentence, quote) => {
    expect(findMixture(align(sentence, quote))).toBeNull();
  });
});

describe('a denial is not turned', () => {
  it.each([
    [
      'Prices in the catalogue include VAT.',
      'Prices in our catalogue are shown excluding VAT. VAT is added later.',
    ],
    ['You can combine several codes.', 'Can I combine several codes? No, one per order.'],
    [
      'You can return an opened sensor.',
      'Opened sensors cannot be returned, even if they were never fitted.',
    ],
  ])('%s', (sentence, quote) => {
    expect(findTurnedDenial(align(sentence, quote))).not.toBeNull();
  });

  it.each([
    ['The flour contains no lactose.', 'Certified free of lactose. May contain soya.'],
    [
      'If the item is faulty, you do not pay the return.',
      'The customer pays the return, except for faulty items.',
    ],
    ['Pre-orders are charged when they ship.', 'Pre-orders are charged when they ship, not when you order.'],
    ['You pay no more than $5.', 'You pay at most $5.'],
  ])('and may be said otherwise: %s', (sentence, quote) => {
    expect(findTurnedDenial(align(sentence, quote))).toBeNull();
  });

  it('is known by the part of the statement that it is of', () => {
    const quote = 'For the front axle. Wear sensor not supplied.';
    expect(deniesAsQuoted(align('The pads come without a wear sensor.', quote))).toBe(true);
    expect(deniesAsQuoted(align('The pads are not for the front axle.', quote))).toBe(false);
  });
});

describe('a value is of what the quote says it is', () => {
  it.each([
    ['The plan costs £14 a year.', 'The plan costs £14 per month.'],
    ['The most that you can order is 500 kg.', 'The minimum order is 500 kg.'],
    ['We pay you €400 for your old bike.', 'We pay up to €400 for your old bike.'],
    ['The shop insures the instrument.', 'The customer insures the instrument.'],
  ])('%s', (sentence, quote) => {
    expect(findTurnedValue(align(sentence, quote))).not.toBeNull();
  });

  it.each([
    ['The plan costs £14 monthly.', 'The plan costs £14 per month.'],
    ['You can return it for 45 days.', 'Returns are accepted up to 45 days after delivery.'],
    ['At most 500 kg fit.', 'The maximum load is 500 kg.'],
  ])('and may be said otherwise: %s', (sentence, quote) => {
    expect(findTurnedValue(align(sentence, quote))).toBeNull();
  });
});

describe('nothing is promised that the quote leaves open', () => {
  it.each([
    ['You can cancel a course at any time.', 'Courses can be cancelled until 14 days before.'],
    ['All products are organic.', 'Products with a green leaf are organic.'],
    ['We open on Easter Monday.', 'We expect to open on Easter Monday.'],
    ['Puedes cancelar siempre.', 'Puedes cancelar hasta 14 días antes.', 'es'],
  ])('%s', (sentence, quote, locale = 'en') => {
    expect(findOverreach(align(sentence, quote, '', locale))).not.toBeNull();
  });

  it.each([
    ['You can cancel at any time.', 'You can cancel whenever you like.'],
    ['Hearing aids have a 30-day trial at home.', 'Hearing aids may be tried at home for 30 days.'],
    ['We usually answer within a day.', 'We normally answer within a day.'],
  ])('but what it promises may be: %s', (sentence, quote) => {
    expect(findOverreach(align(sentence, quote))).toBeNull();
  });
});

describe('a word that the quotes do not have', () => {
  const aligned = align(
    'Rinse the hull with fresh water, and stow it where the sun cannot reach it.',
    'Rinse the hull with fresh water after use. Store it out of the sun.',
  );

  it('may be another word for theirs, or tell a deed', () => {
    expect(findUnsupported(['parcel'], align('Keep the parcel.', 'Keep the package.'))).toEqual([]);
    expect(findUnsupported(['reach'], aligned)).toEqual([]);
  });

  it('must be theirs where it names a thing, is one of several, or is added', () => {
    expect(findUnsupported(['elephant'], aligned)).toEqual(['elephant']);
    expect(findUnsupported(['reach', 'polish'], aligned)).toEqual(['reach', 'polish']);
    const added = align('Write to us or call.', 'Write to us.');
    expect(findUnsupported(['call'], added)).toEqual(['call']);
  });
});
