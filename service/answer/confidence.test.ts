import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_THRESHOLD, answerabilityFeatures, answerConfidence } from './confidence.ts';
import { fakeUnit } from './fake-unit.fixture.ts';
import { fakeEvidence } from './llm/fake-evidence.ts';
import { questionTerms, withIdf } from './question-terms.ts';

const terms = (question: string, locale = 'en') => withIdf(questionTerms(question, locale), 100, new Map());
function unit(credits: number[], { score = 15, cosine = 0.5 }: { score?: number; cosine?: number } = {}) {
  const [evidence] = fakeEvidence({ text: 'We sell walnuts.', cosine });
  return evidence === undefined ? [] : [fakeUnit(evidence, { score, credits })];
}

describe('answerConfidence', () => {
  it('is zero where nothing was found or nothing was asked', () => {
    expect(answerConfidence([], terms('walnut price'))).toBe(0);
    expect(answerConfidence(unit([]), [])).toBe(0);
  });

  it('lies above the threshold where all is covered, and below where nothing is', () => {
    const asked = terms('walnut parrot');
    expect(answerConfidence(unit([1, 1]), asked)).toBeGreaterThan(ANSWER_THRESHOLD);
    expect(answerConfidence(unit([0, 0], { score: 3, cosine: 0.1 }), asked)).toBeLessThan(ANSWER_THRESHOLD);
  });

  it('is in 0…1, and grows with the score and with what is covered', () => {
    const credit = fc.double({ min: 0, max: 1, noNaN: true });
    const score = fc.double({ min: -1, max: 24, noNaN: true });
    const cosine = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(credit, credit, score, score, cosine, (one, two, a, b, near) => {
        const asked = terms('walnut parrot');
        const [low, high] = a < b ? [a, b] : [b, a];
        const less = answerConfidence(unit([one, 0], { score: low, cosine: near }), asked);
        const more = answerConfidence(unit([one, two], { score: high, cosine: near }), asked);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1);
        expect(more).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});

describe('answerabilityFeatures', () => {
  it('misses a country that is not spoken of more than another word, in English and Spanish', () => {
    const missing = (question: string, locale: string, credits: number[]) =>
      answerabilityFeatures(unit(credits), terms(question, locale))?.missing ?? -1;
    const asked = terms('price mexico');
    const [price = 0, mexico = 0] = asked.map(({ weight, idf }) => weight * idf);
    expect(missing('price mexico', 'en', [1, 0])).toBeCloseTo((2 * mexico) / (price + 2 * mexico));
    expect(missing('nuez alemania', 'es', [1, 0])).toBeCloseTo(2 / 3);
    expect(missing('nuez loro', 'es', [1, 0])).toBeCloseTo(1 / 2);
  });

  it('takes a doubtful synonym for none, and no vector for no cosine', () => {
    const asked = terms('walnut');
    expect(answerabilityFeatures(unit([0.44]), asked)?.missing).toBe(1);
    expect(answerabilityFeatures(unit([0.46]), asked)?.missing).toBe(0);
    expect(answerabilityFeatures(unit([1], { cosine: 0 }), asked)?.cosine).toBeNull();
    expect(answerabilityFeatures(unit([1], { cosine: -0.2 }), asked)?.cosine).toBe(0);
  });
});
