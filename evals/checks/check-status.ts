import type { AnswerCheck } from './judged-answer.ts';

/** The answer's status is the expected one, or one of them. */
export const checkStatus: AnswerCheck = ({ status }, { response }) =>
  status === undefined
    ? null
    : {
        name: 'status',
        passed: status.includes(response.status),
        expected: status.join(' or '),
        got: response.status,
      };
