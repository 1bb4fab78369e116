import { describe, expect, it } from 'vitest';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import { withoutSoldThings } from './sold-things.ts';

const sold = { nouns: new Map([['cello', 2]]), kinds: new Set(['cello']) };

function weights(question: string): Record<string, number> {
  const terms = withIdf(questionTerms(question, 'en'), 100, new Map());
  return Object.fromEntries(
    withoutSoldThings(terms, question, sold).map(({ word, weight }) => [word, weight]),
  );
}

describe('withoutSoldThings', () => {
  it('asks of a rule for what is broken no word of the thing that broke', () => {
    expect(weights('My cello arrived broken')).toEqual({ cello: 0.4, damaged: 1 });
  });

  it('leaves a thing that the store does not sell as it is', () => {
    expect(weights('My harp arrived broken')).toEqual({ harp: 1, damaged: 1 });
  });

  it('leaves a question about no trouble as it is', () => {
    expect(weights('Can I rent a cello?')).toMatchObject({ cello: 1 });
  });

  it('leaves the thing where nothing else is said', () => {
    expect(weights('I bought a cello')).toMatchObject({ cello: expect.any(Number) });
    const alone = withIdf(questionTerms('broken cello', 'en'), 100, new Map()).slice(1);
    expect(withoutSoldThings(alone, 'broken cello', sold)).toEqual(alone);
  });
});
