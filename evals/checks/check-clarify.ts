import { clarifyMatch } from '../metrics/clarify-match.ts';
import type { AnswerCheck } from './judged-answer.ts';

/** A question back is asked exactly where one is wanted, about the attribute and with the options that are named. */
export const checkClarify: AnswerCheck = ({ clarify }, { response }) => {
  if (clarify === undefined) return null;
  const asked = response.status === 'clarify' ? response.clarify : null;
  return {
    name: 'clarify',
    passed: clarifyMatch(clarify, response).value === 1,
    expected: clarify === false ? 'no question back' : describeWanted(clarify),
    got: asked === null ? 'no question back' : describeAsked(asked),
  };
};

function describeWanted(clarify: true | { attribute?: string | undefined; options?: string[] | undefined }) {
  const { attribute, options } = clarify === true ? {} : clarify;
  const about = attribute === undefined ? '' : ` about ${attribute}`;
  return `a question back${about}${options === undefined ? '' : ` with ${options.join(', ')}`}`;
}

function describeAsked({ attribute, options }: { attribute: string; options: string[] }) {
  return `a question back about ${attribute}${options.length === 0 ? '' : ` with ${options.join(', ')}`}`;
}
