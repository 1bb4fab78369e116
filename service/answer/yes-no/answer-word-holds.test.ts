import { describe, expect, it } from 'vitest';
import type { Ground } from '../answerer.ts';
import { answerWordHolds } from './answer-word-holds.ts';

const ground: Ground = {
  text: "We can't accept items that have been worn.",
  context: ['Returns'],
  locale: 'en',
  product: null,
};

describe('answerWordHolds', () => {
  it('stops a yes before a sentence that means no', () => {
    const verdict = answerWordHolds(
      'Can I return worn items?',
      "Yes. We can't accept worn items.",
      [ground],
      'en',
    );
    expect(verdict).toEqual({
      ok: false,
      reason: 'it begins with yes, where what it says and cites means no',
    });
    expect(answerWordHolds('Can I return worn items?', 'Yes, worn items are fine.', [ground], 'en').ok).toBe(
      false,
    );
  });

  it('lets the right word pass, and a sentence without one', () => {
    expect(
      answerWordHolds('Can I return worn items?', "No. We can't accept worn items.", [ground], 'en').ok,
    ).toBe(true);
    expect(answerWordHolds('Can I return worn items?', 'No fees apply.', [ground], 'en').ok).toBe(true);
  });

  it('lets a word pass that the quotes leave open, and one before no answer of yes or no', () => {
    expect(answerWordHolds('Do you repair boots?', 'Yes. We repair boots.', [ground], 'en').ok).toBe(true);
    expect(answerWordHolds('What do you accept?', "No, we can't accept worn items.", [ground], 'en').ok).toBe(
      true,
    );
  });
});
