import type { AnswerCheck } from './judged-answer.ts';

/** Every quote is a slice of its document: held against every answer. */
export const checkProven: AnswerCheck = (_expect, { citations }) => {
  const faults = citations.flatMap(({ id, fault }) => (fault === null ? [] : [`[${id}]: ${fault}`]));
  return {
    name: 'proven',
    passed: faults.length === 0,
    expected: 'every quote is a slice of its document',
    got: faults.join('; ') || 'every one is',
  };
};
