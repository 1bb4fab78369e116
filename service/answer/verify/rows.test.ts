import { describe, expect, it, test } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { makeGround } from './ground.fixture.ts';
import { keepRowsSpokenOf, withRowNames } from './rows.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const hire = [
  'Kit: Norvik 100mm macro; Day: £18; Weekend: £28; Deposit: £150',
  'Kit: Two-light studio kit; Day: £40; Weekend: £62; Deposit: £200',
].join('\n');
const zones = [
  'Where to: Mainland; Service: Standard; Price: £3.95; Notes: signed for',
  'Where to: Mainland; Service: Express; Price: £8.50; Notes: ordered by noon',
  'Where to: Northern Ireland; Service: Standard; Price: £5.50; Notes: signed for',
].join('\n');

describe('the rows that a sentence speaks of', () => {
  const keep = (text: string, quote: string): string =>
    keepRowsSpokenOf({ text, locale: 'en' }, [{ text: quote, locale: 'en' }]).join('');

  test('are those of the name that it gives, with the columns that it names and the notes', () => {
    expect(keep('The macro is £28 for a weekend.', hire)).toBe('Kit: Norvik 100mm macro; Weekend: £28');
    expect(keep('Express to the mainland costs £8.50.', zones)).toBe(
      'Where to: Mainland; Service: Express; Price: £8.50; Notes: ordered by noon',
    );
  });

  test('are all of a name that several have, and all where none is named', () => {
    expect(keep('What is the price to the mainland?', zones).split('\n')).toHaveLength(2);
    expect(keep('Orders are signed for.', zones).split('\n')).toHaveLength(3);
  });

  test('are several where several are named', () => {
    expect(keep('A day costs £18 for the macro and £40 for the studio kit.', hire).split('\n')).toHaveLength(
      2,
    );
  });

  test('are told apart in one line, and prose is left alone', () => {
    expect(keep('Portugal: €9.50.', 'Country: Spain · Cost: €7.50. Country: Portugal · Cost: €9.50.')).toBe(
      'Country: Portugal; Cost: €9.50.',
    );
    const prose = 'We ship to Spain; delivery takes 3 days.\nReturns are free: print the label.';
    expect(keep('Delivery to Spain takes 3 days.', prose)).toBe(prose);
  });
});

test('a row alone is a list unless it is known to be of a table; rows of several quotes are of one', () => {
  const quotes = hire.split('\n').map((text) => ({ text, locale: 'en' }));
  const sentence = { text: 'The macro is £28 for a weekend.', locale: 'en' };
  expect(keepRowsSpokenOf(sentence, quotes.slice(0, 1))).toEqual([quotes[0]?.text]);
  expect(keepRowsSpokenOf(sentence, [{ text: quotes[0]?.text ?? '', locale: 'en', shape: 'rows' }])).toEqual([
    'Kit: Norvik 100mm macro; Weekend: £28',
  ]);
  expect(keepRowsSpokenOf(sentence, quotes)).toEqual(['Kit: Norvik 100mm macro; Weekend: £28', '']);
});

test('each value of a row stands with what names the row', () => {
  expect(withRowNames('Kit: macro; Day: £18; Weekend: £28\nAsk in the shop.')).toBe(
    'Kit: macro, Day: £18\nKit: macro, Weekend: £28\nAsk in the shop.',
  );
});

describe('a cell of a table', () => {
  it.each([
    ['For the Norvik 100mm macro, the weekend is £28.', true],
    ['The deposit for the two-light studio kit is £200.', true],
    ['The two-light studio kit is £40 a day and £62 for a weekend.', true],
    ['For the Norvik 100mm macro, the weekend is £18.', false],
    ['For the Norvik 100mm macro, the weekend is £62.', false],
    ['The deposit for the two-light studio kit is £150.', false],
    ['The two-light studio kit is £62 a day and £40 for a weekend.', false],
  ])('%s', (sentence, ok) => {
    expect(verify(sentence, [makeGround(hire, { context: ['Rental'] })]).ok).toBe(ok);
    const each = hire.split('\n').map((text) => makeGround(text, { context: ['Rental'], shape: 'rows' }));
    expect(verify(sentence, each).ok).toBe(ok);
  });
});

describe('a line of a list', () => {
  const keeping = [
    'Stop bath: until the indicator turns purple',
    'Fixer, working solution: 2 months or 20 films per litre',
    'Paper in its bag: 2 years',
  ].join('\n');

  it.each([
    ['Stop bath keeps until the indicator turns purple.', true],
    ['Working solution of fixer keeps 2 months or 20 films per litre.', true],
    ['Stop bath keeps 2 months or 20 films per litre.', false],
    ['Working solution of fixer keeps 2 years.', false],
    ['Paper in its bag keeps until the indicator turns purple.', false],
  ])('%s', (sentence, ok) => {
    expect(verify(sentence, [makeGround(keeping, { context: ['How long chemicals keep'] })]).ok).toBe(ok);
  });

  test('may go on with what another line says', () => {
    const coat = makeGround('Outer: 100% wool. Lining: 100% viscose. Buttons: horn.', {
      context: ['Chester coat'],
    });
    expect(verify('The Chester coat is made of 100% wool with a viscose lining.', [coat]).ok).toBe(true);
    expect(verify('The lining of the Chester coat is 100% wool.', [coat]).ok).toBe(false);
  });
});
