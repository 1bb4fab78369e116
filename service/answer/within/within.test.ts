import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsWithin } from './months.ts';
import { liesIn, readPlaces } from './places.ts';
import { readRanges } from './ranges.ts';
import { makeMeets, makeWithin } from './within.ts';

const credit = (question: string, text: string, word: string) => makeWithin(question)?.(text).get(word) ?? 0;

describe('makeWithin', () => {
  it.each([
    ['do you ship to Maui', 'Hawaii & Puerto Rico: $24', 'maui'],
    ['whats the minimum in california', 'West (OR, WA, CA, ID, NV): $69', 'california'],
    ['do you deliver to germany', 'We ship to all EU countries.', 'germany'],
    ['mandais a tenerife', 'Canarias, Ceuta y Melilla: 9,50 €', 'tenerife'],
    ['discount if I buy 60', '50 or more: 15% off', '60'],
    ['somos 30 personas', 'A partir de 25 prendas, un 18 %', '30'],
    ['my parcel weighs 12 kg', 'Weight: 10–20 kg', '12'],
    ['are you open in january', 'November to February: Friday and Saturday', 'january'],
    ['open on saturday?', 'Mon–Sun 10–20', 'saturday'],
    ['do you ship to Seville', 'Envíos a Sevilla: 5 €', 'seville'],
    ['cuanto sale a mérida', 'Sureste: Campeche, Yucatán y Tabasco: $159', 'merida'],
    ['mandan a zapopan?', 'Jalisco: $120', 'zapopan'],
    ['enviais a badalona', 'Cataluña: 4 €', 'badalona'],
    ['I am 17, may I join?', 'You must be 16 or older.', '17'],
    ['my order is only $90', 'Free on orders over $75', '90'],
  ])('finds what “%s” names in “%s”', (question, text, word) =>
    expect(credit(question, text, word)).toBeGreaterThan(0.7),
  );

  it.each([
    ['do you ship to Maui', 'Alaska: $24', 'maui'],
    ['do you deliver to germany', 'We ship within the US only.', 'germany'],
    ['tarda mucho a canada', 'Destino: México; Método: Internacional; Plazo: 7 días', 'canada'],
    ['discount if I buy 60', '10–24: 5 % off', '60'],
    ['my parcel weighs 12 kg', 'up to 5 kg', '12'],
    ['are you open in july', 'November to February: Friday', 'july'],
    ['open on saturday?', 'Monday to Friday', 'saturday'],
    ['what is 17 times 23', 'Boil time: 2 min 15 s for 0.5 liter', '17'],
    ['30 packs for us', 'Students (18 and over): 10 % off', '30'],
    ['30 packs for us', 'You must be 16 or older.', '30'],
  ])('does not find what “%s” names in “%s”', (question, text, word) =>
    expect(credit(question, text, word)).toBe(0),
  );

  it('takes the nearer of two steps', () => {
    const near = credit('I need 60', '50 or more: 15 %', '60');
    expect(near).toBeGreaterThan(credit('I need 60', '10 or more: 5 %', '60'));
  });

  it('knows no shop in a town from what holds for its country, but knows when one is open', () => {
    const within = makeWithin('store hours in Manchester on saturday', { ofShops: true });
    const credits = within?.('UK: Mon–Sun 10–20');
    expect(credits?.has('manchester')).toBe(false);
    expect(credits?.has('saturday')).toBe(true);
  });

  it('knows a shop in a town for one in its country', () => {
    const within = makeWithin('stores in Scotland', { ofShops: true });
    expect(within?.('Our shop in Edinburgh').get('scotland')).toBeGreaterThan(0.7);
    expect(within?.('Our shop in Leeds').has('scotland')).toBe(false);
  });

  it('is null where a question names nothing of the kind', () => {
    expect(makeWithin('can I return worn shoes')).toBeNull();
  });

  it('credits in 0…1, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (question, text) => {
        for (const value of makeWithin(`${question} 60 Maui`)?.(text).values() ?? []) {
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

it('knows what lies in what, and not the reverse', () => {
  expect(liesIn('maui', 'US')).toBe(true);
  expect(liesIn('hawaii', 'maui')).toBe(false);
  expect(liesIn('madrid', 'eu')).toBe(true);
  expect(liesIn('hawaii', 'contiguous us')).toBe(false);
});

it.each(['48 estados contiguos de EE. UU.', 'EE. UU. continental', 'the contiguous US', 'mainland US'])(
  'takes “%s” for the contiguous states alone',
  (text) => expect(readPlaces(text).map(({ key }) => key)).toEqual(['contiguous us']),
);

it('takes two letters for a state only in a list, and everyday words for no country', () => {
  expect(readPlaces('help me or call us in the evening')).toEqual([]);
  expect(readPlaces('Portland, OR').map(({ key }) => key)).toContain('oregon');
});

it('reads ranges with their kinds', () => {
  expect(readRanges('$10–$20, 5 to 7 days, 25 or more')).toEqual([
    { kind: 'money', least: 10, most: 20 },
    { kind: 'minute', least: 7_200, most: 10_080 },
    { kind: 'count', least: 25, most: Number.POSITIVE_INFINITY, bare: true },
  ]);
});

it.each([
  ['You have to be 21 or over', 'age'],
  ['Cameras made before 1985', 'year'],
  ['clubs with at least 15 members', 'count'],
])('reads what is bounded: %s', (text, kind) => {
  expect(readRanges(text).map((range) => range.kind)).toEqual([kind]);
});

it('reads no count in a time of the day', () => {
  expect(readRanges('Open from 6 pm to 9 pm, from 10:30')).toEqual([]);
});

it('answers an age by the age that is asked for, met or not', () => {
  const holds = makeWithin("I'm 19, can I hire a camera?");
  expect(holds?.('You have to be 21 or over.').get('19')).toBeGreaterThan(0.5);
  expect(holds?.('Clubs with at least 15 members').get('19')).toBeUndefined();
});

it('takes what a shopper offers for no amount that a page states', () => {
  const text = 'Gift cards cost from $20 to $200.';
  const credit = (question: string): number | undefined => makeWithin(question)?.(text).get('50');
  expect(credit('Is there one for $50?')).toBeGreaterThan(0.5);
  expect(credit('I will pay you $50 for the kettle, deal?')).toBeUndefined();
  expect(credit('te doy $50 por la tetera')).toBeUndefined();
});

it.each([
  ['les compré como 35000 sin iva, qué descuento me toca', '35000'],
  ['I spent 35000 on parts, what discount do I get?', '35000'],
])('takes for money what was spent without a sign: %s', (question, amount) => {
  expect(makeWithin(question)?.('Compra: $30,000 a $59,999; Descuento: 12 %').get(amount)).toBeGreaterThan(
    0.5,
  );
});

it('takes what is counted for no money', () => {
  expect(makeWithin('we bought 35000 screws')?.('From $30,000 to $59,999').get('35000')).toBeUndefined();
});

it('tells which condition is met', () => {
  const meets = makeMeets('Does a camera from 1962 have a warranty?');
  expect(meets?.('Cameras made before 1985 are an exception.')).toBeGreaterThan(0.5);
  expect(meets?.('Cameras made before 1950 are an exception.')).toBe(0);
  expect(makeMeets('Does a camera have a warranty?')).toBeNull();
});

it('reads months across the new year', () => {
  expect([...monthsWithin('November to February')].sort((a, b) => a - b)).toEqual([0, 1, 10, 11]);
});

it('holds a month that is spoken of against one or a span that is stated', () => {
  const meets = makeMeets('return window for gifts bought in november');
  expect(meets?.('Anything bought between November 1 and December 24 can go back until January 31.')).toBe(1);
  expect(meets?.('In November it takes 4 weeks.')).toBe(1);
  expect(meets?.('You have 60 days.')).toBe(0);
  expect(meets?.('Posted on November 8, 2022.')).toBe(0);
  expect(makeMeets('May I return it?')).toBeNull();
  expect(makeMeets('can i send it back in may')?.('From April to June we are closed.')).toBe(1);
});

it('takes the US Virgin Islands for themselves', () => {
  expect(readPlaces('Puerto Rico, Guam and US Virgin Islands').map(({ key }) => key)).not.toContain('US');
  expect(readPlaces('We ship to the US.').map(({ key }) => key)).toContain('US');
});
