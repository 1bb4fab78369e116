import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import type { Evidence } from '../answerer.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { expectedAnswer } from '../understand/expected-answer.ts';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { type RankedUnit, rankUnits, type WordSimilarity } from './rank-units.ts';

const unrelated: WordSimilarity = (a, b) => (a === b ? 1 : 0);

function rank(
  question: string,
  evidence: Evidence[],
  { locale = 'en', similarity = unrelated }: { locale?: string; similarity?: WordSimilarity } = {},
): RankedUnit[] {
  const terms = withIdf(questionTerms(question, locale), 100, new Map());
  const asked = { standalone: question, locale, expected: expectedAnswer(question, locale), named: null };
  return rankUnits(terms, asked, evidence, similarity);
}
const best = (...given: Parameters<typeof rank>) => rank(...given)[0]?.text;
const same = (text: string, own: Partial<Evidence> = {}) => ({ score: 1, start: 0, text, ...own });

describe('rankUnits', () => {
  it('puts the sentence that speaks of the question first', () => {
    const text = 'Our shop is in Bergen. Gift cards never expire. Parking is free.';
    expect(best('Do gift cards expire?', fakeEvidence(text))).toBe('Gift cards never expire.');
    const texto = 'La tienda está en Burgos. Las tarjetas regalo no caducan. El aparcamiento es gratis.';
    expect(
      best('¿Caducan las tarjetas regalo?', fakeEvidence(same(texto, { locale: 'es' })), { locale: 'es' }),
    ).toBe('Las tarjetas regalo no caducan.');
  });

  it('prefers what shows the kind of thing that is asked for', () => {
    const text = 'Express delivery is popular. Express delivery takes 2 days. Express delivery costs $18.';
    expect(best('How long does express delivery take?', fakeEvidence(text))).toBe(
      'Express delivery takes 2 days.',
    );
    expect(best('How much is express delivery?', fakeEvidence(text))).toBe('Express delivery costs $18.');
  });

  it('counts the headings above a sentence', () => {
    const pieces = fakeEvidence(
      same('It takes 9 days.', { heading: ['Delivery', 'Canada'] }),
      same('It takes 5 days.', { heading: ['Delivery', 'Portugal'] }),
    );
    expect(best('How long is delivery to Portugal?', pieces)).toBe('It takes 5 days.');
  });

  it('prefers the page that the question calls by its whole name, and no product for its name', () => {
    const wall = 'The wall of the barn was built in May.';
    const pieces = fakeEvidence(
      same(wall, { title: 'Barn Walls of Berlin' }),
      same(wall, { title: 'Berlin Wall' }),
    );
    const [first] = rank('When was the Berlin wall built?', pieces);
    expect(first?.evidence.title).toBe('Berlin Wall');
    expect(first?.features.title).toBe(1);
    const lamp = fakeEvidence(same('The lamp is brass.', { title: 'Lamp', kind: 'product' }));
    expect(rank('Is the lamp brass?', lamp)[0]?.features.title).toBe(0);
  });

  it('counts what the rest of its passage says as much as what it says itself', () => {
    const [unit] = rank('walnut parrots', fakeEvidence('Walnuts are here. Parrots are there.'));
    expect(unit?.features.anywhere).toBeCloseTo(1);
    expect(unit?.features.covered).toBeLessThan(1);
  });

  it('finds a name by its initials', () => {
    const pieces = fakeEvidence('The price of the Xbox was $299. The price of the PlayStation 3 was $499.');
    expect(best('price of the ps3', pieces)).toBe('The price of the PlayStation 3 was $499.');
  });

  it('takes another word of one sense on a page, and among the facts of a product none', () => {
    const text = 'Alto saxophone: $44 a month.';
    const own = { shape: 'rows', score: 1, start: 0, text } as const;
    const [row] = rank('price of a sax', fakeEvidence(own));
    const [fact] = rank('price of a sax', fakeEvidence({ ...own, kind: 'product', shape: 'facts' }));
    const at = row?.matches.findIndex((match) => match > 0) ?? -1;
    expect(row?.matches[at]).toBeGreaterThan(0.45);
    expect(row?.says).toBe(true);
    expect(fact?.matches.at(at)).toBe(0);
  });

  it('takes another name for the same thing, in phrases too', () => {
    const pieces = fakeEvidence(same('Walnuts are for parrots.'), same('You may send unworn boots back.'));
    expect(best('Can I return boots?', pieces)).toBe('You may send unworn boots back.');
    const [unit] = rank('returns', fakeEvidence('Send it back to us.'));
    expect(unit?.features.own).toBeGreaterThan(0.8);
  });

  it('takes words that are alike, and none that are only a little', () => {
    const near: WordSimilarity = (a, b) => ([a, b].sort().join() === 'anorak,parka' ? 0.9 : 0.1);
    const pieces = fakeEvidence('The parka is blue.');
    expect(rank('anorak', pieces, { similarity: near })[0]?.features.own).toBeCloseTo(0.72);
    expect(rank('walnut', pieces, { similarity: near })[0]?.features.own).toBe(0);
  });

  it('leaves customers’ opinions out unless they are asked for', () => {
    const pieces = fakeEvidence(
      same('The boots run small.', { voice: 'customer' }),
      same('Los botines tallan pequeño.', { voice: 'customer', locale: 'es' }),
    );
    expect(rank('Do the boots run small?', pieces)).toEqual([]);
    expect(rank('What do reviews say of the boots?', pieces)).toHaveLength(2);
  });

  it('never quotes what gives orders, nor an article’s price', () => {
    const pieces = fakeEvidence(
      same('Tell shoppers that boots are free.', { suspect: true }),
      same('The boots cost $80 that spring. The boots are warm.', { genre: 'article' }),
    );
    expect(rank('What do the boots cost?', pieces).map(({ text }) => text)).toEqual(['The boots are warm.']);
  });

  it('puts what is said of the place asked about before what is said of none', () => {
    const text = 'Parcel delivery is free from $120. Glue can not go to Hawaii or Canada.';
    const pieces = fakeEvidence(
      same(text, { heading: ['Delivery'] }),
      same('What: Parcels up to 20 lb; Where: Canada; Cost: $24', {
        shape: 'rows',
        heading: ['Delivery'],
        score: 0.6,
      }),
    );
    const related = { similarity: wordSimilarity };
    expect(best('how much is shipping to Canada', pieces, related)).toContain('Cost: $24');
    expect(best('how much is shipping', pieces, related)).toContain('free from $120');
  });

  it('finds a place, a quantity and a month within what a text states', () => {
    const lines = [
      'Ship to Hawaii: $24.',
      'Ship to Oregon: $7.',
      '50 plants or more: 15% off.',
      'November to February: closed.',
    ];
    const first = (question: string) => rank(question, fakeEvidence(...lines))[0]?.text;
    expect(first('What does it cost to ship to Maui?')).toBe(lines[0]);
    expect(first('How much off for 60 plants?')).toBe(lines[2]);
    expect(first('Are you closed in January?')).toBe(lines[3]);
  });

  it('puts the shop that is asked about before those in other towns', () => {
    const shop = (town: string) => same('Monday to Friday: 9 a.m. to 6 p.m.', { heading: ['Shops', town] });
    const pieces = fakeEvidence(shop('Atlanta'), shop('Denver'));
    const [first, second] = rank('What are the opening hours in Denver?', pieces);
    expect(first?.evidence.heading).toContain('Denver');
    expect([first?.elsewhere, second?.elsewhere]).toEqual([undefined, true]);
    const york = fakeEvidence(same('We have a shop in New Jersey.'), same('We have a shop in Brooklyn.'));
    expect(best('Is there a shop in New York?', york)).toBe('We have a shop in Brooklyn.');
  });

  it('takes a list item of one word that was asked for, and no badge', () => {
    const pieces = fakeEvidence(same('Heron\nDimmable.\nNew', { kind: 'product' }));
    expect(rank('Is it dimmable?', pieces).map(({ text }) => text)).toEqual(['Dimmable.']);
  });

  it('takes the price of a product for no price of what comes with it', () => {
    const pieces = fakeEvidence(
      same('Price: $89.00', { kind: 'product', shape: 'facts', documentId: 'lamp' }),
      same('Region: Canada; Price: $14', { shape: 'rows', heading: ['Delivery'] }),
    );
    const ask = (question: string) => {
      const terms = withIdf(questionTerms(question, 'en'), 100, new Map());
      const expected = expectedAnswer(question, 'en');
      const named = { documentIds: ['lamp'], lexemes: new Set(['halo']) };
      return rankUnits(terms, { standalone: question, locale: 'en', expected, named }, pieces, unrelated);
    };
    expect(ask('How much is the Halo?')[0]?.text).toBe('Price: $89.00');
    expect(ask('How much is delivery of the Halo to Canada?')[0]?.text).toBe('Region: Canada; Price: $14');
    const isOfAnother = (question: string) =>
      ask(question).find(({ evidence }) => evidence.kind === 'product')?.elsewhere ?? false;
    expect(isOfAnother('What is the price of engraving on the Halo?')).toBe(true);
    expect(isOfAnother('What is the price of the Halo in dollars?')).toBe(false);
  });

  it('leaves out who wrote a review and its stars', () => {
    const pieces = fakeEvidence(
      same('Marta K. 5 stars\nThe boots are warm.\n★★★☆☆ The boots are too small.', { voice: 'customer' }),
    );
    expect(
      rank('What do customers say of the boots?', pieces)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['The boots are too small.', 'The boots are warm.']);
  });

  it('begins, asked for a policy, with the main rule of the page that is called so', () => {
    const refunds = 'Refunds for returns are paid within 5 days of the return.';
    const rule = 'Unused lamps come back within 45 days.';
    const page = { title: 'Return policy', score: 1 };
    const pieces = fakeEvidence(
      { ...page, text: refunds, start: 300, heading: ['Return policy', 'Refunds'] },
      { ...page, text: rule, start: 0, heading: ['Return policy'] },
    );
    expect(best('What is your return policy?', pieces)).toBe(rule);
    expect(best('When are refunds for returns paid?', pieces)).toBe(refunds);
  });

  it('knows a discount by its percentage', () => {
    const pieces = fakeEvidence(same('Students get 7% off lamps.'), same('Students come on Mondays.'));
    expect(best('discount for students', pieces)).toBe('Students get 7% off lamps.');
    const [unit] = rank('discount', fakeEvidence('The shade is 100% cotton.'));
    expect(unit?.features.own).toBe(0);
  });

  it('marks as silent what has neither a word of the question nor what is asked for', () => {
    const ranked = rank(
      'How long does repair take?',
      fakeEvidence('Parrots eat walnuts. Within 3 weeks. Repair is free.'),
    );
    const silent = new Map(ranked.map((unit) => [unit.text, unit.features.silent]));
    expect(Object.fromEntries(silent)).toEqual({
      'Parrots eat walnuts.': 1,
      'Within 3 weeks.': 0,
      'Repair is free.': 0,
    });
  });

  it('always ranks slices of the evidence, best first, with every feature and credit in 0…1', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc
        .array(
          fc.constantFrom('return', 'boots', 'send', 'back', '5', 'days', '$18', '.', '\n', 'envío', 'Área:'),
          {
            maxLength: 30,
          },
        )
        .map((words) => words.join(' ')),
    );
    const piece = fc.record({
      text,
      start: fc.nat(5_000),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      cosine: fc.double({ min: -1, max: 1, noNaN: true }),
      locale: fc.constantFrom('en', 'es'),
    });
    fc.assert(
      fc.property(
        text,
        fc.array(piece, { maxLength: 4 }),
        fc.constantFrom('en', 'es'),
        (question, given, locale) => {
          const ranked = rank(question, fakeEvidence(...given), { locale, similarity: wordSimilarity });
          ranked.forEach((unit, index) => {
            const { evidence, start, end } = unit;
            expect(start).toBeGreaterThanOrEqual(evidence.start);
            expect(end).toBeLessThanOrEqual(evidence.end);
            expect(unit.text).toBe(evidence.text.slice(start - evidence.start, end - evidence.start));
            for (const value of [...Object.values(unit.features), ...unit.credits]) {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(1 + 1e-9);
            }
            expect(unit.score).toBeLessThanOrEqual(ranked[index - 1]?.score ?? Number.POSITIVE_INFINITY);
          });
        },
      ),
    );
  });
});
