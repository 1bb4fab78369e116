import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../service/schemas/citation.ts';
import { sampleAnswer } from '../../testing/sample-answer.ts';
import { quotesHold, shareOf } from './question-results.ts';
import { retrievalRows } from './retrieval-rows.ts';

function withQuotes(...quotes: string[]) {
  const [citation] = sampleAnswer().citations;
  return { citations: quotes.map((quote): Citation => ({ ...(citation as Citation), quote })) };
}

describe('quotesHold', () => {
  it('finds any gold answer in any of the quotes, compared as facts are', () => {
    const response = withQuotes('The Broncos won 24–10.', 'It was held on February 7, 2016.');
    expect(quotesHold(response, ['february 7, 2016'])).toBe(true);
    expect(quotesHold(response, ['Carolina', '24-10'])).toBe(true);
    expect(quotesHold(response, ['4'])).toBe(false);
  });

  it('is false without quotes and without gold', () => {
    expect(quotesHold(withQuotes(), ['x'])).toBe(false);
    expect(quotesHold(withQuotes('x'), [])).toBe(false);
  });
});

it('shareOf has no share of nothing', () => {
  expect([shareOf([1, 2, 3, 4], (n) => n > 3), shareOf([], () => true)]).toEqual([0.25, null]);
});

it('retrievalRows counts a question for each step that puts its own document first', () => {
  const ranked = (lexical: string[], fused: string[], reranked: string[]) => ({ lexical, fused, reranked });
  const rows = retrievalRows(
    [
      { question: 'a', ranked: ranked(['a', 'b'], ['b', 'a'], ['a', 'b']) },
      { question: 'b', ranked: ranked(['a', 'b'], ['b', 'a'], ['a', 'b']) },
      { question: 'c', ranked: ranked([], [], []) },
      { question: 'd', ranked: ranked(['d'], ['d'], ['d']) },
    ],
    (question) => question,
    { atLeast: 0.9, lexical: 0.4 },
  );
  expect(rows.map(({ value }) => value)).toEqual([0.5, 0.5, 0.5, 0.75]);
  expect(rows[0]?.target).toEqual({ atLeast: 0.9 });
  expect(rows[2]).toMatchObject({ baseline: 0.4, note: 'baseline: plain BM25' });
});
