import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../ingest/embedding/load-word-vectors.ts';
import type { Evidence } from './answerer.ts';
import { expectedAnswer } from './expected-answer.ts';
import { fakeEvidence } from './llm/fake-evidence.ts';
import { questionTerms, withIdf } from './question-terms.ts';
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
