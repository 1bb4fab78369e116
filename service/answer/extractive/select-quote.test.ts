import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { selectQuote } from './select-quote.ts';

function select(sentence: string, text: string, own: Partial<Evidence> = {}): string[] {
  const [piece] = fakeEvidence({ ...own, text });
  if (piece === undefined) return [];
  return selectQuote(sentence, piece).map(({ start, end }) =>
    piece.text.slice(start - piece.start, end - piece.start),
  );
}
const SHIPPING =
  'Standard shipping costs $5. Express shipping costs $18. Orders over $75 ship free. Parcels are insured.';

it('picks the sentence that has the words and the values', () => {
  expect(select('Express delivery is $18.', SHIPPING)).toEqual(['Express shipping costs $18.']);
});

it('takes a second one that adds what the first lacks, in reading order', () => {
  expect(select('Orders over $75 ship free, and express shipping costs $18.', SHIPPING)).toEqual([
    'Express shipping costs $18.',
    'Orders over $75 ship free.',
  ]);
});

it('picks a whole table row', () => {
  const rows = 'Region: Canada; Time: 5–7 days\nRegion: Spain; Time: 9 days';
  expect(select('Delivery to Spain takes 9 days.', rows, { shape: 'rows' })).toEqual([
    'Region: Spain; Time: 9 days',
  ]);
});

it('reads Spanish forms', () => {
  const text = 'Abrimos a las 10:00. Las devoluciones son gratis.';
  expect(select('La devolución es gratis.', text, { locale: 'es' })).toEqual([
    'Las devoluciones son gratis.',
  ]);
});

it('picks nothing where nothing is shared', () => {
  expect(select('Parrots eat walnuts.', SHIPPING)).toEqual([]);
});

it('always quotes within the passage, without white space around', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (sentence, text) => {
        for (const quote of select(sentence, text)) {
          expect(text).toContain(quote);
          expect(quote).toBe(quote.trim());
          expect(quote).not.toBe('');
        }
      },
    ),
  );
});
