import { containsFact } from '../metrics/contains-fact.ts';
import type { AnswerCheck } from './judged-answer.ts';
import { listFacts, listFound } from './list-words.ts';

/** Each expected text stands in the quote of some citation. */
export const checkQuotes: AnswerCheck = ({ quotes }, { citations }) => {
  if (quotes === undefined) return null;
  const found = quotes.map((text) => citations.some(({ quote }) => containsFact(quote, text)));
  return {
    name: 'quotes',
    passed: !found.includes(false),
    expected: `quotes with ${listFacts(quotes)}`,
    got: citations.length === 0 ? 'nothing quoted' : listFound(quotes, (_, index) => found[index] === true),
  };
};
