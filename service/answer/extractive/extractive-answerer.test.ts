import { describe, expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence, fakeTask } from '../llm/fake-evidence.ts';
import type { RankedUnit, UnitFeatures } from '../rank/rank-units.ts';
import { makeExtractiveAnswerer, pickSentences } from './extractive-answerer.ts';

/** Units of one passage, each with its score; best first. */
function units(
  piece: Evidence,
  lines: [text: string, score: number][],
  features: Partial<UnitFeatures> = {},
): RankedUnit[] {
  return lines
    .map(([text, score], position) => fakeUnit(piece, { text, score, position, features }))
    .sort((a, b) => b.score - a.score);
}

function piece(text: string, own: Partial<Evidence> = {}): Evidence {
  const [made] = fakeEvidence({ ...own, text });
  if (made === undefined) throw new Error('no evidence');
  return made;
}

const ask = (ranked: RankedUnit[], question = 'returns?') =>
  pickSentences({ ranked, asked: question, locale: 'en' });
const said = (ranked: RankedUnit[], question?: string) => ask(ranked, question).map(({ text }) => text);

describe('pickSentences', () => {
  it('says nothing where nothing was found', () => {
    expect(ask([])).toEqual([]);
  });

  it('says further sentences only where they are about as good, in reading order', () => {
    const text = 'Orders ship daily. Express costs $18. Parrots are loud.';
    const ranked = units(piece(text), [
      ['Orders ship daily.', 9.8],
      ['Express costs $18.', 10],
      ['Parrots are loud.', 2],
    ]);
    expect(said(ranked)).toEqual(['Orders ship daily.', 'Express costs $18.']);
  });

  it('begins with what clearly answers best, where that can stand first', () => {
    const first = (best: string, before = 'Wallets: PayPal.', more: Partial<RankedUnit> = {}) =>
      said(
        units(piece(`${before} ${best}`), [
          [before, 9],
          [best, 11],
        ]).map((unit) => (unit.text === best ? { ...unit, ...more } : unit)),
      )[0];
    expect(first('We do not take crypto.')).toBe('We do not take crypto.');
    expect(first('It expires after a year.')).toBe('Wallets: PayPal.');
    expect(first('Tents are too big.', 'Yes, for $4.')).toBe('For $4.');
    expect(first('Outside the US you pay.', 'Our label costs $5.', { special: true })).toBe(
      'Our label costs $5.',
    );
  });

  it('quotes exactly the words of each sentence', () => {
    const evidence = piece('Uno. Los envíos son gratis. Tres.', { locale: 'es', index: 4 });
    const [draft] = ask(units(evidence, [['Los envíos son gratis.', 5]]));
    expect(draft?.quotes).toEqual([{ evidence: 4, start: 105, end: 127 }]);
  });

  it('begins with the document of the best sentence', () => {
    const [first, second] = [
      piece('Older rule.', { documentId: 'a', index: 0, start: 0 }),
      piece('Best rule.', { documentId: 'b', index: 1, start: 500 }),
    ];
    expect(said([fakeUnit(second, { score: 5 }), fakeUnit(first, { score: 4 })])).toEqual([
      'Best rule.',
      'Older rule.',
    ]);
  });

  it('says the same words of two pages once', () => {
    const pieces = [piece('Returns are free.'), piece('Returns are FREE', { documentId: 'other' })];
    expect(said(pieces.map((one) => fakeUnit(one)))).toEqual(['Returns are free.']);
  });

  it('reads from the top what stands under the question’s own heading, up to the best sentence', () => {
    const lines: [string, number][] = [
      ['One a.', 1],
      ['Two b.', 1],
      ['Three c.', 1],
      ['Four d.', 9],
    ];
    const ranked = units(piece('One a. Two b. Three c. Four d.'), lines, { heading: 1 });
    expect(said(ranked)).toEqual(['One a.', 'Two b.', 'Four d.']);
    expect(said(units(piece('One a. Two b. Three c. Four d.'), lines, { heading: 0.5 }))).toEqual([
      'Four d.',
    ]);
  });

  it('lists what an introduction announces, each line once', () => {
    const evidence = piece('We accept:\nVisa\nPayPal\nCash on delivery');
    const lines: [string, number][] = [
      ['We accept:', 9],
      ['Visa', 8.5],
      ['PayPal', 3],
      ['Cash on delivery', 2],
    ];
    for (const heading of [0, 1]) {
      const drafts = ask(units(evidence, lines, { heading }));
      expect(drafts.map(({ text, layout }) => [text, layout])).toEqual([
        ['We accept:', undefined],
        ['Visa', 'item'],
        ['PayPal', 'item'],
        ['Cash on delivery', 'item'],
      ]);
    }
  });

  it('says a table row with its columns, and a fact with its product', () => {
    const row = piece('Region: Spain; Time: 9 days', { shape: 'rows' });
    expect(ask([fakeUnit(row)])).toMatchObject([{ text: 'Spain – Time: 9 days', layout: 'item' }]);
    const fact = piece('Price: $129.00', { shape: 'facts', title: 'Kestrel Jacket' });
    expect(ask([fakeUnit(fact)])).toMatchObject([
      { text: 'Kestrel Jacket – Price: $129.00', layout: 'item' },
    ]);
  });
});

