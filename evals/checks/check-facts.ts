import { locateFacts } from '../metrics/facts-found.ts';
import type { AnswerCheck } from './judged-answer.ts';
import { listFacts, listFound } from './list-words.ts';

/** The answer or one of its product cards states all facts, or any one with `factsMode: any`. */
export const checkFacts: AnswerCheck = ({ facts, factsMode }, { spoken, cards }) => {
  if (facts === undefined) return null;
  const found = locateFacts(facts, spoken, cards).map((place) => place !== null);
  return {
    name: 'facts',
    passed: factsMode === 'any' ? found.includes(true) : !found.includes(false),
    expected: `${factsMode} of ${listFacts(facts)}`,
    got:
      factsMode === 'any' && found.includes(true)
        ? listFacts(facts.filter((_, index) => found[index]))
        : listFound(facts, (_, index) => found[index] === true),
  };
};
