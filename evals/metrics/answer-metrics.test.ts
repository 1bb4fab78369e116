import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abstentionScores } from './abstention.ts';
import { citationPrecision, citationRecall } from './citation-match.ts';
import { factsFound, locateFacts } from './facts-found.ts';
import { languageMatch } from './language-match.ts';
import { matchesUrl } from './matches-url.ts';
import { quoteFault } from './quote-validity.ts';

describe('factsFound', () => {
  const found = (spoken: string, cards: string[], mode: 'all' | 'any' = 'all') =>
    factsFound(locateFacts(['30 days', '$129'], spoken, cards), mode).value;
  it('is 1 when all are stated, 0 when none is, and a share between', () => {
    expect(found('30 days for $129', [])).toBe(1);
    expect(found('30 days', [])).toBe(0.5);
    expect(found('13 days', [])).toBe(0);
  });
  it('needs only one in mode any', () => {
    expect(found('30 days', [], 'any')).toBe(1);
    expect(found('13 days', [], 'any')).toBe(0);
  });
  it('counts product cards, and tells them from the text', () => {
    expect(locateFacts(['30 days', '$129'], 'Within 30 days.', ['Parka $129.00'])).toEqual(['text', 'card']);
    expect(locateFacts(['Parka'], 'The parka is back.', ['Parka'])).toEqual(['text']);
  });
  it('does not apply without facts', () => {
    expect(factsFound([], 'all').value).toBeNull();
  });
});

describe('citationRecall and citationPrecision', () => {
  const globs = ['*/returns', '*/shipping'];
  it('are 1 for exactly the expected pages and 0 for others', () => {
    const urls = ['https://a.test/returns', 'https://a.test/shipping'];
    expect(citationRecall(urls, globs)).toEqual({ value: 1 });
    expect(citationPrecision(urls, globs)).toEqual({ value: 1 });
    expect(citationRecall(['https://a.test/blog'], globs)).toEqual({ value: 0 });
    expect(citationPrecision(['https://a.test/blog'], globs)).toEqual({ value: 0 });
  });
  it('count a page once, however often it is quoted', () => {
    const urls = ['https://a.test/returns', 'https://a.test/returns', 'https://a.test/blog'];
    expect(citationPrecision(urls, globs)).toEqual({ value: 0.5 });
    expect(citationRecall(urls, globs)).toEqual({ value: 0.5 });
  });
  it('do not apply without expectations; precision not without citations', () => {
    expect(citationRecall([], globs)).toEqual({ value: 0 });
    expect(citationPrecision([], globs)).toEqual({ value: null, reason: 'nothing is cited' });
    expect(citationRecall(['x'], []).value).toBeNull();
    expect(citationPrecision(['x'], []).value).toBeNull();
  });
});

describe('matchesUrl', () => {
  it.each([
    ['https://a.test/returns', '*/returns'],
    ['https://a.test/returns/', '*/returns'],
    ['https://a.test/returns#:~:text=worn', '*/returns'],
    ['https://a.test/returns?ref=1', '*/returns'],
    ['https://A.test/returns', 'https://a.test/returns'],
    ['https://a.test/es/env%C3%ADos', '*/es/envíos'],
    ['https://a.test/p?sku=1', '*/p?sku=1'],
    ['https://a.test/help/returns/worn', '*/help/*worn'],
    ['https://a.test/', 'https://a.test'],
    ['anything', '*'],
    ['file.md', '*.md'],
  ])('%s matches %s', (url, glob) => expect(matchesUrl(url, glob)).toBe(true));
  it.each([
    ['https://a.test/returns-policy', '*/returns'],
    ['https://a.test/no-returns', '*/returns'],
    ['https://a.test/p?sku=2', '*/p?sku=1'],
    ['https://a.test/Returns', '*/returns'],
    ['https://a.test/returns', 'returns'],
    ['aba', 'ab*ba'],
    ['https://a.test/%', '*/returns'],
  ])('%s does not match %s', (url, glob) => expect(matchesUrl(url, glob)).toBe(false));
  it('agrees with the same glob as a regular expression', () => {
    const chars = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 8 });
    const globs = fc.string({ unit: fc.constantFrom('a', 'b', '-', '*'), maxLength: 6 });
    fc.assert(
      fc.property(chars, globs, (text, glob) => {
        expect(matchesUrl(text, glob)).toBe(new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(text));
      }),
    );
  });
});

describe('quoteFault', () => {
  const text = 'We can’t accept worn items. 30 days.';
  it('finds none in any slice that is not blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (documentText, a, b) => {
        const start = Math.min(a, documentText.length);
        const end = Math.min(start + b, documentText.length);
        const quote = documentText.slice(start, end);
        expect(quoteFault({ quote, start, end, documentText }) === null).toBe(quote.trim() !== '');
      }),
    );
  });
  it.each([
    ['another text', { quote: 'We can accept worn items.', start: 0, end: 27, documentText: text }],
    ['an offset that is off by one', { quote: '30 days.', start: 27, end: 35, documentText: text }],
    ['typographic differences', { quote: "We can't", start: 0, end: 8, documentText: text }],
    ['an empty quote', { quote: '', start: 3, end: 3, documentText: text }],
    ['negative offsets', { quote: '30 days', start: -8, end: -1, documentText: text }],
    ['an end past the text', { quote: '30 days.', start: 28, end: 99, documentText: text }],
    ['an unknown document', { quote: 'We', start: 0, end: 2, documentText: null }],
  ])('tells of %s', (_, proof) => expect(quoteFault(proof)).toEqual(expect.any(String)));
});

describe('abstentionScores', () => {
  const outcomes = (right: number, missed: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ expected: true, abstained: true })),
    ...Array.from({ length: missed }, () => ({ expected: true, abstained: false })),
    ...Array.from({ length: wrong }, () => ({ expected: false, abstained: true })),
    { expected: false, abstained: false },
  ];
  it('is 1 when exactly the right ones were abstained from, 0 when exactly the wrong ones were', () => {
    expect(abstentionScores(outcomes(3, 0, 0))).toEqual({
      precision: { value: 1 },
      recall: { value: 1 },
      f1: { value: 1 },
    });
    expect(abstentionScores(outcomes(0, 2, 2))).toEqual({
      precision: { value: 0 },
      recall: { value: 0 },
      f1: { value: 0 },
    });
  });
  it('has an F1 that is the harmonic mean', () => {
    const { precision, recall, f1 } = abstentionScores(outcomes(3, 1, 2));
    expect([precision.value, recall.value]).toEqual([0.6, 0.75]);
    expect(f1.value).toBeCloseTo((2 * 0.6 * 0.75) / (0.6 + 0.75), 12);
  });
  it('does not apply where there is nothing to abstain from', () => {
    const { precision, recall, f1 } = abstentionScores(outcomes(0, 0, 0));
    expect([precision.value, recall.value, f1.value]).toEqual([null, null, null]);
    expect(abstentionScores(outcomes(0, 1, 0)).f1).toEqual({ value: 0 });
  });
});

describe('languageMatch', () => {
  it.each([
    ['es', 'es', 'es', 1],
    ['es', 'es-MX', null, 1],
    ['es-ES', 'ES', 'es', 1],
    ['es', 'en', 'en', 0],
    ['es', 'es', 'en', 0],
    ['es', 'en', null, 0],
  ])('of expected %s, stated %s, detected %s is %d', (expected, stated, detected, score) => {
    expect(languageMatch(expected, stated, detected)).toEqual({ value: score });
  });
  it('does not apply where none is expected', () => {
    expect(languageMatch(null, 'en', 'en').value).toBeNull();
  });
});