describe('pickSentences of a table', () => {
  const rows = (lines: [text: string, score: number, matches: number[]][]): RankedUnit[] => {
    const table = piece(lines.map(([text]) => text).join('\n'), { shape: 'rows' });
    return lines.map(([text, score, matches], position) =>
      fakeUnit(table, { text, score, matches, position }),
    );
  };

  it('says the row that was asked for, not its neighbours', () => {
    const ranked = rows([
      ['To: Spain; Price: $9', 9, [1, 0.9]],
      ['To: Canada; Price: $12', 8, [0, 0.9]],
    ]);
    expect(said(ranked)).toEqual(['Spain – Price: $9']);
  });

  it('says all rows where none was asked for', () => {
    const ranked = rows([
      ['To: Canada; Price: $12', 8, [0.9]],
      ['To: Japan; Price: $29', 8, [0.9]],
      ['To: Peru; Price: $19', 8, [0.9]],
      ['To: Spain; Price: $9', 8, [0.9]],
    ]);
    expect(said(ranked)).toHaveLength(4);
  });
});

describe('pickSentences of a yes-or-no question', () => {
  const sentence = "Worn items can't be returned.";

  it('begins with the word that the quote supports, and quotes the sentence alone', () => {
    const evidence = piece(sentence, { title: 'Returns' });
    const drafts = ask([fakeUnit(evidence)], 'Can I return worn items?');
    expect(drafts).toMatchObject([
      { text: `No. ${sentence}`, quotes: [{ start: evidence.start, end: evidence.start + sentence.length }] },
    ]);
  });

  it('says no word where the question asks something else', () => {
    expect(said([fakeUnit(piece(sentence))], 'What cannot be returned?')).toEqual([sentence]);
  });

  it('does not say the yes that a page says to a question of its own', () => {
    const own = piece('Yes, with Klarna, for orders between $90 and $900.', {
      heading: ['Help', 'Can I pay in installments?'],
    });
    expect(said([fakeUnit(own)], 'Can I pay in installments?')).toEqual([
      'Yes, with Klarna, for orders between $90 and $900.',
    ]);
    expect(said([fakeUnit(own)], 'Can I pay in installments for a $60 order?')).toEqual([
      'With Klarna, for orders between $90 and $900.',
    ]);
  });
});

it('says what a customer wrote as a customer’s words', () => {
  const review = piece('Runs small.', { voice: 'customer' });
  expect(said([fakeUnit(review)], 'What do the reviews say?')).toEqual(['A customer wrote: “Runs small.”']);
});

it('answers without a model: no tokens, no cost', async () => {
  const evidence = fakeEvidence('Returns are free.');
  const ranked = evidence.map((one) => fakeUnit(one));
  const { sentences, usage } = makeExtractiveAnswerer().answer(fakeTask('returns?', evidence, { ranked }));
  const said: string[] = [];
  for await (const { text } of sentences) said.push(text);
  expect(said).toEqual(['Returns are free.']);
  expect(usage).toEqual({ inputTokens: 0, outputTokens: 0, costUsd: 0 });
});
