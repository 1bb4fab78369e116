import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { ANSWER_THRESHOLD, answerabilityFeatures, answerConfidence } from './confidence.ts';

const terms = (question: string, locale = 'en') => withIdf(questionTerms(question, locale), 100, new Map());
function unit(credits: number[], { score = 15 }: { score?: number } = {}) {
  const [evidence] = fakeEvidence('We sell walnuts.');
  return evidence === undefined ? [] : [fakeUnit(evidence, { score, credits })];
}

describe('answerConfidence', () => {
  it('is zero where nothing was found or nothing was asked', () => {
    expect(answerConfidence([], terms('walnut price'), 'walnut price')).toBe(0);
    expect(answerConfidence(unit([]), [], '')).toBe(0);
  });

  it('lies above the threshold where all is covered, and below where nothing is', () => {
    const asked = terms('walnut parrot');
    expect(answerConfidence(unit([1, 1]), asked, 'walnut parrot')).toBeGreaterThan(ANSWER_THRESHOLD);
    expect(answerConfidence(unit([0, 0], { score: 3 }), asked, 'walnut parrot')).toBeLessThan(
      ANSWER_THRESHOLD,
    );
  });

  it('is zero for a shop in one town where only another one is spoken of', () => {
    const question = 'walnut shop in Chicago';
    const told = unit([1, 1, 1]);
    expect(answerConfidence(told, terms(question), question)).toBeGreaterThan(ANSWER_THRESHOLD);
    const other = told.map((one) => ({ ...one, elsewhere: true }));
    expect(answerConfidence(other, terms(question), question)).toBe(0);
  });

  it('asks for less of a text in another language, whose words are found less often', () => {
    const asked = terms('walnut parrot');
    const own = unit([0.7, 0]);
    const foreign = own.map((one) => ({ ...one, foreign: true }));
    expect(answerConfidence(foreign, asked, 'walnut parrot')).toBeGreaterThan(
      answerConfidence(own, asked, 'walnut parrot'),
    );
  });

  it('is in 0…1, and grows with the score and with what is covered', () => {
    const credit = fc.double({ min: 0, max: 1, noNaN: true });
    const score = fc.double({ min: -1, max: 24, noNaN: true });
    const asked = terms('walnut parrot');
    const sure = (credits: number[], score: number) =>
      answerConfidence(unit(credits, { score }), asked, 'walnut parrot');
    fc.assert(
      fc.property(credit, credit, score, score, (one, two, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const [less, more] = [sure([one, 0], low), sure([one, two], high)];
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1);
        expect(more).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});

describe('answerabilityFeatures', () => {
  const features = (question: string, credits: number[], locale = 'en') =>
    answerabilityFeatures(unit(credits), terms(question, locale), question);

  it('lacks a country that is not spoken of more than another word, in English and Spanish', () => {
    const [price = 0, mexico = 0] = terms('price mexico').map(({ weight, idf }) => weight * idf);
    expect(features('price mexico', [1, 0])?.lacking).toBeCloseTo((2 * mexico) / (price + 2 * mexico));
    expect(features('nuez alemania', [1, 0], 'es')?.lacking).toBeCloseTo(2 / 3);
    expect(features('nuez loro', [1, 0], 'es')?.lacking).toBeCloseTo(1 / 2);
  });

  it('lacks less where an everyday word is missing than where a thing is', () => {
    const [broke, walnut] = [features('kick walnut', [0, 1]), features('parrot walnut', [0, 1])];
    expect(broke?.lacking).toBeLessThan(walnut?.lacking ?? 0);
  });

  it('sees how alike question and unit are, and how far others lie behind', () => {
    expect(features('do you sell walnuts', [1])?.likeness).toBeGreaterThan(0.5);
    expect(features('president', [1])?.likeness).toBeLessThan(0.5);
    expect(features('walnuts', [1])?.lead).toBe(1);
    const [one, two] = fakeEvidence('We sell walnuts.', 'We sell parrots.');
    const ranked = [one, two].flatMap((piece, at) => (piece ? [fakeUnit(piece, { score: 10 - at })] : []));
    expect(answerabilityFeatures(ranked, terms('walnuts'), 'walnuts')?.lead).toBeCloseTo(1 / 5);
  });

  it('sees whether the passage is of the subject and well found, and the unit of the kind asked for', () => {
    const around = (text: string) => {
      const [piece] = fakeEvidence(`${text} It is here.`);
      const ranked = piece ? [fakeUnit(piece, { text: 'It is here.' })] : [];
      return answerabilityFeatures(ranked, terms('fresh walnuts'), 'fresh walnuts')?.around ?? 0;
    };
    expect(around('We crack nuts and almonds.')).toBeGreaterThan(around('The president spoke.'));
    const [piece] = fakeEvidence('Walnuts cost $3.');
    const of = (expected: number) =>
      answerabilityFeatures(
        piece ? [fakeUnit(piece, { features: { expected, passage: 0.7 } })] : [],
        terms('walnuts'),
        'walnuts',
      );
    expect(of(1)?.found).toBe(0.7);
    expect([of(0), of(0.5), of(1)].map((one) => one?.otherKind)).toEqual([1, 0, 0]);
  });
});
