import { statesFact } from '../metrics/states-fact.ts';
import type { AnswerCheck } from './judged-answer.ts';
import { listFacts } from './list-words.ts';

/** The answer says nothing that is forbidden. Product cards show what the store has, and are not held to it. */
export const checkForbidden: AnswerCheck = ({ forbidden }, { spoken }) => {
  if (forbidden === undefined) return null;
  const said = forbidden.filter((fact) => statesFact(spoken, fact));
  return {
    name: 'forbidden',
    passed: said.length === 0,
    expected: `none of ${listFacts(forbidden)}`,
    got: said.length > 0 ? `says ${listFacts(said)}` : 'none',
  };
};
