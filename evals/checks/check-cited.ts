import type { AnswerCheck } from './judged-answer.ts';

/** What is answered is cited: held against every answer. */
export const checkCited: AnswerCheck = (_expect, { response, citations }) =>
  response.status !== 'answered'
    ? null
    : {
        name: 'cited',
        passed: citations.length > 0,
        expected: 'at least one citation',
        got: `${citations.length}`,
      };
