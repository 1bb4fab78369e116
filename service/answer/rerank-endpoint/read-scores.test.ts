import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScores, UnusableScores } from './read-scores.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

/** The same scores in either form, in any order. */
const answers = fc.array(finite, { maxLength: 30 }).chain((scores) =>
  fc.record({
    scores: fc.constant(scores),
    order: fc.shuffledSubarray(
      scores.map((_, index) => index),
      { minLength: scores.length },
    ),
    form: fc.constantFrom('cohere', 'tei'),
  }),
);

describe('readScores', () => {
  it('gives each text its score, in either form and any order', () => {
    fc.assert(
      fc.property(answers, ({ scores, order, form }) => {
        const body =
          form === 'tei'
            ? order.map((index) => ({ index, score: scores[index], text: 'x' }))
            : { results: order.map((index) => ({ index, relevance_score: scores[index] })), meta: {} };
        // JSON has no -0.
        expect(readScores(JSON.stringify(body), scores.length)).toEqual(scores.map((score) => score + 0));
      }),
    );
  });

  it('finds scores or throws UnusableScores, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.nat(3), (body, count) => {
        try {
          expect(readScores(body, count)).toHaveLength(count);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableScores);
        }
      }),
    );
  });

  it.each([
    ['no JSON', '<html>', /expected JSON/],
    ['NaN, which JSON does not have', '[{"index":0,"score":NaN},{"index":1,"score":1}]', /expected JSON/],
    ['a number beyond all', '[{"index":0,"score":1e999},{"index":1,"score":1}]', /another shape/],
    ['a score that is text', '[{"index":0,"score":"1"},{"index":1,"score":1}]', /another shape/],
    ['no score', '{"results":[{"index":0},{"index":1,"relevance_score":1}]}', /another shape/],
    ['a negative index', '[{"index":-1,"score":1},{"index":1,"score":1}]', /another shape/],
    ['half an index', '[{"index":0.5,"score":1},{"index":1,"score":1}]', /another shape/],
    ['an index beyond the texts', '[{"index":0,"score":1},{"index":2,"score":1}]', /beyond the 2 texts/],
    ['one text twice', '[{"index":1,"score":1},{"index":1,"score":2}]', /two for the text at 1/],
    ['too few', '[{"index":0,"score":1}]', /expected 2 scores.*found 1\./],
    [
      'too many',
      JSON.stringify([0, 1, 1].map((index) => ({ index, score: 1 }))),
      /expected 2 scores.*found 3\./,
    ],
  ])('refuses %s', (_, body, message) => {
    expect(() => readScores(body, 2)).toThrow(message);
  });
});
