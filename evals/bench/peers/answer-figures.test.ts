import { describe, expect, it } from 'vitest';
import { answerFigures } from './answer-figures.ts';
import type { PeerAnswer } from './peer.ts';
import { sentencesOf } from './prove.ts';
import { isComparable, suiteFigures } from './suite-figures.ts';

const sources = new Map([['p', 'Returns are free for 30 days. Ask us.']]);
const question = { passageId: 'p', answerable: true, gold: ['30 days'] };
const answer: PeerAnswer = {
  ranked: ['p'],
  answered: true,
  confidence: 0.8,
  text: 'Returns are free for 30 days.',
  slices: [{ passageId: 'p', text: 'Returns are free for 30 days.' }],
  milliseconds: 5,
};
const turn = { question: 'Returns?', locale: null, market: null, filters: null };

describe('figures of an answer', () => {
  it('are all right for one that is', () => {
    expect(answerFigures(question, answer, sources)).toMatchObject({
      first: 1,
      holdsGold: 1,
      proven: 1,
      answeredRight: 1,
      answerable: 1,
      words: 6,
    });
  });

  it.each([
    ['no gold answer', { text: 'Returns are free for 130 days.' }, { holdsGold: 0 }],
    ['a quote that was changed', { slices: [{ passageId: 'p', text: 'free for 31 days' }] }, { proven: 0 }],
    ['a quote of another source', { slices: [{ passageId: 'q', text: 'Ask us.' }] }, { proven: 0 }],
    ['no quotes', { slices: [] }, { proven: 0 }],
    ['an empty quote', { slices: [{ passageId: 'p', text: '' }] }, { proven: 0 }],
    ['another passage first', { ranked: ['q', 'p'] }, { first: 0, five: 1 }],
    ['no answer', { answered: false, text: '' }, { holdsGold: 0, answeredRight: 0 }],
  ])('fall with %s', (_, change, figures) => {
    expect(answerFigures(question, { ...answer, ...change }, sources)).toMatchObject(figures);
  });

  it('count an answer to what has none against the system, and nothing else of it', () => {
    const figures = answerFigures({ ...question, answerable: false, gold: [] }, answer, sources);
    expect(figures).toMatchObject({ answerable: 0, answeredWrong: 1, proven: 1 });
    expect(Object.keys(figures)).not.toContain('first');
    expect(Object.keys(figures)).not.toContain('holdsGold');
  });
});

describe('figures of a case of a suite', () => {
  it('has the share of facts, and of accepted answers the nearest', () => {
    const expects = (expect: object) => ({
      expect: { factsMode: 'all', citationsMode: 'all', ...expect } as const,
    });
    expect(suiteFigures(expects({ facts: ['30 days', 'by post'] }), answer, sources).factsFound).toBe(0.5);
    expect(suiteFigures(expects({ answers: [['no'], ['30 days']] }), answer, sources).factsFound).toBe(1);
    const abstain = suiteFigures(expects({ status: ['abstained'] }), answer, sources);
    expect(abstain).toMatchObject({ answerable: 0, answeredWrong: 1 });
    expect(abstain.factsFound).toBeUndefined();
  });

  it('is compared where it is one question that says whether it has an answer', () => {
    const modes = { factsMode: 'all', citationsMode: 'all' } as const;
    expect(isComparable({ turns: [turn], expect: { ...modes, facts: ['x'] } })).toBe(true);
    expect(isComparable({ turns: [turn, turn], expect: { ...modes, facts: ['x'] } })).toBe(false);
    expect(isComparable({ turns: [turn], expect: { ...modes, forbidden: ['x'] } })).toBe(false);
  });
});

it('a text falls into its sentences', () => {
  expect(sentencesOf('One here. Two 3.5 there!\n')).toEqual(['One here.', 'Two 3.5 there!']);
});
