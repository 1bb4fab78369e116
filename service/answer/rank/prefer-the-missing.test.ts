import { expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { RANKING } from './answer-constants.ts';
import { missingThings, preferTheMissing } from './prefer-the-missing.ts';

const [piece] = fakeEvidence({ kind: 'policy', text: 'A refund goes to the card.' }) as [Evidence];
const termsOf = (question: string) => withIdf(questionTerms(question, 'en'), 10, new Map());
const QUESTION = 'a refund without a receipt';
const refund = fakeUnit(piece, { score: 9, matches: [1, 0], credits: [1, 0] });
const receipt = fakeUnit(piece, { score: 7, matches: [0, 1], credits: [0.8, 1] });

it('puts what speaks of the missing thing before what speaks of the rest alone', () => {
  const ranked = preferTheMissing([refund, receipt], termsOf(QUESTION), QUESTION, RANKING);
  expect(ranked[1]?.score).toBeGreaterThan(ranked[0]?.score ?? 0);
});

it('changes nothing where nothing speaks of both, or nothing is missing', () => {
  const asked = 'a refund with a receipt';
  expect(preferTheMissing([refund], termsOf(QUESTION), QUESTION, RANKING)).toEqual([refund]);
  expect(preferTheMissing([refund, receipt], termsOf(asked), asked, RANKING)).toEqual([refund, receipt]);
});

it('finds the thing in both languages', () => {
  expect(missingThings(termsOf(QUESTION), QUESTION)).toEqual([1]);
  expect(missingThings(termsOf('receipt'), 'can I get it sin receipt')).toEqual([0]);
});
