import { locateFacts, nearestAnswer } from '../metrics/facts-found.ts';
import type { AnswerCheck } from './judged-answer.ts';
import { listFacts, listFound } from './list-words.ts';

/** The answer or its product cards state every text of at least one of the accepted answers. */
export const checkAnswers: AnswerCheck = ({ answers }, { spoken, cards }) => {
  const nearest = nearestAnswer(answers ?? [], spoken, cards);
  if (answers === undefined || nearest === null) return null;
  const found = locateFacts(nearest.facts, spoken, cards).map((place) => place !== null);
  return {
    name: 'answers',
    passed: !found.includes(false),
    expected: answers.map((texts) => texts.map((text) => listFacts([text])).join(' with ')).join(', or '),
    got: listFound(nearest.facts, (_, index) => found[index] === true),
  };
};
