import { expect, it } from 'vitest';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { leavesOpen } from './leaves-open.ts';

const asked = (question: string) => withIdf(questionTerms(question, 'en'), 100, new Map());

it('leaves much open where half of the question is not spoken of, or nothing was found', () => {
  const capital = asked('what is the capital of Australia');
  expect(capital).toHaveLength(2);
  expect(leavesOpen({ credits: [0, 1] }, capital)).toBe(true);
  expect(leavesOpen(undefined, capital)).toBe(true);
  expect(leavesOpen({ credits: [0.5, 1] }, capital)).toBe(true);
  expect(leavesOpen({ credits: [1, 1] }, capital)).toBe(false);
});

it('leaves little open where a page has all but the everyday verb', () => {
  const wreck = asked('who discovered the Titanic wreck near Newfoundland');
  const credits = wreck.map(({ word }) => (word === 'discovered' ? 0 : 1));
  expect(credits).toContain(0);
  expect(leavesOpen({ credits }, wreck)).toBe(false);
});
